package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Placement;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Rates;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class AllowedPlacementsTest {
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

    private static AllowedPlacements allowed(SmallCluster cluster, MoveRules moves, int... groups) {
        return allowed(cluster, new TargetRules(moves, false, false, List.of(), Rates.USUAL), groups);
    }

    private static AllowedPlacements allowed(SmallCluster cluster, TargetRules rules, int... groups) {
        return new AllowedPlacements(
                cluster.as(ClusterState::new), groups.length == 0 ? new int[] {0, 1} : groups, rules);
    }

    @Test
    void usuallyAMirroredInstanceMayBeOnAnyTwoOnlineNodesOfItsGroup() {
        AllowedPlacements allowed = allowed(nodes().drbd(0, 1), MoveRules.ALL);
        assertThat(allowed.isMovable(0)).isTrue();
        assertThat(allowed.allows(0, 0, 1)).isTrue();
        assertThat(allowed.allows(0, 1, 0)).isTrue();
        assertThat(allowed.allows(0, 3, 1)).isTrue();
        assertThat(allowed.allows(0, 3, 0)).isTrue();
        assertThat(allowed.allows(0, 0, 3)).isTrue();
        assertThat(allowed.allows(0, 3, 3)).isFalse();
        assertThat(allowed.allows(0, 2, 1)).isFalse();
        assertThat(allowed.allows(0, 0, 2)).isFalse();
        assertThat(allowed.allows(0, 4, 5)).isFalse();
        assertThat(allowed.allows(0, 0, 4)).isFalse();
    }

    @Test
    void withoutDiskMovesOnlyRolesChange() {
        AllowedPlacements allowed = allowed(nodes().drbd(0, 1), new MoveRules(false, true, false, false, false));
        assertThat(allowed.allows(0, 1, 0)).isTrue();
        assertThat(allowed.allows(0, 3, 1)).isFalse();
        assertThat(allowed.allows(0, 0, 3)).isFalse();
        assertThat(allowed.allows(0, 1, 3)).isFalse();
    }

    @Test
    void withoutInstanceMovesOnlyTheSecondaryChanges() {
        SmallCluster cluster = nodes().drbd(0, 1).single(0, i -> {});
        AllowedPlacements allowed = allowed(cluster, new MoveRules(true, false, false, false, false));
        assertThat(allowed.allows(0, 0, 3)).isTrue();
        assertThat(allowed.allows(0, 1, 0)).isFalse();
        assertThat(allowed.allows(0, 3, 1)).isFalse();
        assertThat(allowed.isMovable(1)).isFalse();
    }

    @Test
    void restrictedMigrationLetsInstancesLeaveOfflineNodesAlone() {
        SmallCluster cluster = nodes().drbd(0, 1).drbd(2, 1);
        AllowedPlacements allowed = allowed(cluster, new MoveRules(true, true, true, false, false));
        assertThat(allowed.allows(0, 0, 3)).isTrue();
        assertThat(allowed.allows(0, 3, 1)).isFalse();
        assertThat(allowed.allows(1, 1, 3)).isTrue();
        assertThat(allowed.allows(1, 3, 1)).isTrue();
    }

    @Test
    void evacuationIsForInstancesWithAnOfflineNode() {
        SmallCluster cluster =
                nodes().drbd(0, 1).drbd(2, 1).drbd(1, 2).single(2, i -> {}).single(0, i -> {});
        AllowedPlacements allowed = allowed(cluster, new MoveRules(true, true, false, true, false));
        assertThat(List.of(0, 1, 2, 3, 4).stream().filter(allowed::isMovable)).containsExactly(1, 2, 3);
    }

    @Test
    void unmirroredInstancesMoveOnlyIfThatIsAskedFor() {
        SmallCluster cluster = nodes().single(0, i -> i.template = DiskTemplate.PLAIN)
                .single(0, i -> i.template = DiskTemplate.FILE)
                .single(0, i -> i.template = DiskTemplate.DISKLESS)
                .single(0, i -> i.template = DiskTemplate.EXT);
        AllowedPlacements usual = allowed(cluster, MoveRules.ALL);
        assertThat(List.of(0, 1, 2, 3).stream().filter(usual::isMovable)).containsExactly(3);
        TargetRules offline = new TargetRules(MoveRules.ALL, true, false, List.of(), Rates.USUAL);
        AllowedPlacements asked = allowed(cluster, offline);
        assertThat(List.of(0, 1, 2, 3).stream().filter(asked::isMovable)).containsExactly(0, 1, 3);
        assertThat(asked.allows(0, 3, NONE)).isTrue();
        assertThat(asked.allows(0, 2, NONE)).isFalse();
        for (MoveRules half : List.of(
                new MoveRules(false, true, false, false, false), new MoveRules(true, false, false, false, false))) {
            assertThat(allowed(cluster, new TargetRules(half, true, false, List.of(), Rates.USUAL))
                            .isMovable(0))
                    .isFalse();
        }
    }

    @Test
    void groupsAreLeftOnlyIfThatIsAskedFor() {
        SmallCluster cluster = nodes().drbd(0, 1).single(0, i -> {});
        TargetRules across = new TargetRules(MoveRules.ALL, false, true, List.of(), Rates.USUAL);
        AllowedPlacements allowed = allowed(cluster, across);
        assertThat(allowed.allows(0, 4, 5)).isTrue();
        assertThat(allowed.allows(0, 4, 1)).isFalse();
        assertThat(allowed.allows(0, 0, 4)).isFalse();
        assertThat(allowed.allows(1, 4, NONE)).isTrue();
        assertThat(allowed(cluster, across, 0).allows(0, 4, 5)).isFalse();
    }

    @Test
    void groupsThatDoNotTakePartKeepTheirInstances() {
        SmallCluster cluster = nodes().drbd(0, 1).drbd(4, 5);
        AllowedPlacements allowed = allowed(cluster, MoveRules.ALL, 1);
        assertThat(allowed.isMovable(0)).isFalse();
        assertThat(allowed.isMovable(1)).isTrue();
    }

    @Test
    void plannedSplitAndUnbalancedInstancesStay() {
        SmallCluster cluster = nodes().drbd(0, 1, i -> i.forthcoming = true)
                .drbd(0, 4)
                .drbd(0, 1, i -> i.autoBalance = false)
                .drbd(0, 0)
                .single(0, i -> i.autoBalance = false);
        AllowedPlacements allowed = allowed(cluster, MoveRules.ALL);
        assertThat(List.of(0, 1, 2, 3, 4).stream().filter(allowed::isMovable)).isEmpty();
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
                .as(ClusterState::new);
        AllowedPlacements allowed = new AllowedPlacements(
                state, new int[] {0}, new TargetRules(MoveRules.ALL, true, false, List.of(), Rates.USUAL));
        assertThat(allowed.allows(0, 1, 0)).isTrue();
        assertThat(allowed.allows(0, 2, 0)).isFalse();
        assertThat(allowed.allows(0, 0, 2)).isTrue();
        // Who is shut down to move does not migrate.
        assertThat(allowed.allows(1, 2, NONE)).isTrue();
    }
}
