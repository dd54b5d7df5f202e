package org.ballast.capacity.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.Clusters;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.bottleneck.HardwareResource;
import org.ballast.capacity.bottleneck.NodeHardware;
import org.ballast.capacity.bottleneck.RefusalCause;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTest {
    private static final NodeHardware MACHINE = new NodeHardware(Clusters.MEMORY, Clusters.DISK, 17, 100);
    private static final CapacityRules UNCHECKED = new CapacityRules(false, false, false);

    private static Scenario after(Cluster cluster, ClusterChange... changes) {
        return new WhatIf("test", List.of(changes))
                .applyTo(Scenario.of(cluster))
                .scenario();
    }

    @Test
    void prospectsOfSeveralChangesAreCompared() {
        InstanceShape shape = Clusters.shape(DiskTemplate.PLAIN, 2400, 1024, 1);
        List<Prospect> prospects = WhatIf.compare(
                "now",
                Scenario.of(Clusters.of(2)),
                List.of(
                        new WhatIf("one more", List.of(new ClusterChange.AddNodes(1, MACHINE, Optional.empty()))),
                        new WhatIf("one less", List.of(new ClusterChange.LoseNode("node2"))),
                        new WhatIf(
                                "both",
                                List.of(
                                        new ClusterChange.AddNodes(1, MACHINE, Optional.empty()),
                                        new ClusterChange.LoseNode("node2"))),
                        new WhatIf(
                                "more memory",
                                List.of(new ClusterChange.Upgrade(
                                        NodeHardware.of(HardwareResource.MEMORY, 2001),
                                        new ClusterChange.Where.Everywhere())))),
                UNCHECKED,
                new Prospect.Wanted(shape, List.of(shape)),
                count -> {});

        assertThat(prospects.stream().map(Prospect::name))
                .containsExactly("now", "one more", "one less", "both", "more memory");
        assertThat(prospects.stream().map(Prospect::standard)).containsExactly(8, 12, 4, 8, 10);
        assertThat(prospects.stream().map(each -> each.nodes())).containsExactly(2, 3, 1, 2, 2);
        assertThat(prospects.stream().map(each -> each.before().memory().total()))
                .containsExactly(20_000.0, 30_000.0, 10_000.0, 20_000.0, 24_002.0);
        assertThat(prospects).allSatisfy(each -> {
            assertThat(each.stopped()).contains(RefusalCause.MEMORY);
            assertThat(each.before().memory().free()
                            - each.afterStandard().memory().free())
                    .isEqualTo(2400L * each.standard());
            assertThat(each.tiered().getFirst()).isEqualTo(new FillResult.Batch(shape.size(), each.standard()));
        });
        assertThat(prospects.stream().map(Prospect::tieredCount)).containsExactly(10, 15, 5, 10, 10);
        // What is left of 10000 beside four of 2400 takes one of 352 MiB on each node.
        assertThat(prospects.getFirst().tiered().getLast())
                .isEqualTo(new FillResult.Batch(new InstanceShape.Size(352, 1024, 1, 1), 2));
    }

    @Test
    void newNodesHaveUnusedNames() {
        Scenario scenario = after(
                Clusters.of(1),
                new ClusterChange.AddNodes(2, MACHINE, Optional.empty()),
                new ClusterChange.AddNodes(1, MACHINE, Optional.of("main")));

        assertThat(scenario.cluster().nodes().stream().map(Node::name))
                .containsExactly("node1.example.com", "new-node-1", "new-node-2", "new-node-3");
        assertThat(scenario.cluster().nodes())
                .allSatisfy(node -> assertThat(node.group()).isZero());
    }

    @Test
    void newGroupsHaveNamesOfTheirOwn() {
        ClusterChange group = new ClusterChange.AddGroup(AllocationPolicy.LAST_RESORT, 1, MACHINE, true);
        Cluster cluster = after(Clusters.of(1), group, group).cluster();

        assertThat(cluster.groups().stream().map(each -> each.name()))
                .containsExactly("main", "new-group-1", "new-group-2");
        assertThat(cluster.groups().getLast().allocationPolicy()).isEqualTo(AllocationPolicy.LAST_RESORT);
        assertThat(cluster.nodes().getLast().group()).isEqualTo(2);
        assertThat(cluster.nodes().getLast().spindles().free()).isEqualTo(100);
    }

    @Test
    void mirroredInstancesFailOverAndGetAnotherSecondary() {
        Cluster cluster = Clusters.with(
                Clusters.of(3),
                Clusters.instance("a", DiskTemplate.DRBD, new Placement(0, 1)),
                Clusters.instance("b", DiskTemplate.DRBD, new Placement(1, 0)),
                Clusters.instance("c", DiskTemplate.EXT, Placement.on(0)),
                Clusters.instance("d", DiskTemplate.PLAIN, Placement.on(0)));
        ClusterChange.Effect effect = new ClusterChange.LoseNode("node1").applyTo(Scenario.of(cluster));

        assertThat(effect.losses()).isEqualTo(new Losses(List.of("a", "c", "d"), List.of("d"), List.of(), List.of()));
        Cluster after = effect.scenario().cluster();
        assertThat(after.instances().get(0).placement()).isEqualTo(new Placement(1, 2));
        assertThat(after.instances().get(1).placement()).isEqualTo(new Placement(1, 2));
        assertThat(after.instances().get(2).placement()).isEqualTo(Placement.on(2));
        assertThat(after.nodes().get(0).isOffline()).isTrue();
        // Node 2 has a and b, and what was on it is on node 3: two mirrors, and the others.
        assertThat(after.nodes().get(1).memory().free()).isEqualTo(Clusters.MEMORY - 2 * 2000);
        assertThat(after.nodes().get(2).memory().free()).isEqualTo(Clusters.MEMORY - 2 * 2000);
        assertThat(after.nodes().get(2).disk().free()).isEqualTo(Clusters.DISK - 3 * 2000);
    }

    @Test
    void instancesWithoutAPlaceAreStranded() {
        Cluster cluster = Clusters.with(
                Clusters.of(2, new NodeHardware(5000, Clusters.DISK, 16, 100)),
                Clusters.instance("a", DiskTemplate.DRBD, new Placement(0, 1)),
                Clusters.instance("b", DiskTemplate.EXT, Placement.on(0)),
                Clusters.instance("c", DiskTemplate.PLAIN, Placement.on(1)));
        ClusterChange.Effect effect = new ClusterChange.LoseNode("node1").applyTo(Scenario.of(cluster));

        assertThat(effect.losses()).isEqualTo(new Losses(List.of("a"), List.of(), List.of("b"), List.of("a")));
        assertThat(effect.scenario().cluster().instances()).hasSize(2);
        assertThat(effect.scenario().cluster().instances().getFirst().placement())
                .isEqualTo(Placement.on(1));

        Losses both = new WhatIf("", List.of(new ClusterChange.LoseNode("node1"), new ClusterChange.LoseNode("node2")))
                .applyTo(Scenario.of(cluster))
                .losses();
        assertThat(both).isEqualTo(new Losses(List.of(), List.of(), List.of("b", "a", "c"), List.of()));
    }

    @Test
    void allNodesOfALostGroupFailAtOnce() {
        Cluster cluster = Clusters.with(
                Clusters.of(3),
                Clusters.instance("a", DiskTemplate.DRBD, new Placement(0, 1)),
                Clusters.instance("b", DiskTemplate.EXT, Placement.on(2)));
        ClusterChange.Effect effect = new ClusterChange.LoseGroup("main").applyTo(Scenario.of(cluster));

        assertThat(effect.losses().stranded()).containsExactly("a", "b");
        assertThat(effect.scenario().cluster().nodes()).allMatch(Node::isOffline);
    }

    @Test
    void unknownNamesAreReported() {
        Cluster cluster = Clusters.of(2);
        NodeHardware memory = NodeHardware.of(HardwareResource.MEMORY, 1);
        refused(cluster, new ClusterChange.LoseNode("node3"), "unknown node 'node3'");
        refused(cluster, new ClusterChange.LoseGroup("rack"), "unknown group 'rack'");
        refused(cluster, new ClusterChange.AddNodes(1, MACHINE, Optional.of("rack")), "unknown group 'rack'");
        refused(cluster, new ClusterChange.Upgrade(memory, new ClusterChange.Where.OnNode("x")), "unknown node 'x'");
        refused(cluster, new ClusterChange.Upgrade(memory, new ClusterChange.Where.InGroup("x")), "unknown group 'x'");
        refused(
                Clusters.of(0),
                new ClusterChange.Upgrade(memory, new ClusterChange.Where.Everywhere()),
                "no node online");
        refused(cluster, new ClusterChange.AddNodes(100_000, MACHINE, Optional.empty()), "at most 100000 nodes");
        assertThatThrownBy(() -> new ClusterChange.AddNodes(0, MACHINE, Optional.empty()))
                .isInstanceOf(BadChange.class);
    }

    private static void refused(Cluster cluster, ClusterChange change, String reason) {
        assertThatThrownBy(() -> after(cluster, change))
                .isInstanceOf(BadChange.class)
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void growthChangesNothingElse(long seed) {
        for (long shift = 0; shift < 40; shift++) {
            Cluster cluster = RandomClusters.of(2900 * seed + shift);
            Cluster after = after(cluster, new ClusterChange.AddGroup(AllocationPolicy.PREFERRED, 2, MACHINE, false))
                    .cluster();
            int nodes = cluster.nodes().size();
            assertThat(after.nodes().subList(0, nodes)).isEqualTo(cluster.nodes());
            assertThat(after.nodes()).hasSize(nodes + 2);
            assertThat(after.instances()).isEqualTo(cluster.instances());
        }
    }
}
