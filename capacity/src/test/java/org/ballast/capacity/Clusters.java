package org.ballast.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ballast.capacity.bottleneck.NodeHardware;
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

/** Small clusters that can be reckoned in the head. */
public final class Clusters {
    public static final long MEMORY = 10_000;
    public static final long DISK = 100_000;

    private Clusters() {}

    public static Group group(String name) {
        return new Group(
                name, "uuid-" + name, AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT);
    }

    public static Node node(String name, int group, NodeHardware hardware) {
        return new Node(
                name,
                group,
                NodeRole.NORMAL,
                new Node.Memory(hardware.memory(), 0, hardware.memory()),
                new Node.Disk(hardware.disk(), hardware.disk()),
                new Node.Cpus(hardware.cpus(), 0, 1),
                new Node.Spindles(hardware.spindles(), 0, false),
                List.of());
    }

    /** Returns equal nodes node1, node2 and so on in one group. */
    public static Cluster of(int count) {
        return of(count, new NodeHardware(MEMORY, DISK, 16, 100));
    }

    public static Cluster of(int count, NodeHardware each) {
        List<Node> nodes = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            nodes.add(node("node" + n + ".example.com", 0, each));
        }
        return new Cluster(List.of(group("main")), nodes, List.of(), List.of(), InstancePolicy.DEFAULT);
    }

    public static Instance instance(String name, DiskTemplate template, Placement placement) {
        return new Instance(
                name,
                2000,
                2000,
                List.of(new Instance.Disk(2000, OptionalLong.of(1))),
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

    /** Returns the cluster with instances and with the resources they take gone from their nodes. */
    public static Cluster with(Cluster cluster, Instance... instances) {
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        for (Instance instance : instances) {
            take(nodes, instance.placement().primary(), instance.memory(), instance);
            if (instance.placement().hasSecondary()) {
                take(nodes, instance.placement().secondary(), 0, instance);
            }
        }
        return cluster.withNodes(nodes).withInstances(List.of(instances));
    }

    /** Returns a cluster in which both failovers of node2 need 4000 MiB on node1, which has less. */
    public static Cluster unhealthy() {
        return with(
                of(2, new NodeHardware(5000, DISK, 16, 100)),
                instance("a", DiskTemplate.DRBD, new Placement(0, 1)),
                instance("b", DiskTemplate.DRBD, new Placement(1, 0)),
                instance("c", DiskTemplate.DRBD, new Placement(1, 0)));
    }

    private static void take(List<Node> nodes, int index, long memory, Instance instance) {
        long disk = instance.template().usesLocalStorage() ? instance.disk() : 0;
        Node node = nodes.get(index);
        nodes.set(
                index,
                new Node(
                        node.name(),
                        node.group(),
                        node.role(),
                        new Node.Memory(node.memory().total(), 0, node.memory().free() - memory),
                        new Node.Disk(node.disk().total(), node.disk().free() - disk),
                        new Node.Cpus(node.cpus().total(), 0, 1),
                        new Node.Spindles(node.spindles().total(), 0, false),
                        List.of()));
    }

    public static InstanceShape shape(DiskTemplate template, long memory, long disk, long vcpus) {
        return new InstanceShape(new InstanceShape.Size(memory, disk, vcpus, 1), template, 1);
    }

    /** Returns the state after as many instances as fit were placed. */
    public static ClusterState filled(Scenario scenario, CapacityRules rules, InstanceShape shape) {
        ClusterState state = new ClusterState(scenario);
        StandardFill.fill(state, CandidateNodes.survey(state, rules), shape, OptionalLong.empty(), count -> {});
        return state;
    }

    public static int fitting(Scenario scenario, CapacityRules rules, InstanceShape shape) {
        ClusterState state = new ClusterState(scenario);
        return StandardFill.fill(state, CandidateNodes.survey(state, rules), shape, OptionalLong.empty(), count -> {})
                .placed()
                .size();
    }
}
