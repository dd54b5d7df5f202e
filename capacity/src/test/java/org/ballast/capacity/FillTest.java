package org.ballast.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ballast.capacity.InstanceShape.Size;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the examples are those that hspace of Ganeti 3.0 gives. */
class FillTest {
    private static final Size SMALL = new Size(1024, 10_240, 1, 1);
    private static final OptionalLong ALL = OptionalLong.empty();

    /** Four nodes of 8 GiB memory and 100 GiB disk. */
    private static Cluster four() {
        Group group =
                new Group("group-01", "uuid", AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT);
        List<Node> nodes = IntStream.rangeClosed(1, 4)
                .mapToObj(n -> new Node(
                        "node-" + n,
                        0,
                        NodeRole.NORMAL,
                        new Node.Memory(8192, 0, 8192),
                        new Node.Disk(102_400, 102_400),
                        new Node.Cpus(4, 1, 1),
                        new Node.Spindles(1, 0, false),
                        List.of()))
                .toList();
        return new Cluster(List.of(group), nodes, List.of(), List.of(), InstancePolicy.DEFAULT);
    }

    private static FillResult standard(ClusterState state, DiskTemplate template, OptionalLong limit) {
        CandidateNodes candidateNodes = CandidateNodes.survey(state, CapacityRules.STRICT);
        return StandardFill.fill(state, candidateNodes, new InstanceShape(SMALL, template, 1), limit, placed -> {});
    }

    private static FillResult tiered(ClusterState state, DiskTemplate template, OptionalLong limit) {
        CandidateNodes candidateNodes = CandidateNodes.survey(state, CapacityRules.STRICT);
        return TieredFill.fill(
                state, candidateNodes, List.of(new InstanceShape(SMALL, template, 1)), limit, placed -> {});
    }

    private static ClusterState fresh() {
        return new ClusterState(Scenario.of(four()));
    }

    @Test
    void standardFillingStopsWhenNoMoreFit() {
        FillResult filling = standard(fresh(), DiskTemplate.DRBD, ALL);
        assertThat(filling.placed()).hasSize(18);
        assertThat(filling.failures()).containsOnlyKeys(Verdict.DISK).containsEntry(Verdict.DISK, 12);
    }

    @Test
    void tieredFillingContinuesWithSmallerInstances() {
        FillResult filling = tiered(fresh(), DiskTemplate.DRBD, ALL);
        assertThat(filling.placed())
                .extracting(FillResult.Placed::size)
                .startsWith(SMALL)
                .endsWith(new Size(1024, 9984, 1, 1));
        assertThat(filling.placed()).hasSize(20);
        assertThat(filling.placed().stream().filter(placed -> placed.size().equals(SMALL)))
                .hasSize(18);
    }

    @ParameterizedTest
    @EnumSource(DiskTemplate.class)
    void anyNodeOfAFilledClusterMayFail(DiskTemplate template) {
        ClusterState state = fresh();
        standard(state, template, ALL);
        assertThat(CandidateNodes.unhealthyGroups(state, CapacityRules.STRICT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 17, 18, 19, 20, 100})
    void fillingStopsAtTheLimit(long limit) {
        OptionalLong wanted = OptionalLong.of(limit);
        assertThat(standard(fresh(), DiskTemplate.DRBD, wanted).placed()).hasSize((int) Math.min(18, limit));
        assertThat(tiered(fresh(), DiskTemplate.DRBD, wanted).placed()).hasSize((int) Math.min(20, limit));
    }

    @ParameterizedTest
    @EnumSource(DiskTemplate.class)
    void placementsDoNotDependOnTheLimit(DiskTemplate template) {
        List<Placement> all = places(template, ALL);
        for (int limit = 0; limit < all.size(); limit += 7) {
            assertThat(places(template, OptionalLong.of(limit))).isEqualTo(all.subList(0, limit));
        }
    }

    private static List<Placement> places(DiskTemplate template, OptionalLong limit) {
        ClusterState state = fresh();
        return standard(state, template, limit).placed().stream()
                .map(placed -> state.placement(placed.instance()))
                .toList();
    }

    @Test
    void placedInstancesHaveNames() {
        ClusterState state = fresh();
        standard(state, DiskTemplate.PLAIN, ALL);
        Cluster filled = state.toCluster();
        assertThat(filled.instances()).hasSizeGreaterThan(10);
        for (int i = 0; i < filled.instances().size(); i++) {
            assertThat(filled.instances().get(i).name()).isEqualTo("new-" + i);
        }
    }

    @Test
    void unhealthyClustersAreNotFilled() {
        Cluster cluster = unhealthy();
        ClusterState state = new ClusterState(Scenario.of(cluster));
        CandidateNodes candidateNodes = CandidateNodes.survey(state, CapacityRules.STRICT);
        assertThat(candidateNodes.stopped()).isTrue();
        FillResult filling = StandardFill.fill(
                state, candidateNodes, new InstanceShape(SMALL, DiskTemplate.DRBD, 1), ALL, placed -> {});
        assertThat(filling.placed()).isEmpty();
        assertThat(filling.failures()).isEqualTo(Map.of(Verdict.REDUNDANCY, 1));
        assertThat(CandidateNodes.survey(state, new CapacityRules(true, false, true))
                        .stopped())
                .isFalse();
    }

    /** Returns a cluster with one node that reports less free memory than it must keep for a failover. */
    private static Cluster unhealthy() {
        ClusterState state = fresh();
        standard(state, DiskTemplate.DRBD, OptionalLong.of(4));
        Cluster filled = state.toCluster();
        int full = filled.instances().getFirst().placement().secondary();
        List<Node> nodes = new ArrayList<>(filled.nodes());
        Node node = nodes.get(full);
        nodes.set(
                full,
                new Node(
                        node.name(),
                        0,
                        NodeRole.NORMAL,
                        new Node.Memory(8192, 0, 100),
                        new Node.Disk(102_400, node.disk().free()),
                        new Node.Cpus(4, 1, 1),
                        new Node.Spindles(1, 0, false),
                        List.of()));
        return filled.withNodes(nodes);
    }

    /** Any node can fail after instances were placed, wherever that was so before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void healthyClustersStayHealthy(long seed) {
        for (long shift = 0; shift < 10; shift++) {
            ClusterState state = new ClusterState(Scenario.of(RandomClusters.of(31 * seed + shift)));
            CandidateNodes candidateNodes = CandidateNodes.survey(state, CapacityRules.STRICT);
            for (DiskTemplate template : List.of(DiskTemplate.PLAIN, DiskTemplate.SHARED_FILE)) {
                List<Integer> before = CandidateNodes.unhealthyGroups(state, CapacityRules.STRICT);
                StandardFill.fill(
                        state,
                        candidateNodes,
                        new InstanceShape(SMALL, template, 1),
                        OptionalLong.of(40),
                        placed -> {});
                assertThat(before).containsAll(CandidateNodes.unhealthyGroups(state, CapacityRules.STRICT));
            }
        }
    }
}
