package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.ballast.model.Placement;
import org.ballast.optimizer.cost.Limits;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestTargetTest {
    private static TargetAssignment assignment() {
        ClusterState state = new SmallCluster()
                .node()
                .node()
                .node()
                .drbd(0, 1)
                .drbd(0, 1)
                .drbd(0, 1)
                .as(ClusterState::new);
        return new TargetAssignment(state, new int[] {0}, TargetRules.USUAL);
    }

    private static void place(TargetAssignment assignment, BestTarget best, int i, int p, int s) {
        best.changing(i);
        assignment.place(i, p, s);
        best.offer(assignment.score());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void restoresTheBestTarget(long seed) {
        TargetAssignment assignment = assignment();
        BestTarget best = new BestTarget(assignment, Objective.of(0, Limits.NONE));
        Placement[] good = assignment.placements();
        double lowest = assignment.score();
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 1000; k++) {
            int p = random.nextInt(3);
            place(assignment, best, random.nextInt(3), p, (p + 1 + random.nextInt(2)) % 3);
            if (assignment.score() < lowest) {
                lowest = assignment.score();
                good = assignment.placements();
            }
            if (k % 400 == 399) {
                best.restore();
                assertThat(assignment.placements()).isEqualTo(good);
            }
        }
        assertThat(best.score()).isEqualTo(lowest);
        best.restore();
        assertThat(assignment.placements()).isEqualTo(good);
        assertThat(assignment.score()).isEqualTo(lowest);
        assertThat(assignment.changeCost()).isEqualTo(best.changeCost());
    }

    @Test
    void targetsBeyondTheLimitsAreNotBest() {
        TargetAssignment assignment = assignment();
        Limits one = new Limits(OptionalInt.of(0), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty());
        BestTarget best = new BestTarget(assignment, Objective.of(0, one));
        double atStart = assignment.score();
        place(assignment, best, 1, 2, 0);
        assertThat(assignment.score()).isLessThan(atStart);
        assertThat(best.score()).isEqualTo(atStart);
        best.restore();
        assertThat(assignment.movedCount()).isZero();
    }

    @Test
    void anAssignmentThatWasNeverWithinTheLimitsIsRestoredToItsStart() {
        TargetAssignment assignment = assignment();
        assignment.place(1, 2, 0);
        Limits none = new Limits(OptionalInt.of(0), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty());
        BestTarget best = new BestTarget(assignment, Objective.of(0, none));
        place(assignment, best, 2, 1, 0);
        best.restore();
        assertThat(assignment.primary(1)).isEqualTo(2);
        assertThat(assignment.movedCount()).isEqualTo(1);
        assertThat(best.standing()).isEqualTo(Objective.Standing.WORST);
        place(assignment, best, 1, 0, 1);
        assertThat(best.standing()).isNotEqualTo(Objective.Standing.WORST);
    }
}
