package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.ballast.model.InstanceStatus;
import org.ballast.model.Move;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class OvercommitGuardTest {
    /** Of 2,000 MiB free on node 0, an instance that is down wants 3,000; three of 1,024 run there. */
    private static ClusterState crowded() {
        return new SmallCluster()
                .node(node -> node.memoryFree = 2000)
                .node()
                .node()
                .drbd(0, 1)
                .drbd(0, 1)
                .drbd(0, 2)
                .drbd(0, 2, instance -> {
                    instance.memory = 3000;
                    instance.status = InstanceStatus.ADMIN_DOWN;
                })
                .as(ClusterState::new);
    }

    private static TargetAssignment assignment(boolean ignoreSoftErrors) {
        MoveRules moves = new MoveRules(true, true, false, false, ignoreSoftErrors);
        TargetRules usual = TargetRules.USUAL;
        return new TargetAssignment(
                crowded(),
                new int[] {0},
                new TargetRules(moves, usual.offlineMoves(), usual.crossGroups(), usual.placement(), usual.rates()));
    }

    @Test
    void instancesDoNotFailOverFromAnOvercommittedNode() {
        ClusterState state = crowded();
        assertThat(state.plannedFreeMemory(0)).isEqualTo(-1000);
        assertThat(new Trial(state).move(new Move.Failover(0), false).accepted())
                .isFalse();
        assertThat(assignment(false).rise(0, 1, 0)).isEqualTo(TargetAssignment.REFUSED);
        assertThat(assignment(true).rise(0, 1, 0)).isLessThan(TargetAssignment.REFUSED);
    }

    @Test
    void instancesThatLeaveForGoodMakeRoom() {
        TargetAssignment assignment = assignment(false);
        assertThat(assignment.rise(1, 1, 2)).isLessThan(TargetAssignment.REFUSED);
        assignment.place(1, 1, 2);
        assertThat(assignment.rise(0, 1, 0)).isLessThan(TargetAssignment.REFUSED);
        assignment.place(0, 1, 0);
        assertThat(assignment.rise(1, 0, 1)).isEqualTo(TargetAssignment.REFUSED);
        assignment.place(0, 0, 1);
        assertThat(assignment.rise(1, 0, 1)).isLessThan(TargetAssignment.REFUSED);
    }

    @Test
    void changesThatReduceOvercommitmentAreNeverForbidden() {
        TargetAssignment assignment = assignment(false);
        assignment.place(0, 1, 0);
        assignment.place(2, 2, 0);
        assertThat(assignment.rise(0, 0, 1)).isLessThan(TargetAssignment.REFUSED);
        assertThat(assignment.rise(0, 1, 2)).isLessThan(TargetAssignment.REFUSED);
    }
}
