package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;

class ScheduleReplayTest {
    private static final int ORDERS = 50;

    /** Five nodes; the last has no disk space for a second copy unless another leaves. */
    private static Scenario scenario() {
        Sketch sketch = new Sketch();
        IntStream.range(0, 4).forEach(i -> sketch.node("n" + i));
        return sketch.node("n4", node -> node.disk = 15_000)
                .drbd("i0", "n0", "n4")
                .drbd("i1", "n2", "n3")
                .scenario();
    }

    private static final Plan.Step GO = replace(0, 0, 4, 1);
    private static final Plan.Step COME = replace(1, 2, 3, 4);

    private static Plan.Step replace(int instance, int primary, int secondary, int target) {
        return new Plan.Step(new Move.ReplaceSecondary(instance, target), new Placement(primary, secondary), 0);
    }

    private static List<Refusal> refusals(List<Plan.Step> steps, List<List<Integer>> after, boolean apart) {
        return new PlanChecker(scenario(), Allowance.STEPWISE)
                .checkSchedule(steps, after, ORDERS, apart, 1).violations().stream()
                        .map(PlanChecker.Violation::refusal)
                        .toList();
    }

    @Test
    void acceptsAMoveThatWaitsForTheOneThatMakesRoom() {
        assertThat(refusals(List.of(GO, COME), List.of(List.of(), List.of(0)), true))
                .isEmpty();
    }

    @Test
    void acceptsWaitingForAMoveLaterInTheList() {
        assertThat(refusals(List.of(COME, GO), List.of(List.of(1), List.of()), true))
                .isEmpty();
    }

    @Test
    void refusesAnyOrderInWhichThereIsNoRoom() {
        assertThat(refusals(List.of(GO, COME), List.of(List.of(), List.of()), false))
                .hasAtLeastOneElementOfType(HostRefusal.Disk.class);
    }

    @Test
    void refusesThatBothUseANodeAtTheSameTime() {
        assertThat(refusals(List.of(GO, COME), List.of(List.of(), List.of()), true))
                .contains(new PlanRefusal.SharedNode(4, 0, 1));
    }

    @Test
    void refusesThatEachWaitsForTheOther() {
        assertThat(refusals(List.of(GO, COME), List.of(List.of(1), List.of(0)), true))
                .containsExactly(new PlanRefusal.WaitsForever(0), new PlanRefusal.WaitsForever(1));
    }

    @Test
    void refusesToWaitForAnUnknownMove() {
        assertThat(refusals(List.of(GO), List.of(List.of(3)), true))
                .containsExactly(new PlanRefusal.WaitsForUnknown(0, 3));
    }
}
