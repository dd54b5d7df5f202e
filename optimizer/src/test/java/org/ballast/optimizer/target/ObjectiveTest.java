package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.target.Objective.Standing;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private static final Objective PRICED = Objective.of(0.01, Limits.NONE);
    private static final Objective AIMED =
            new Objective(0.01, Limits.NONE, OptionalDouble.empty(), OptionalDouble.of(5));

    private static ChangeCost data(long mib) {
        return new ChangeCost(1, mib, 1, 10);
    }

    @Test
    void fewerBrokenRulesComeBeforeALowerScore() {
        assertThat(PRICED.standing(0, 100, data(100))).isLessThan(PRICED.standing(1, 1, data(0)));
        assertThat(AIMED.standing(0, 100, data(100))).isLessThan(AIMED.standing(1, 1, data(0)));
    }

    @Test
    void dataIsWeighedAgainstTheScoreByItsPrice() {
        assertThat(PRICED.standing(0, 3, data(99))).isLessThan(PRICED.standing(0, 4, data(0)));
        assertThat(PRICED.standing(0, 3, data(101))).isGreaterThan(PRICED.standing(0, 4, data(0)));
    }

    @Test
    void aGoalComesBeforeCost() {
        Standing missed = AIMED.standing(0, 5.1, data(0));
        Standing nearer = AIMED.standing(0, 5.01, data(1_000_000));
        Standing reached = AIMED.standing(0, 5, data(2_000_000));
        assertThat(nearer).isLessThan(missed);
        assertThat(reached).isLessThan(nearer);
    }

    @Test
    void onceTheGoalIsReachedTheCheapestIsBest() {
        assertThat(AIMED.standing(0, 4.9, data(10))).isLessThan(AIMED.standing(0, 1, data(11)));
        assertThat(AIMED.standing(0, 4.9, new ChangeCost(1, 10, 1, 0)))
                .isLessThan(AIMED.standing(0, 1, new ChangeCost(2, 10, 2, 0)));
    }

    @Test
    void anyStandingIsBetterThanTheWorst() {
        assertThat(PRICED.standing(1_000_000, 1e12, data(Long.MAX_VALUE / 2))).isLessThan(Standing.WORST);
    }

    @Test
    void changesUpToEachLimitAreAdmitted() {
        ChangeCost changeCost = new ChangeCost(3, 400, 2, 50);
        for (int more = -1; more <= 1; more++) {
            boolean isEnough = more >= 0;
            assertThat(within(OptionalInt.of(3 + more), OptionalLong.empty(), OptionalInt.empty())
                            .admits(changeCost))
                    .isEqualTo(isEnough);
            assertThat(within(OptionalInt.empty(), OptionalLong.of(400 + more), OptionalInt.empty())
                            .admits(changeCost))
                    .isEqualTo(isEnough);
            assertThat(within(OptionalInt.empty(), OptionalLong.empty(), OptionalInt.of(2 + more))
                            .admits(changeCost))
                    .isEqualTo(isEnough);
            assertThat(PRICED.withWork(OptionalDouble.of(50 + more)).admits(changeCost))
                    .isEqualTo(isEnough);
        }
        assertThat(PRICED.admits(changeCost)).isTrue();
    }

    private static Objective within(OptionalInt moves, OptionalLong data, OptionalInt instances) {
        return Objective.of(0, new Limits(moves, data, OptionalDouble.empty(), instances));
    }
}
