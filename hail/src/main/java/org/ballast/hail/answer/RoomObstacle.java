package org.ballast.hail.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;

/**
 * The reason for which no moves of other instances can make room for a new one: the request itself is at fault, or no
 * node would be large enough if it was empty.
 *
 * @param cluster the cluster
 * @param request what was refused
 * @param open the nodes that may be used
 */
record RoomObstacle(Cluster cluster, Request.Allocate request, List<Integer> open) {

    /** Returns the obstacle in words without a full stop; nothing if moves might help. */
    Optional<String> find() {
        Instance instance = request.instance();
        int needed = request.requiredNodes();
        if (needed != 1 && needed != 2) {
            return Optional.of("the request is for " + needed + " nodes, not for 1 or 2");
        }
        if (needed == 2 && !instance.template().hasSecondary()) {
            return Optional.of("the request is for two nodes, but instances with "
                    + instance.template().label() + " disks have one");
        }
        List<Node> connected = nodes().stream()
                .filter(node -> cluster.groups().get(node.group()).networks().containsAll(instance.networks()))
                .toList();
        if (connected.size() < needed) {
            return Optional.of("too few nodes are online, in groups that take it and have its networks");
        }
        List<Node> accepting = connected.stream()
                .filter(node -> cluster.groups()
                        .get(node.group())
                        .policy()
                        .accepts(instance, node.spindles().exclusive()))
                .toList();
        if (accepting.isEmpty()) {
            return Optional.of("no group's policy accepts it");
        }
        List<Node> known = accepting.stream()
                .filter(node -> node.memory().total() > 0 && node.cpus().total() > 0)
                .toList();
        return known.isEmpty()
                ? Optional.of("no node that may be used reports memory and CPUs")
                : tooSmall(known, instance);
    }

    private List<Node> nodes() {
        return open.stream().map(node -> cluster.nodes().get(node)).toList();
    }

    private Optional<String> tooSmall(List<Node> nodes, Instance instance) {
        boolean runs = instance.usesMemory();
        if (runs && nodes.stream().noneMatch(node -> node.memory().total() > instance.memory())) {
            return Optional.of(largest(
                    nodes, instance.memory(), "memory", node -> node.memory().total()));
        }
        boolean storesHere = instance.template().usesLocalStorage();
        return storesHere && nodes.stream().noneMatch(node -> node.disk().total() > instance.disk())
                ? Optional.of(largest(
                        nodes,
                        instance.disk(),
                        "disk space",
                        node -> node.disk().total()))
                : Optional.empty();
    }

    private static String largest(List<Node> nodes, long needed, String resource, ToDoubleFunction<Node> size) {
        Node largest = nodes.stream().max(Comparator.comparingDouble(size)).orElseThrow();
        return "it needs " + needed + " MiB of " + resource + ", and no node has more than "
                + (long) size.applyAsDouble(largest) + " MiB (" + largest.name() + ")";
    }
}
