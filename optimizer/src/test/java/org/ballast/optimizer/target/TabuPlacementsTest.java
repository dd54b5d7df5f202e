package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class TabuPlacementsTest {
    /** Instance 0 runs on node 1 with its secondary on node 2; instance 1 runs on node 3 alone. */
    private final TabuPlacements tabu = new TabuPlacements(new SmallCluster()
            .node()
            .node()
            .node()
            .node()
            .drbd(1, 2)
            .single(3, instance -> {})
            .as(ClusterState::new));

    @Test
    void aPlacementThatFailedIsForbiddenToItsInstance() {
        tabu.add(0, new Placement(5, 2));
        assertThat(tabu.forbid(0, 5, 2)).isTrue();
        assertThat(tabu.forbid(0, 6, 2)).isFalse();
        assertThat(tabu.forbid(1, 5, 2)).isFalse();
    }

    @Test
    void aKindOfChangeThatFailedTwiceIsForbidden() {
        tabu.add(0, new Placement(5, 2));
        tabu.add(0, new Placement(6, 2));
        assertThat(tabu.forbid(0, 7, 2)).isTrue();
        assertThat(tabu.forbid(0, 7, 8)).isFalse();
        assertThat(tabu.forbid(0, 2, 1)).isFalse();
        assertThat(tabu.forbid(0, 1, 7)).isFalse();
    }

    @Test
    void failuresOfDifferentKindsDoNotAddUp() {
        tabu.add(0, new Placement(5, 2));
        tabu.add(0, new Placement(5, 1));
        assertThat(tabu.forbid(0, 6, 2)).isFalse();
        assertThat(tabu.forbid(0, 6, 1)).isFalse();
    }

    @Test
    void anInstanceWithoutAMirrorMayUseAllOtherPlacements() {
        tabu.add(1, new Placement(5, Placement.NONE));
        tabu.add(1, new Placement(6, Placement.NONE));
        assertThat(tabu.forbid(1, 6, Placement.NONE)).isTrue();
        assertThat(tabu.forbid(1, 7, Placement.NONE)).isFalse();
    }
}
