package org.ballast.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.ballast.model.InstanceStatus;
import org.ballast.model.Move;
import org.ballast.planner.balance.MoveRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.SmallCluster;
import org.ballast.planner.state.Trial;
import org.junit.jupiter.api.Test;

class CrowdingTest {
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
                .state();
    }

    private static Draft draft(boolean ignoreSoftErrors) {
        MoveRules moves = new MoveRules(true, true, false, false, ignoreSoftErrors);
        TargetRules usual = TargetRules.USUAL;
        return new Draft(
                crowded(),
                new int[] {0},
                new TargetRules(moves, usual.offlineMoves(), usual.crossGroups(), usual.placement(), usual.rates()));
    }

    @Test
    void nothingFailsOverFromACrowdedNode() {
        ClusterState state = crowded();
        assertThat(state.plannedFreeMemory(0)).isEqualTo(-1000);
        assertThat(new Trial(state).move(new Move.Failover(0), false).accepted())
                .isFalse();
        assertThat(draft(false).rise(0, 1, 0)).isEqualTo(Draft.REFUSED);
        assertThat(draft(true).rise(0, 1, 0)).isLessThan(Draft.REFUSED);
    }

    @Test
    void whoLeavesForGoodMakesRoom() {
        Draft draft = draft(false);
        assertThat(draft.rise(1, 1, 2)).isLessThan(Draft.REFUSED);
        draft.place(1, 1, 2);
        assertThat(draft.rise(0, 1, 0)).isLessThan(Draft.REFUSED);
        draft.place(0, 1, 0);
        assertThat(draft.rise(1, 0, 1)).isEqualTo(Draft.REFUSED);
        draft.place(0, 0, 1);
        assertThat(draft.rise(1, 0, 1)).isLessThan(Draft.REFUSED);
    }

    @Test
    void whatBringsATargetNearerIsNeverForbidden() {
        Draft draft = draft(false);
        draft.place(0, 1, 0);
        draft.place(2, 2, 0);
        assertThat(draft.rise(0, 0, 1)).isLessThan(Draft.REFUSED);
        assertThat(draft.rise(0, 1, 2)).isLessThan(Draft.REFUSED);
    }
}
