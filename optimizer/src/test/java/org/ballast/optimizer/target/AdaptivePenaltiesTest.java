package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.optimizer.cost.Limits;
import org.junit.jupiter.api.Test;

class AdaptivePenaltiesTest {
    private static final Limits ALL =
            new Limits(OptionalInt.of(10), OptionalLong.of(1000), OptionalDouble.empty(), OptionalInt.of(5));

    @Test
    void withoutLimitsTheWeightOfDataIsTheUsersPrice() {
        AdaptivePenalties penalties = new AdaptivePenalties(Objective.of(0.003, Limits.NONE), 0.1, 500);
        assertThat(penalties.penaltyWeights()).isEqualTo(new PenaltyWeights(0.003, 0, 0, 0));
        penalties.adapt(7, new ChangeCost(100, 100_000, 50, 1e6));
        assertThat(penalties.penaltyWeights()).isEqualTo(new PenaltyWeights(0.003, 0, 0, 0));
    }

    @Test
    void weightsRiseBeyondALimitAndFallBelowIt() {
        AdaptivePenalties penalties =
                new AdaptivePenalties(Objective.of(0, ALL).withWork(OptionalDouble.of(100)), 0.1, 500);
        PenaltyWeights opening = penalties.penaltyWeights();
        penalties.adapt(7, new ChangeCost(11, 1100, 6, 110));
        PenaltyWeights dearer = penalties.penaltyWeights();
        assertThat(dearer.ofMib()).isGreaterThan(opening.ofMib());
        assertThat(dearer.ofMove()).isGreaterThan(opening.ofMove());
        assertThat(dearer.ofInstance()).isGreaterThan(opening.ofInstance());
        assertThat(dearer.ofSecond()).isGreaterThan(opening.ofSecond());
        penalties.adapt(7, new ChangeCost(5, 500, 2, 50));
        PenaltyWeights cheaper = penalties.penaltyWeights();
        assertThat(cheaper.ofMib()).isLessThan(dearer.ofMib());
        assertThat(cheaper.ofMove()).isLessThan(dearer.ofMove());
        assertThat(cheaper.ofInstance()).isLessThan(dearer.ofInstance());
        assertThat(cheaper.ofSecond()).isLessThan(dearer.ofSecond());
    }

    @Test
    void weightsAreConstantAtALimit() {
        AdaptivePenalties penalties = new AdaptivePenalties(Objective.of(0, ALL), 0.1, 500);
        PenaltyWeights opening = penalties.penaltyWeights();
        penalties.adapt(7, new ChangeCost(10, 1000, 5, 0));
        assertThat(penalties.penaltyWeights()).isEqualTo(opening);
    }

    @Test
    void theWeightOfDataIsNeverBelowTheUsersPrice() {
        AdaptivePenalties penalties = new AdaptivePenalties(Objective.of(0.5, ALL), 0.1, 500);
        for (int k = 0; k < 1000; k++) {
            penalties.adapt(7, new ChangeCost(0, 0, 0, 0));
        }
        assertThat(penalties.penaltyWeights().ofMib()).isEqualTo(0.5);
        penalties.set(0, 7);
        assertThat(penalties.penaltyWeights().ofMib()).isEqualTo(0.5);
    }

    @Test
    void theWeightOfDataFallsWhileAGoalIsMissed() {
        AdaptivePenalties penalties = new AdaptivePenalties(aimedAt(3), 7, 500);
        double opening = penalties.penaltyWeights().ofMib();
        penalties.adapt(4, new ChangeCost(0, 0, 0, 0));
        double cheaper = penalties.penaltyWeights().ofMib();
        assertThat(cheaper).isLessThan(opening);
        penalties.adapt(2, new ChangeCost(0, 0, 0, 0));
        assertThat(penalties.penaltyWeights().ofMib()).isGreaterThan(cheaper);
    }

    @Test
    void movesWeighAsTheGoalCountsThem() {
        Objective aimed = aimedAt(3);
        PenaltyWeights penaltyWeights = new AdaptivePenalties(aimed, 7, 500).penaltyWeights();
        double ofAMove = aimed.standing(0, 2, new ChangeCost(1, 0, 1, 0)).value();
        double ofAMib = aimed.standing(0, 2, new ChangeCost(0, 1, 1, 0)).value();
        assertThat(penaltyWeights.ofMove() / penaltyWeights.ofMib()).isCloseTo(ofAMove / ofAMib, within(1e-9));
    }

    private static Objective aimedAt(double goal) {
        return new Objective(0, Limits.NONE, OptionalDouble.empty(), OptionalDouble.of(goal));
    }

    @Test
    void noChangeIsWorthTheHighestWeights() {
        double score = 7;
        AdaptivePenalties penalties =
                new AdaptivePenalties(Objective.of(0, ALL).withWork(OptionalDouble.of(100)), score, 500);
        PenaltyWeights penaltyWeights = penalties.penaltyWeights();
        assertThat(500 * penaltyWeights.ofMib()).isGreaterThanOrEqualTo(score);
        assertThat(penaltyWeights.ofMove()).isGreaterThanOrEqualTo(score);
        assertThat(penaltyWeights.ofInstance()).isGreaterThanOrEqualTo(score);
        penalties.set(0.25, score);
        assertThat(penalties.penaltyWeights().ofMove()).isEqualTo(penaltyWeights.ofMove() / 4);
        assertThat(penalties.penaltyWeights().ofMib()).isEqualTo(penaltyWeights.ofMib() / 4);
    }

    @Test
    void slowedPenaltiesAdaptMoreSlowly() {
        AdaptivePenalties lively = new AdaptivePenalties(Objective.of(0, ALL), 7, 500);
        AdaptivePenalties slow = new AdaptivePenalties(Objective.of(0, ALL), 7, 500);
        slow.slowDown();
        ChangeCost much = new ChangeCost(20, 2000, 10, 0);
        lively.adapt(7, much);
        slow.adapt(7, much);
        assertThat(slow.penaltyWeights().ofMove())
                .isLessThan(lively.penaltyWeights().ofMove())
                .isGreaterThan(7);
    }

    @Test
    void aLimitOfZeroKeepsWeightsFinite() {
        Limits nothing = new Limits(OptionalInt.of(0), OptionalLong.of(0), OptionalDouble.empty(), OptionalInt.of(0));
        AdaptivePenalties penalties = new AdaptivePenalties(Objective.of(0, nothing), 0.1, 0);
        for (int k = 0; k < 1000; k++) {
            penalties.adapt(7, new ChangeCost(k % 2, k % 2, k % 2, 0));
        }
        assertThat(penalties.penaltyWeights().ofMib()).isFinite().isPositive();
        assertThat(penalties.penaltyWeights().ofMove()).isFinite().isPositive();
        assertThat(penalties.penaltyWeights().ofInstance()).isFinite().isPositive();
    }
}
