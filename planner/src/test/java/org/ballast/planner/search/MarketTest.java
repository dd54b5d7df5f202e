package org.ballast.planner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.planner.cost.Limits;
import org.junit.jupiter.api.Test;

class MarketTest {
    private static final Limits ALL =
            new Limits(OptionalInt.of(10), OptionalLong.of(1000), OptionalDouble.empty(), OptionalInt.of(5));

    @Test
    void withoutLimitsThePriceIsTheUsers() {
        Market market = new Market(Objective.of(0.003, Limits.NONE), 0.1, 500);
        assertThat(market.prices()).isEqualTo(new Prices(0.003, 0, 0, 0));
        market.follow(7, new Bill(100, 100_000, 50, 1e6));
        assertThat(market.prices()).isEqualTo(new Prices(0.003, 0, 0, 0));
    }

    @Test
    void pricesRiseBeyondALimitAndFallBelowIt() {
        Market market = new Market(Objective.of(0, ALL).withWork(OptionalDouble.of(100)), 0.1, 500);
        Prices opening = market.prices();
        market.follow(7, new Bill(11, 1100, 6, 110));
        Prices dearer = market.prices();
        assertThat(dearer.ofMib()).isGreaterThan(opening.ofMib());
        assertThat(dearer.ofMove()).isGreaterThan(opening.ofMove());
        assertThat(dearer.ofInstance()).isGreaterThan(opening.ofInstance());
        assertThat(dearer.ofSecond()).isGreaterThan(opening.ofSecond());
        market.follow(7, new Bill(5, 500, 2, 50));
        Prices cheaper = market.prices();
        assertThat(cheaper.ofMib()).isLessThan(dearer.ofMib());
        assertThat(cheaper.ofMove()).isLessThan(dearer.ofMove());
        assertThat(cheaper.ofInstance()).isLessThan(dearer.ofInstance());
        assertThat(cheaper.ofSecond()).isLessThan(dearer.ofSecond());
    }

    @Test
    void atALimitPricesStay() {
        Market market = new Market(Objective.of(0, ALL), 0.1, 500);
        Prices opening = market.prices();
        market.follow(7, new Bill(10, 1000, 5, 0));
        assertThat(market.prices()).isEqualTo(opening);
    }

    @Test
    void dataNeverCostsLessThanTheUserSays() {
        Market market = new Market(Objective.of(0.5, ALL), 0.1, 500);
        for (int k = 0; k < 1000; k++) {
            market.follow(7, new Bill(0, 0, 0, 0));
        }
        assertThat(market.prices().ofMib()).isEqualTo(0.5);
        market.ask(0, 7);
        assertThat(market.prices().ofMib()).isEqualTo(0.5);
    }

    @Test
    void dataIsCheapWhileAGoalIsMissed() {
        Market market = new Market(aimedAt(3), 7, 500);
        double opening = market.prices().ofMib();
        market.follow(4, new Bill(0, 0, 0, 0));
        double cheaper = market.prices().ofMib();
        assertThat(cheaper).isLessThan(opening);
        market.follow(2, new Bill(0, 0, 0, 0));
        assertThat(market.prices().ofMib()).isGreaterThan(cheaper);
    }

    @Test
    void onTheWayToAGoalMovesCostWhatTheyCountThere() {
        Objective aimed = aimedAt(3);
        Prices prices = new Market(aimed, 7, 500).prices();
        double ofAMove = aimed.standing(0, 2, new Bill(1, 0, 1, 0)).value();
        double ofAMib = aimed.standing(0, 2, new Bill(0, 1, 1, 0)).value();
        assertThat(prices.ofMove() / prices.ofMib()).isCloseTo(ofAMove / ofAMib, within(1e-9));
    }

    private static Objective aimedAt(double goal) {
        return new Objective(0, Limits.NONE, OptionalDouble.empty(), OptionalDouble.of(goal));
    }

    @Test
    void nothingIsWorthTheDearestPrices() {
        double score = 7;
        Market market = new Market(Objective.of(0, ALL).withWork(OptionalDouble.of(100)), score, 500);
        Prices prices = market.prices();
        assertThat(500 * prices.ofMib()).isGreaterThanOrEqualTo(score);
        assertThat(prices.ofMove()).isGreaterThanOrEqualTo(score);
        assertThat(prices.ofInstance()).isGreaterThanOrEqualTo(score);
        market.ask(0.25, score);
        assertThat(market.prices().ofMove()).isEqualTo(prices.ofMove() / 4);
        assertThat(market.prices().ofMib()).isEqualTo(prices.ofMib() / 4);
    }

    @Test
    void aCalmMarketFollowsMoreSlowly() {
        Market lively = new Market(Objective.of(0, ALL), 7, 500);
        Market calm = new Market(Objective.of(0, ALL), 7, 500);
        calm.calm();
        Bill much = new Bill(20, 2000, 10, 0);
        lively.follow(7, much);
        calm.follow(7, much);
        assertThat(calm.prices().ofMove()).isLessThan(lively.prices().ofMove()).isGreaterThan(7);
    }

    @Test
    void aLimitOfNothingKeepsPricesFinite() {
        Limits nothing = new Limits(OptionalInt.of(0), OptionalLong.of(0), OptionalDouble.empty(), OptionalInt.of(0));
        Market market = new Market(Objective.of(0, nothing), 0.1, 0);
        for (int k = 0; k < 1000; k++) {
            market.follow(7, new Bill(k % 2, k % 2, k % 2, 0));
        }
        assertThat(market.prices().ofMib()).isFinite().isPositive();
        assertThat(market.prices().ofMove()).isFinite().isPositive();
        assertThat(market.prices().ofInstance()).isFinite().isPositive();
    }
}
