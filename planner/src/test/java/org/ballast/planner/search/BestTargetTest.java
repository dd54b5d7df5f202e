package org.ballast.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.ballast.model.Placement;
import org.ballast.planner.cost.Limits;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.SmallCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestTargetTest {
    private static Draft draft() {
        ClusterState state = new SmallCluster()
                .node()
                .node()
                .node()
                .drbd(0, 1)
                .drbd(0, 1)
                .drbd(0, 1)
                .state();
        return new Draft(state, new int[] {0}, TargetRules.USUAL);
    }

    private static void place(Draft draft, BestTarget best, int i, int p, int s) {
        best.changing(i);
        draft.place(i, p, s);
        best.judge(draft.score());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void bringsTheDraftBackToTheBest(long seed) {
        Draft draft = draft();
        BestTarget best = new BestTarget(draft, Objective.of(0, Limits.NONE));
        Placement[] good = draft.placements();
        double lowest = draft.score();
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 1000; k++) {
            int p = random.nextInt(3);
            place(draft, best, random.nextInt(3), p, (p + 1 + random.nextInt(2)) % 3);
            if (draft.score() < lowest) {
                lowest = draft.score();
                good = draft.placements();
            }
            if (k % 400 == 399) {
                best.restore();
                assertThat(draft.placements()).isEqualTo(good);
            }
        }
        assertThat(best.score()).isEqualTo(lowest);
        best.restore();
        assertThat(draft.placements()).isEqualTo(good);
        assertThat(draft.score()).isEqualTo(lowest);
        assertThat(draft.bill()).isEqualTo(best.bill());
    }

    @Test
    void whatIsBeyondTheLimitsIsNotBest() {
        Draft draft = draft();
        Limits one = new Limits(OptionalInt.of(0), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty());
        BestTarget best = new BestTarget(draft, Objective.of(0, one));
        double atStart = draft.score();
        place(draft, best, 1, 2, 0);
        assertThat(draft.score()).isLessThan(atStart);
        assertThat(best.score()).isEqualTo(atStart);
        best.restore();
        assertThat(draft.movedCount()).isZero();
    }

    @Test
    void aDraftThatWasNeverWithinTheLimitsGoesBackToWhereItWas() {
        Draft draft = draft();
        draft.place(1, 2, 0);
        Limits none = new Limits(OptionalInt.of(0), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty());
        BestTarget best = new BestTarget(draft, Objective.of(0, none));
        place(draft, best, 2, 1, 0);
        best.restore();
        assertThat(draft.primary(1)).isEqualTo(2);
        assertThat(draft.movedCount()).isEqualTo(1);
        assertThat(best.standing()).isEqualTo(Objective.Standing.WORST);
        place(draft, best, 1, 0, 1);
        assertThat(best.standing()).isNotEqualTo(Objective.Standing.WORST);
    }
}
