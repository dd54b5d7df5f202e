package org.ballast.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.optimizer.PackReport.Bound;

/**
 * How many nodes instances need at least: the largest nodes must have as much memory and disk together as the instances,
 * an instance with a mirror has two, and one that cannot move keeps its own. What has to be left free for failovers is
 * not reckoned, so more may be needed.
 */
final class NodeBound {
    private final Cluster cluster;
    private final List<Integer> nodes;
    private final List<Integer> instances;
    private final Set<Integer> kept;

    /**
     * Prepares a bound for nodes that instances can change between.
     *
     * @param nodes the online nodes
     * @param instances the instances that have a copy there
     * @param kept the nodes that cannot be emptied
     */
    NodeBound(Cluster cluster, List<Integer> nodes, List<Integer> instances, Set<Integer> kept) {
        this.cluster = cluster;
        this.nodes = nodes;
        this.instances = instances;
        this.kept = kept;
    }

    /** Returns the largest of the numbers that are needed for one thing each. */
    Bound of() {
        Map<Mirroring, Long> disk = new HashMap<>();
        long memory = 0;
        boolean isMirrored = false;
        for (int i : instances) {
            Instance instance = cluster.instances().get(i);
            memory += instance.usesMemory() ? instance.memory() : 0;
            Mirroring mirroring = instance.template().mirroring();
            disk.merge(mirroring, instance.disk(), Long::sum);
            isMirrored |= instance.placement().hasSecondary();
        }
        long copies = 2 * disk.getOrDefault(Mirroring.INTERNAL, 0L) + disk.getOrDefault(Mirroring.NONE, 0L);
        List<Bound> bounds = new ArrayList<>();
        bounds.add(new Bound(instances.isEmpty() ? 0 : isMirrored ? 2 : 1, "two copies of disks are on two nodes"));
        bounds.add(new Bound(new HashSet<>(kept).size(), "some instances cannot leave their nodes"));
        bounds.add(new Bound(
                fewest(memory, node -> node.memory().total() - node.memory().reserved()),
                "instances have " + memory + " MiB of memory"));
        bounds.add(
                new Bound(fewest(copies, node -> node.disk().total()), "instances have " + copies + " MiB of disks"));
        return bounds.stream().max(Comparator.comparingInt(Bound::nodes)).orElseThrow();
    }

    /** Nodes that are kept in any case come first, then the largest. */
    private int fewest(long needed, ToDoubleFunction<Node> size) {
        List<Node> largest = nodes.stream()
                .sorted(Comparator.<Integer>comparingInt(node -> kept.contains(node) ? 0 : 1)
                        .thenComparing(Comparator.<Integer>comparingDouble(node ->
                                        size.applyAsDouble(cluster.nodes().get(node)))
                                .reversed()))
                .map(cluster.nodes()::get)
                .toList();
        double sum = 0;
        int count = 0;
        while (sum < (double) needed && count < largest.size()) {
            sum += Math.max(0, size.applyAsDouble(largest.get(count)));
            count++;
        }
        return count;
    }
}
