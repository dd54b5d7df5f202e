package org.ballast.capacity.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ballast.capacity.Clusters;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservesTest {
    private static Reserves of(Cluster cluster) {
        return Reserves.of(new ClusterState(Scenario.of(cluster)));
    }

    @Test
    void theLargestNeedIsReserved() {
        Reserves reserves = of(Clusters.with(
                Clusters.of(3),
                Clusters.instance("a", DiskTemplate.DRBD, new Placement(0, 2)),
                Clusters.instance("b", DiskTemplate.DRBD, new Placement(1, 2)),
                Clusters.instance("c", DiskTemplate.DRBD, new Placement(1, 2)),
                Clusters.instance("d", DiskTemplate.DRBD, new Placement(2, 0))));

        assertThat(reserves.nodes())
                .containsExactly(
                        new Reserves.OfNode(0, 2000, 8000, List.of(2)),
                        new Reserves.OfNode(1, 0, 6000, List.of()),
                        new Reserves.OfNode(2, 4000, 8000, List.of(1)));
        assertThat(reserves.groups()).containsExactly(new Reserves.OfGroup(0, 6000, 30_000, Optional.empty()));
    }

    @Test
    void theTightestFailureCountsForInstancesWithoutSecondary() {
        Reserves reserves = of(Clusters.with(
                Clusters.of(2),
                Clusters.instance("a", DiskTemplate.EXT, Placement.on(0)),
                Clusters.instance("b", DiskTemplate.EXT, Placement.on(0)),
                Clusters.instance("c", DiskTemplate.DRBD, new Placement(0, 1)),
                Clusters.instance("d", DiskTemplate.PLAIN, Placement.on(1))));

        // Node 0 leaves 4000 behind, and node 1 has 8000 of which a failover takes 2000.
        // Node 1 leaves 2000 behind, and node 0 has 4000: that is tied, and the first one is named.
        assertThat(reserves.groups().getFirst().tightest()).contains(new Reserves.NodeLoss(0, 4000, 6000, true));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumsOfReservesAreThoseOfTheNodes(long seed) {
        for (long shift = 0; shift < 60; shift++) {
            Cluster cluster = RandomClusters.of(1700 * seed + shift);
            Reserves reserves = of(cluster);
            long ofNodes =
                    reserves.nodes().stream().mapToLong(Reserves.OfNode::memory).sum();
            long ofGroups = reserves.groups().stream()
                    .mapToLong(Reserves.OfGroup::memory)
                    .sum();
            assertThat(ofGroups).isEqualTo(ofNodes);
            assertThat(reserves.nodes())
                    .allSatisfy(node -> assertThat(node.failing().isEmpty()).isEqualTo(node.memory() == 0));
        }
    }
}
