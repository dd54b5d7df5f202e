package org.ballast.planner.place.n1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeFailureSimulationTest {
    private static Node node(String name, long free) {
        return new Node(
                name,
                0,
                NodeRole.NORMAL,
                new Node.Memory(4096, 0, free),
                new Node.Disk(100_000, 50_000),
                new Node.Cpus(8, 0, 1),
                new Node.Spindles(4, 0, false),
                List.of());
    }

    private static Instance instance(String name, long memory, DiskTemplate template, Placement placement) {
        return new Instance(
                name,
                memory,
                1024,
                List.of(new Instance.Disk(1024, OptionalLong.empty())),
                1,
                InstanceStatus.RUNNING,
                true,
                placement,
                template,
                List.of(),
                1,
                false,
                List.of());
    }

    private static boolean canEvacuateFirst(List<Instance> instances, long... free) {
        Group group = new Group("g", "uuid", AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT);
        List<Node> nodes = IntStream.range(0, free.length)
                .mapToObj(n -> node("node" + n, free[n]))
                .toList();
        ClusterState state = new ClusterState(
                Scenario.of(new Cluster(List.of(group), nodes, instances, List.of(), InstancePolicy.DEFAULT)));
        return new NodeFailureSimulation(state, state.nodesOf(0)).canEvacuate(0);
    }

    @Test
    void mirroredInstanceNeedsRoomOnItsSecondary() {
        Instance mirrored = instance("a", 2048, DiskTemplate.DRBD, new Placement(0, 1));
        assertThat(canEvacuateFirst(List.of(mirrored), 2048, 4096, 4096)).isTrue();
        assertThat(canEvacuateFirst(List.of(mirrored), 2048, 1024, 4096)).isFalse();
    }

    @Test
    void sharedInstanceGoesWhereThereIsRoom() {
        Instance shared = instance("a", 2048, DiskTemplate.RBD, Placement.on(0));
        assertThat(canEvacuateFirst(List.of(shared), 2048, 1024, 4096)).isTrue();
        assertThat(canEvacuateFirst(List.of(shared), 2048, 1024, 1024)).isFalse();
        assertThat(canEvacuateFirst(List.of(shared), 2048)).isFalse();
    }

    @Test
    void instanceWithLocalDisksIsCreatedAnewWithinThePolicy() {
        Instance plain = instance("a", 2048, DiskTemplate.PLAIN, Placement.on(0));
        Instance tiny = instance("a", 64, DiskTemplate.PLAIN, Placement.on(0));
        assertThat(canEvacuateFirst(List.of(plain), 2048, 4096)).isTrue();
        assertThat(canEvacuateFirst(List.of(tiny), 4032, 4096))
                .as("smaller than the policy allows")
                .isFalse();
    }

    @Test
    void emptyNodeCanAlwaysBeEvacuated() {
        assertThat(canEvacuateFirst(List.of(), 4096)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void askingChangesNothing(long seed) {
        for (long shift = 0; shift < 10; shift++) {
            Cluster cluster = RandomClusters.of(7000 * seed + shift);
            ClusterState state = new ClusterState(Scenario.of(cluster));
            List<NodeReport> before = reports(state);
            for (int group = 0; group < cluster.groups().size(); group++) {
                NodeFailureSimulation simulation = new NodeFailureSimulation(state, state.nodesOf(group));
                for (int node : state.nodesOf(group)) {
                    boolean first = simulation.canEvacuate(node);
                    assertThat(simulation.canEvacuate(node)).isEqualTo(first);
                }
            }
            assertThat(reports(state)).isEqualTo(before);
        }
    }

    private static List<NodeReport> reports(ClusterState state) {
        return IntStream.range(0, state.scenario().cluster().nodes().size())
                .mapToObj(state::report)
                .toList();
    }
}
