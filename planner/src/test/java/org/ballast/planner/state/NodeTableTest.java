package org.ballast.planner.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class NodeTableTest {
    /** Returns nodes with these tags, where racks and rooms are failure domains and hypervisors restrict migration. */
    private static NodeTable nodes(List<List<String>> tagsOfNodes) {
        SmallCluster cluster = new SmallCluster()
                .tags(
                        "htools:nlocation:rack",
                        "htools:nlocation:room",
                        "htools:migration:hv",
                        "htools:allowmigration:hv:old::hv:new");
        tagsOfNodes.forEach(tags -> cluster.node(draft -> draft.tags = tags));
        return cluster.as(ClusterState::new).nodes;
    }

    @Test
    void nodesShareTheFailureDomainsThatBothBelongTo() {
        NodeTable nodes = nodes(List.of(
                List.of("rack:1", "room:a", "hv:old", "blue"),
                List.of("blue", "room:a", "rack:1", "hv:old"),
                List.of("rack:2", "room:a"),
                List.of("rack:3"),
                List.of()));

        assertThat(nodes.sharedLocations(0, 1)).isEqualTo(2);
        assertThat(nodes.sharedLocations(0, 2)).isEqualTo(1);
        assertThat(nodes.sharedLocations(2, 0)).isEqualTo(1);
        assertThat(nodes.sharedLocations(0, 3)).isZero();
        assertThat(nodes.sharedLocations(0, 4)).isZero();
        assertThat(nodes.sharedLocations(4, 0)).isZero();
        assertThat(nodes.sharedLocations(4, 4)).isZero();
    }

    @Test
    void manyFailureDomainsAreToldApart() {
        List<List<String>> pairs = IntStream.range(0, 150)
                .mapToObj(n -> List.of("rack:" + n, "rack:" + (n + 1)))
                .toList();
        NodeTable nodes = nodes(pairs);

        assertThat(IntStream.range(1, 150)).allSatisfy(n -> {
            assertThat(nodes.sharedLocations(n - 1, n)).isEqualTo(1);
            assertThat(nodes.sharedLocations(n, n - 1)).isEqualTo(1);
            assertThat(nodes.sharedLocations(n, (n + 75) % 150)).isZero();
        });
    }

    @Test
    void migrationNeedsEveryTagOfTheSourceAtTheTarget() {
        NodeTable nodes = nodes(List.of(
                List.of(), List.of("hv:old"), List.of("hv:new"), List.of("hv:new", "hv:big"), List.of("hv:big")));

        assertThat(accepting(nodes, 0)).as("from no tag").containsExactly(0, 1, 2, 3, 4);
        assertThat(accepting(nodes, 1)).as("from old").containsExactly(1, 2, 3);
        assertThat(accepting(nodes, 2)).as("from new").containsExactly(2, 3);
        assertThat(accepting(nodes, 3)).as("from new and big").containsExactly(3);
        assertThat(accepting(nodes, 4)).as("from big").containsExactly(3, 4);
    }

    private static int[] accepting(NodeTable nodes, int from) {
        return IntStream.range(0, nodes.count)
                .filter(to -> nodes.acceptsMigration(from, to))
                .toArray();
    }

    @Test
    void otherTagsDoNotRestrictMigration() {
        NodeTable nodes = nodes(List.of(List.of("rack:1", "hv"), List.of()));

        assertThat(nodes.acceptsMigration(0, 1)).isTrue();
    }

    @Test
    void groupsKnowTheirNodes() {
        NodeTable nodes =
                new SmallCluster().node().node(draft -> draft.group = 1).node().as(ClusterState::new).nodes;

        assertThat(nodes.nodesOf(0)).containsExactly(0, 2);
        assertThat(nodes.nodesOf(1)).containsExactly(1);
        assertThat(nodes.nodesOf(2)).isEmpty();
    }

    @Test
    void oneVirtualCpuMoreThanTheMostBreaksTheRatio() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 10_000; k++) {
            double cpus = random.nextInt(1, 200);
            double ratio = random.nextBoolean() ? random.nextInt(0, 900) / cpus : random.nextDouble(0, 64);
            long most = NodeTable.mostVcpus(ratio, cpus);

            assertThat(most / cpus).as("%s CPUs, ratio %s", cpus, ratio).isLessThanOrEqualTo(ratio);
            assertThat((most + 1) / cpus).as("%s CPUs, ratio %s", cpus, ratio).isGreaterThan(ratio);
        }
    }

    @Test
    void withoutCpusThereAreNoVirtualOnes() {
        assertThat(NodeTable.mostVcpus(4, 0)).isZero();
        assertThat(NodeTable.mostVcpus(0, 0)).isZero();
    }

    @Test
    void withoutARatioThereMayBeAnyNumberOfVirtualCpus() {
        assertThat(NodeTable.mostVcpus(-1, 8)).isEqualTo(NodeTable.ANY_VCPUS);
        assertThat(NodeTable.mostVcpus(Double.NaN, 8)).isEqualTo(NodeTable.ANY_VCPUS);
        assertThat(NodeTable.mostVcpus(1e300, 8)).isEqualTo(NodeTable.ANY_VCPUS);
    }
}
