package org.ballast.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;

/** A cluster whose instances move, with the free memory and disk space that its nodes then report. */
final class MovingCluster {
    private final Cluster start;
    private final List<Instance> instances;
    private final long[] memory;
    private final long[] disk;
    private final long[] spindles;
    private final Set<Integer> touched = new TreeSet<>();
    private final Set<Integer> rescuers = new TreeSet<>();
    private final Map<String, Integer> instanceNumbers = new HashMap<>();
    private final Map<String, Integer> nodeNumbers = new HashMap<>();

    MovingCluster(Cluster start) {
        this.start = start;
        instances = new ArrayList<>(start.instances());
        memory = start.nodes().stream().mapToLong(node -> node.memory().free()).toArray();
        disk = start.nodes().stream().mapToLong(node -> node.disk().free()).toArray();
        spindles =
                start.nodes().stream().mapToLong(node -> node.spindles().free()).toArray();
        for (Instance instance : start.instances()) {
            instanceNumbers.put(instance.name(), instanceNumbers.size());
        }
        for (Node node : start.nodes()) {
            nodeNumbers.put(node.name(), nodeNumbers.size());
        }
    }

    /** Returns the node of this name, full or without a domain. */
    int node(String name) {
        return find(nodeNumbers, name);
    }

    /** Returns the instance of this name, full or without a domain. */
    int instance(String name) {
        return find(instanceNumbers, name);
    }

    /** Where several full names begin like this, the domain is what the shortest one ends in. */
    private static int find(Map<String, Integer> numbers, String name) {
        return numbers.keySet().stream()
                .filter(full -> full.equals(name) || full.startsWith(name + "."))
                .min((one, other) -> Integer.compare(one.length(), other.length()))
                .map(numbers::get)
                .orElseThrow(() -> new AssertionError("nothing is called " + name));
    }

    /** Returns the instance where it is now. */
    Instance get(int instance) {
        return instances.get(instance);
    }

    /** Returns whether a node is offline. */
    boolean isOffline(int node) {
        return start.nodes().get(node).isOffline();
    }

    /** Returns the nodes that some instance has left, come to, or changed its role on. */
    Set<Integer> touched() {
        return Set.copyOf(touched);
    }

    /**
     * Returns the nodes that have taken part in the rescue of an instance from a node that is offline. Ganeti, and so
     * Ballast, does not ask there whether they can still take over what they have to.
     */
    Set<Integer> rescuers() {
        return Set.copyOf(rescuers);
    }

    /** Moves an instance; while its disks are copied, both copies are there. */
    void place(int index, Placement to) {
        Instance instance = instances.get(index);
        Placement from = instance.placement();
        for (int node : nodes(to)) {
            if (start.nodes().get(node).isOffline() && !nodes(from).contains(node)) {
                throw new AssertionError(instance.name() + " comes to a node that is offline: " + to);
            }
        }
        if (instance.usesMemory()) {
            memory[from.primary()] += instance.memory();
            memory[to.primary()] -= instance.memory();
        }
        nodes(to).stream().filter(node -> !nodes(from).contains(node)).forEach(node -> copy(instance, node));
        nodes(from).stream().filter(node -> !nodes(to).contains(node)).forEach(node -> storage(instance, node, 1));
        touched.addAll(nodes(from));
        touched.addAll(nodes(to));
        if (nodes(from).stream().anyMatch(node -> start.nodes().get(node).isOffline())) {
            rescuers.addAll(nodes(to));
        }
        instances.set(index, instance.withPlacement(to));
    }

    private void copy(Instance instance, int node) {
        storage(instance, node, -1);
        if (instance.template().usesLocalStorage() && disk[node] < 0) {
            throw new AssertionError("the disks of " + instance.name() + " do not fit on node " + node);
        }
    }

    private void storage(Instance instance, int node, int sign) {
        if (instance.template().usesLocalStorage() && !instance.forthcoming()) {
            disk[node] += sign * instance.disk();
        }
        // Ganeti has instances take their spindles along wherever their disks are.
        if (start.nodes().get(node).spindles().exclusive() && !instance.forthcoming()) {
            spindles[node] += sign * instance.totalSpindles().orElse(0);
        }
    }

    private static List<Integer> nodes(Placement placement) {
        return placement.hasSecondary()
                ? List.of(placement.primary(), placement.secondary())
                : List.of(placement.primary());
    }

    /** Returns how many instances that exist have a copy on a node. */
    int residents(int node) {
        return (int) instances.stream()
                .filter(instance -> !instance.forthcoming())
                .filter(instance -> nodes(instance.placement()).contains(node))
                .count();
    }

    /** Returns the only group that has nodes, if there is only one. */
    OptionalInt onlyGroup() {
        int[] groups = start.nodes().stream().mapToInt(Node::group).distinct().toArray();
        return groups.length == 1 ? OptionalInt.of(groups[0]) : OptionalInt.empty();
    }

    /** Returns the cluster as it would be read now. */
    Cluster now() {
        List<Node> nodes =
                IntStream.range(0, memory.length).mapToObj(this::node).toList();
        return start.withNodes(nodes).withInstances(instances);
    }

    private Node node(int index) {
        Node node = start.nodes().get(index);
        return new Node(
                node.name(),
                node.group(),
                node.role(),
                new Node.Memory(node.memory().total(), node.memory().reserved(), memory[index]),
                new Node.Disk(node.disk().total(), disk[index]),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        spindles[index],
                        node.spindles().exclusive()),
                node.tags());
    }
}
