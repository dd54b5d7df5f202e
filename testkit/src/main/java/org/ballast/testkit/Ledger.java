package org.ballast.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;

/** The free resources of each node while instances are placed, the memory for failovers included. */
final class Ledger {
    private static final double VCPU_RATIO = 4;

    private final List<Node> nodes;
    private final long[] memory;
    private final long[] disk;
    private final long[] spindles;
    private final double[] vcpus;
    private final long[] largestReserve;
    private final Map<Placement, Long> reserves = new HashMap<>();

    Ledger(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        memory = nodes.stream().mapToLong(node -> node.memory().free()).toArray();
        disk = nodes.stream().mapToLong(node -> node.disk().free()).toArray();
        spindles = nodes.stream().mapToLong(node -> node.spindles().free()).toArray();
        vcpus = nodes.stream()
                .mapToDouble(
                        node -> VCPU_RATIO * node.cpus().total() * node.cpus().speed()
                                - node.cpus().reserved())
                .toArray();
        largestReserve = new long[nodes.size()];
    }

    /** Returns whether the instance fits its placement, and every node can still take over what it has to. */
    boolean fits(Instance instance) {
        Placement placement = instance.placement();
        int primary = placement.primary();
        boolean fits = memory[primary] - memoryOf(instance) >= largestReserve[primary]
                && vcpus[primary] >= instance.vcpus()
                && fitsDisk(instance, primary);
        if (fits && placement.hasSecondary()) {
            int secondary = placement.secondary();
            fits = memory[secondary] >= reserves.getOrDefault(placement, 0L) + reserveOf(instance)
                    && fitsDisk(instance, secondary);
        }
        return fits;
    }

    void add(Instance instance) {
        Placement placement = instance.placement();
        memory[placement.primary()] -= memoryOf(instance);
        vcpus[placement.primary()] -= instance.vcpus();
        takeDisk(instance, placement.primary());
        if (placement.hasSecondary()) {
            int secondary = placement.secondary();
            takeDisk(instance, secondary);
            long reserve = reserves.merge(placement, reserveOf(instance), Long::sum);
            largestReserve[secondary] = Math.max(largestReserve[secondary], reserve);
        }
    }

    /** Returns the nodes with what is left of them. */
    List<Node> nodes() {
        List<Node> result = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            result.add(withFree(nodes.get(i), memory[i], disk[i], spindles[i]));
        }
        return result;
    }

    static Node withFree(Node node, long memoryFree, long diskFree, long spindlesFree) {
        return new Node(
                node.name(),
                node.group(),
                node.role(),
                new Node.Memory(node.memory().total(), node.memory().reserved(), memoryFree),
                new Node.Disk(node.disk().total(), diskFree),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(), spindlesFree, node.spindles().exclusive()),
                node.tags());
    }

    private static long memoryOf(Instance instance) {
        return instance.usesMemory() ? instance.memory() : 0;
    }

    private static long reserveOf(Instance instance) {
        return instance.reservesMemory() ? instance.memory() : 0;
    }

    private boolean fitsDisk(Instance instance, int node) {
        if (!instance.template().usesLocalStorage()) {
            return true;
        }
        boolean fitsSpindles = !nodes.get(node).spindles().exclusive() || spindles[node] >= owned(instance);
        return fitsSpindles && disk[node] >= instance.disk();
    }

    private void takeDisk(Instance instance, int node) {
        // What is only planned has no disks yet, so the node does not report them as used.
        if (instance.template().usesLocalStorage() && !instance.forthcoming()) {
            disk[node] -= instance.disk();
            if (nodes.get(node).spindles().exclusive()) {
                spindles[node] -= owned(instance);
            }
        }
    }

    private static long owned(Instance instance) {
        return instance.totalSpindles().orElse(0);
    }
}
