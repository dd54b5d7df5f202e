package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;

/**
 * Random clusters as an IAllocator document can describe them: instances may have several disks and be connected to
 * networks, all are balanced automatically, no node is the master, and none has a speed; of a node that does not answer
 * nothing is known but its name, group and tags.
 */
final class RequestClusters {
    static final List<String> NETWORKS = List.of("net-front", "net-back", "net-store");
    private static final int DRBD_OVERHEAD = 128;

    private final Dice dice;
    private final double networked;
    private final double severalDisks;

    private RequestClusters(Dice dice) {
        this.dice = dice;
        networked = dice.knob(0.25, 0.1, 0.7);
        severalDisks = dice.knob(0.3, 0.1, 0.6);
    }

    /** Returns a cluster. */
    static Cluster of(long seed, Dice dice) {
        ClusterShape shape = new RequestShapes(dice.fork()).shape();
        return new RequestClusters(dice.fork()).adapted(RandomClusters.of(seed, shape));
    }

    private Cluster adapted(Cluster cluster) {
        List<Instance> instances = cluster.instances().stream()
                .map(instance -> adapted(instance, cluster))
                .toList();
        boolean dedicated = !cluster.nodes().isEmpty()
                && cluster.nodes().stream().allMatch(node -> node.spindles().exclusive());
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < cluster.groups().size(); group++) {
            groups.add(adapted(cluster, group, dedicated));
        }
        return new Cluster(
                groups,
                cluster.nodes().stream().map(this::adapted).toList(),
                dice.chance(0.3) ? dice.shuffled(instances) : instances,
                cluster.tags(),
                cluster.policy());
    }

    private Group adapted(Cluster cluster, int index, boolean dedicated) {
        Group group = cluster.groups().get(index);
        boolean only = cluster.groups().size() == 1;
        AllocationPolicy allocation =
                AllocationPolicy.values()[only ? dice.weighted(90, 7, 3) : dice.weighted(65, 22, 13)];
        List<String> networks = networked == 0
                ? dice.chance(0.5) ? List.of() : NETWORKS
                : dice.chance(0.6) ? NETWORKS : dice.some(NETWORKS, NETWORKS.size());
        return new Group(
                group.name(), group.uuid(), allocation, group.tags(), networks, policy(cluster, index, dedicated));
    }

    private InstancePolicy policy(Cluster cluster, int index, boolean dedicated) {
        // How many of the smallest instances fit may be counted one by one: they must not be of size zero.
        return Policies.withSmallestMemory(anyPolicy(cluster, index, dedicated), 64);
    }

    private InstancePolicy anyPolicy(Cluster cluster, int index, boolean dedicated) {
        InstancePolicy policy = cluster.groups().get(index).policy();
        boolean exclusive = cluster.nodes().stream()
                .anyMatch(node -> node.group() == index && node.spindles().exclusive());
        if (exclusive) {
            boolean ordinary = !dedicated && dice.chance(0.5);
            return ordinary ? InstancePolicy.DEFAULT : Policies.fractionsOf(largestNode(cluster, index), dice);
        }
        return policy.equals(InstancePolicy.DEFAULT) && dice.chance(0.75) ? Policies.generous(dice) : policy;
    }

    private static Node largestNode(Cluster cluster, int group) {
        return cluster.nodes().stream()
                .filter(node -> node.group() == group)
                .reduce((one, other) -> other.memory().total() > one.memory().total() ? other : one)
                .orElse(cluster.nodes().getFirst());
    }

    private Node adapted(Node node) {
        boolean silent = node.isOffline() && dice.chance(0.5);
        return silent ? silent(node) : awake(node, node.isOffline() ? NodeRole.OFFLINE : NodeRole.NORMAL);
    }

    private static Node awake(Node node, NodeRole role) {
        return new Node(
                node.name(),
                node.group(),
                role,
                new Node.Memory(
                        node.memory().total(),
                        node.memory().reserved(),
                        Math.max(0, node.memory().free())),
                new Node.Disk(node.disk().total(), Math.max(0, node.disk().free())),
                new Node.Cpus(node.cpus().total(), node.cpus().reserved(), 1),
                new Node.Spindles(
                        node.spindles().total(),
                        Math.max(0, node.spindles().free()),
                        node.spindles().exclusive()),
                node.tags());
    }

    /** Returns the node as it looks when it does not answer. */
    static Node silent(Node node) {
        return new Node(
                node.name(),
                node.group(),
                NodeRole.OFFLINE,
                new Node.Memory(0, 0, 0),
                new Node.Disk(0, 0),
                new Node.Cpus(0, 0, 1),
                new Node.Spindles(
                        node.spindles().exclusive() ? 0 : node.spindles().total(),
                        0,
                        node.spindles().exclusive()),
                node.tags());
    }

    private Instance adapted(Instance instance, Cluster cluster) {
        Group group = cluster.groups()
                .get(cluster.nodes().get(instance.placement().primary()).group());
        InstancePolicy policy = group.policy();
        return new Instance(
                instance.name(),
                instance.memory(),
                instance.disk(),
                disks(instance, policy),
                instance.vcpus(),
                status(instance.status()),
                true,
                instance.placement(),
                instance.template(),
                instance.tags(),
                instance.spindleUse(),
                instance.forthcoming(),
                networks());
    }

    private List<String> networks() {
        return dice.chance(networked) ? dice.some(NETWORKS, 2) : List.of();
    }

    /** Divides the instance's disk space between one disk or more. */
    private List<Instance.Disk> disks(Instance instance, InstancePolicy policy) {
        int wanted = dice.chance(severalDisks) ? dice.between(1, 4) : 1;
        long overhead = instance.template().hasSecondary() ? DRBD_OVERHEAD : 0;
        long smallest = policy.ranges().isEmpty()
                ? 1024
                : policy.ranges().getFirst().min().diskSize();
        int count = Math.clamp(instance.disk() / Math.max(1, smallest + overhead), 1, wanted);
        long total = Math.max(0, instance.disk() - count * overhead);
        OptionalLong spindles = instance.totalSpindles();
        List<Instance.Disk> disks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            disks.add(new Instance.Disk(total / count, i == 0 || spindles.isEmpty() ? spindles : OptionalLong.of(0)));
        }
        return disks;
    }

    private static InstanceStatus status(InstanceStatus status) {
        return switch (status) {
            case RUNNING, ERROR_UP, ERROR_NODE_DOWN, ERROR_NODE_OFFLINE, ERROR_WRONG_NODE -> InstanceStatus.RUNNING;
            case ADMIN_DOWN, ERROR_DOWN, USER_DOWN -> InstanceStatus.ADMIN_DOWN;
            case ADMIN_OFFLINE -> InstanceStatus.ADMIN_OFFLINE;
        };
    }
}
