package org.ballast.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Placement;
import org.ballast.planner.balance.MoveRules;
import org.ballast.planner.cost.Rates;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.SmallCluster;
import org.junit.jupiter.api.Test;

class FreedomTest {
    private static final int NONE = Placement.NONE;

    /** Three nodes in one group, two in another; node 2 is offline, and instance 1 has its secondary there. */
    private static SmallCluster nodes() {
        return new SmallCluster()
                .node()
                .node()
                .node(node -> node.offline = true)
                .node()
                .node(node -> node.group = 1)
                .node(node -> node.group = 1);
    }

    private static Freedom freedom(SmallCluster cluster, MoveRules moves, int... groups) {
        return freedom(cluster, new TargetRules(moves, false, false, List.of(), Rates.USUAL), groups);
    }

    private static Freedom freedom(SmallCluster cluster, TargetRules rules, int... groups) {
        return new Freedom(cluster.state(), groups.length == 0 ? new int[] {0, 1} : groups, rules);
    }

    @Test
    void usuallyAMirroredInstanceMayBeOnAnyTwoOnlineNodesOfItsGroup() {
        Freedom freedom = freedom(nodes().drbd(0, 1), MoveRules.ALL);
        assertThat(freedom.isMovable(0)).isTrue();
        assertThat(freedom.allows(0, 0, 1)).isTrue();
        assertThat(freedom.allows(0, 1, 0)).isTrue();
        assertThat(freedom.allows(0, 3, 1)).isTrue();
        assertThat(freedom.allows(0, 3, 0)).isTrue();
        assertThat(freedom.allows(0, 0, 3)).isTrue();
        assertThat(freedom.allows(0, 3, 3)).isFalse();
        assertThat(freedom.allows(0, 2, 1)).isFalse();
        assertThat(freedom.allows(0, 0, 2)).isFalse();
        assertThat(freedom.allows(0, 4, 5)).isFalse();
        assertThat(freedom.allows(0, 0, 4)).isFalse();
    }

    @Test
    void withoutDiskMovesOnlyRolesChange() {
        Freedom freedom = freedom(nodes().drbd(0, 1), new MoveRules(false, true, false, false, false));
        assertThat(freedom.allows(0, 1, 0)).isTrue();
        assertThat(freedom.allows(0, 3, 1)).isFalse();
        assertThat(freedom.allows(0, 0, 3)).isFalse();
        assertThat(freedom.allows(0, 1, 3)).isFalse();
    }

    @Test
    void withoutInstanceMovesOnlyTheSecondaryChanges() {
        SmallCluster cluster = nodes().drbd(0, 1).single(0, i -> {});
        Freedom freedom = freedom(cluster, new MoveRules(true, false, false, false, false));
        assertThat(freedom.allows(0, 0, 3)).isTrue();
        assertThat(freedom.allows(0, 1, 0)).isFalse();
        assertThat(freedom.allows(0, 3, 1)).isFalse();
        assertThat(freedom.isMovable(1)).isFalse();
    }

    @Test
    void restrictedMigrationLetsInstancesLeaveOfflineNodesAlone() {
        SmallCluster cluster = nodes().drbd(0, 1).drbd(2, 1);
        Freedom freedom = freedom(cluster, new MoveRules(true, true, true, false, false));
        assertThat(freedom.allows(0, 0, 3)).isTrue();
        assertThat(freedom.allows(0, 3, 1)).isFalse();
        assertThat(freedom.allows(1, 1, 3)).isTrue();
        assertThat(freedom.allows(1, 3, 1)).isTrue();
    }

    @Test
    void evacuationIsForInstancesWithAnOfflineNode() {
        SmallCluster cluster =
                nodes().drbd(0, 1).drbd(2, 1).drbd(1, 2).single(2, i -> {}).single(0, i -> {});
        Freedom freedom = freedom(cluster, new MoveRules(true, true, false, true, false));
        assertThat(List.of(0, 1, 2, 3, 4).stream().filter(freedom::isMovable)).containsExactly(1, 2, 3);
    }

