package org.ballast.optimizer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.junit.jupiter.api.Test;

class JobsetsTest {
    private static Plan.Step replace(int instance, int primary, int secondary, int target) {
        return new Plan.Step(new Move.ReplaceSecondary(instance, target), new Placement(primary, secondary), 0);
    }

    @Test
    void anEmptyPlanHasNoJobsets() {
        assertThat(Jobsets.of(List.of())).isEmpty();
    }

    @Test
    void movesWithoutCommonNodesShareAJobset() {
        Plan.Step first = replace(0, 0, 1, 2);
        Plan.Step second = replace(1, 3, 4, 5);
        assertThat(Jobsets.of(List.of(first, second))).containsExactly(List.of(first, second));
    }

    @Test
    void movesWithACommonNodeAreInDifferentJobsets() {
        Plan.Step first = replace(0, 0, 1, 2);
        Plan.Step second = replace(1, 3, 4, 2);
        assertThat(Jobsets.of(List.of(first, second))).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void jobsetsAreCutFromTheEndOfThePlan() {
        Plan.Step first = replace(0, 0, 1, 2);
        Plan.Step free = replace(1, 6, 7, 8);
        Plan.Step last = replace(2, 0, 4, 5);
        assertThat(Jobsets.of(List.of(first, free, last))).containsExactly(List.of(first), List.of(free, last));
    }

    @Test
    void movesOnExternalStorageUseNoSecondary() {
        Plan.Step first = new Plan.Step(new Move.FailoverToAny(0, 1), Placement.on(0), 0);
        Plan.Step second = new Plan.Step(new Move.FailoverToAny(1, 3), Placement.on(2), 0);
        assertThat(Jobsets.of(List.of(first, second))).containsExactly(List.of(first, second));
    }
}
