package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;

/**
 * Random clusters from seeds. Free memory and disk space agree with totals and instances unless the shape says
 * otherwise. Everything a cluster holds can be written as text and read back: each instance has one disk.
 */
public final class RandomClusters {
    private RandomClusters() {}

    /** Returns a small cluster of a random shape. */
    public static Cluster of(long seed) {
        Dice dice = Dice.of(seed);
        return of(ClusterShape.random(dice.fork()), dice);
    }

    /** Returns a small cluster of this shape. */
    public static Cluster of(long seed, ClusterShape shape) {
        Dice dice = Dice.of(seed);
        dice.fork();
        return of(shape, dice);
    }

    /**
     * Returns a large cluster of one group: heterogeneous nodes, instances crowded on early nodes but within their
     * limits, some stopped, some with exclusion tags, all with DRBD disks.
     *
     * @param nodes number of nodes, at least 2
     * @param instancesPerNode average number of instances a node
     */
    public static Cluster skewed(int nodes, int instancesPerNode, long seed) {
        return SkewedCluster.of(nodes, instancesPerNode, Dice.of(seed));
    }

    private static Cluster of(ClusterShape shape, Dice dice) {
        Dice policyDice = dice.fork();
        Dice nodeDice = dice.fork();
        RandomNames names = new RandomNames(dice.fork());
        Tags tags = new Tags(shape.tagging(), dice.fork());
        Dice instanceDice = dice.fork();

        List<Group> groups = groups(shape, names, tags, policyDice);
        List<Node> nodes = nodes(shape, names, tags, nodeDice);
        Ledger ledger = new Ledger(nodes);
        List<String> instanceNames = names.instances(shape.sizes().instances());
        List<Instance> instances = new Workloads(shape, instanceDice, tags, nodes, ledger).place(instanceNames);
        List<Node> filled = ledger.nodes().stream()
                .map(node -> inconsistent(node, shape, nodeDice))
                .toList();
        InstancePolicy policy = policyDice.chance(0.9) ? InstancePolicy.DEFAULT : Policies.strict(policyDice);
        return new Cluster(groups, filled, instances, tags.cluster(), policy);
    }

    private static List<Group> groups(ClusterShape shape, RandomNames names, Tags tags, Dice dice) {
        List<Group> groups = new ArrayList<>();
        for (String name : names.groups(shape.sizes().groups())) {
            boolean strict = dice.chance(shape.faults().strictPolicy());
            groups.add(new Group(
                    name,
                    dice.chance(0.97) ? "uuid-of-" + groups.size() : "uuid '" + groups.size() + "'",
                    dice.pick(AllocationPolicy.values()),
                    tags.group(),
                    dice.chance(0.1) ? List.of("network-1", "network-2") : List.of(),
                    strict ? Policies.strict(dice) : InstancePolicy.DEFAULT));
        }
        return groups;
    }

    private static List<Node> nodes(ClusterShape shape, RandomNames names, Tags tags, Dice dice) {
        Machines machines = new Machines(shape.hardware(), dice);
        int groups = shape.sizes().groups();
        List<Integer> groupOfNode = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            boolean empty = groups > 1 && dice.chance(shape.faults().emptyGroup());
            int count = groups == 1
                    ? shape.sizes().nodes()
                    : dice.between(1, shape.sizes().nodes());
            for (int i = 0; i < count && !empty; i++) {
                groupOfNode.add(group);
            }
        }
        List<Machines.Batch> batches = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            batches.add(machines.batch());
        }
        // Backends deliver the nodes of several groups in any order.
        List<Integer> order = dice.chance(0.5) ? groupOfNode : dice.shuffled(groupOfNode);
        List<String> nodeNames = names.nodes(order.size());
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int group = order.get(i);
            nodes.add(machines.node(nodeNames.get(i), group, batches.get(group), tags.node()));
        }
        if (!nodes.isEmpty() && dice.chance(0.7)) {
            int master = dice.between(0, nodes.size() - 1);
            if (!nodes.get(master).isOffline()) {
                nodes.set(master, nodes.get(master).withRole(NodeRole.MASTER));
            }
        }
        return nodes;
    }

    private static Node inconsistent(Node node, ClusterShape shape, Dice dice) {
        if (!dice.chance(shape.faults().inconsistent())) {
            return node;
        }
        long memory = dice.pick(0L, -100L, -513L, -6000L, 300L, 5000L);
        long disk =
                dice.pick(0L, 0L, -1000L, -1025L, -70_000L, 4096L, -node.disk().free() - 5);
        long spindles = node.spindles().exclusive() ? dice.pick(0L, -1L, 1L) : 0;
        return Ledger.withFree(
                node,
                node.memory().free() + memory,
                node.disk().free() + disk,
                node.spindles().free() + spindles);
    }
}