    @Test
    void unmirroredInstancesMoveOnlyIfThatIsAskedFor() {
        SmallCluster cluster = nodes().single(0, i -> i.template = DiskTemplate.PLAIN)
                .single(0, i -> i.template = DiskTemplate.FILE)
                .single(0, i -> i.template = DiskTemplate.DISKLESS)
                .single(0, i -> i.template = DiskTemplate.EXT);
        Freedom usual = freedom(cluster, MoveRules.ALL);
        assertThat(List.of(0, 1, 2, 3).stream().filter(usual::isMovable)).containsExactly(3);
        TargetRules offline = new TargetRules(MoveRules.ALL, true, false, List.of(), Rates.USUAL);
        Freedom asked = freedom(cluster, offline);
        assertThat(List.of(0, 1, 2, 3).stream().filter(asked::isMovable)).containsExactly(0, 1, 3);
        assertThat(asked.allows(0, 3, NONE)).isTrue();
        assertThat(asked.allows(0, 2, NONE)).isFalse();
        for (MoveRules half : List.of(
                new MoveRules(false, true, false, false, false), new MoveRules(true, false, false, false, false))) {
            assertThat(freedom(cluster, new TargetRules(half, true, false, List.of(), Rates.USUAL))
                            .isMovable(0))
                    .isFalse();
        }
    }

    @Test
    void groupsAreLeftOnlyIfThatIsAskedFor() {
        SmallCluster cluster = nodes().drbd(0, 1).single(0, i -> {});
        TargetRules across = new TargetRules(MoveRules.ALL, false, true, List.of(), Rates.USUAL);
        Freedom freedom = freedom(cluster, across);
        assertThat(freedom.allows(0, 4, 5)).isTrue();
        assertThat(freedom.allows(0, 4, 1)).isFalse();
        assertThat(freedom.allows(0, 0, 4)).isFalse();
        assertThat(freedom.allows(1, 4, NONE)).isTrue();
        assertThat(freedom(cluster, across, 0).allows(0, 4, 5)).isFalse();
    }

    @Test
    void groupsThatDoNotTakePartKeepTheirInstances() {
        SmallCluster cluster = nodes().drbd(0, 1).drbd(4, 5);
        Freedom freedom = freedom(cluster, MoveRules.ALL, 1);
        assertThat(freedom.isMovable(0)).isFalse();
        assertThat(freedom.isMovable(1)).isTrue();
    }

    @Test
    void plannedSplitAndUnbalancedInstancesStay() {
        SmallCluster cluster = nodes().drbd(0, 1, i -> i.forthcoming = true)
                .drbd(0, 4)
                .drbd(0, 1, i -> i.autoBalance = false)
                .drbd(0, 0)
                .single(0, i -> i.autoBalance = false);
        Freedom freedom = freedom(cluster, MoveRules.ALL);
        assertThat(List.of(0, 1, 2, 3, 4).stream().filter(freedom::isMovable)).isEmpty();
    }

    @Test
    void migrationTagsHoldForWhereAnInstanceRuns() {
        ClusterState state = new SmallCluster()
                .tags("htools:migration:hv")
                .node(node -> node.tags = List.of("hv:old"))
                .node(node -> node.tags = List.of("hv:old"))
                .node(node -> node.tags = List.of("hv:new"))
                .drbd(0, 1)
                .single(0, i -> i.template = DiskTemplate.PLAIN)
                .state();
        Freedom freedom =
                new Freedom(state, new int[] {0}, new TargetRules(MoveRules.ALL, true, false, List.of(), Rates.USUAL));
        assertThat(freedom.allows(0, 1, 0)).isTrue();
        assertThat(freedom.allows(0, 2, 0)).isFalse();
        assertThat(freedom.allows(0, 0, 2)).isTrue();
        // Who is shut down to move does not migrate.
        assertThat(freedom.allows(1, 2, NONE)).isTrue();
    }
}
