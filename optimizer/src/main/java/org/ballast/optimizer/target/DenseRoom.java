package org.ballast.optimizer.target;

import org.ballast.optimizer.target.ExactSpreads.Role;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.NodeTable;
import org.ballast.planner.state.TagCounter;

/** The room that each node has left: what instances take, by their role, and what soft limits leave free. */
final class DenseRoom {
    private final NodeTable nodes;
    private final InstanceTable instances;
    private final long[] freeMemory;
    private final long[] plannedFreeMemory;
    private final long[] freeDisk;
    private final long[] vcpus;
    private final long[] freeSpindles;
    private final double[] spindleUse;
    private final TagCounter[] tags;

    /** What must stay free, or may be used, once forthcoming instances have theirs. */
    private final long[] leastDisk;

    private final long[] mostVcpus;
    private final double[] mostSpindleUse;
    private final long[] leastSpindles;
    /** What must be left when an instance comes home that ran there at the start: no more than was left then. */
    private final long[] leastMemoryAtHome;

    /** Starts with the books of a state. */
    DenseRoom(ClusterState state) {
        nodes = state.nodes;
        instances = state.instances;
        freeMemory = new long[nodes.count];
        plannedFreeMemory = new long[nodes.count];
        freeDisk = new long[nodes.count];
        vcpus = new long[nodes.count];
        freeSpindles = new long[nodes.count];
        spindleUse = new double[nodes.count];
        tags = new TagCounter[nodes.count];
        leastDisk = new long[nodes.count];
        mostVcpus = new long[nodes.count];
        mostSpindleUse = new double[nodes.count];
        leastSpindles = new long[nodes.count];
        leastMemoryAtHome = new long[nodes.count];
        for (int node = 0; node < nodes.count; node++) {
            open(node, state.ledgers[node]);
        }
    }

    private void open(int node, NodeLedger ledger) {
        freeMemory[node] = ledger.unallocatedMemory();
        plannedFreeMemory[node] = ledger.plannedFreeMemory;
        leastMemoryAtHome[node] = Math.min(1, ledger.plannedFreeMemory);
        freeDisk[node] = ledger.real.freeDisk;
        vcpus[node] = ledger.real.vcpus;
        freeSpindles[node] = ledger.real.freeSpindles;
        spindleUse[node] = ledger.real.spindleUse;
        tags[node] = new TagCounter();
        tags[node].copyFrom(ledger.planned.tags);
        leastDisk[node] = Math.max(1, nodes.diskReserve[node]) + ledger.real.freeDisk - ledger.planned.freeDisk;
        mostVcpus[node] = nodes.mostVcpus(node) - (ledger.planned.vcpus - ledger.real.vcpus);
        mostSpindleUse[node] = nodes.maxSpindleUse[node] - (ledger.planned.spindleUse - ledger.real.spindleUse);
        leastSpindles[node] = ledger.real.freeSpindles - ledger.planned.freeSpindles;
    }

    /** Returns the memory (MiB) of a node that no instance has. */
    long freeMemory(int node) {
        return freeMemory[node];
    }

    /** Returns the exclusion tags of the instances that run on a node. */
    TagCounter tags(int node) {
        return tags[node];
    }

    /** Nodes on which instances own spindles take none, in whatever role, of which it is not known how many they are. */
    boolean ownsUnknownSpindles(int i, int node) {
        return nodes.exclusiveStorage[node]
                && instances.localStorage[i]
                && instances.spindles[i] == InstanceTable.UNKNOWN_SPINDLES;
    }

    /** Returns whether a node has storage for an instance that is not there yet. */
    boolean hasStorage(int i, int node, boolean ignoreSoft) {
        if (!instances.localStorage[i]) {
            return true;
        }
        if (freeDisk[node] - instances.disk[i] < (ignoreSoft ? 1 : leastDisk[node])) {
            return false;
        }
        if (nodes.exclusiveStorage[node]) {
            return freeSpindles[node] - instances.spindles[i] >= (ignoreSoft ? 0 : leastSpindles[node]);
        }
        return ignoreSoft || spindleUse[node] + instances.spindleUse[i] <= mostSpindleUse[node];
    }

    /**
     * Returns whether soft limits let an instance run on a node where it does not run now, memory for failovers aside.
     *
     * @param isHome whether it ran there at the start
     */
    boolean letsRun(int i, int node, boolean isHome) {
        long cpus = instances.countsVcpus[i] ? vcpus[node] + instances.vcpus[i] : vcpus[node];
        return cpus <= mostVcpus[node]
                && plannedFreeMemory[node] - instances.memory[i] >= (isHome ? leastMemoryAtHome[node] : 1)
                && !tags[node].containsAny(instances.exclusionTags[i]);
    }

    /** Returns whether a node could keep so much memory for a failover, once planned instances have theirs. */
    boolean couldReserve(int i, int node, Role before, long need) {
        return need < plannedFreeMemory[node] + (before == Role.PRIMARY ? instances.memory[i] : 0);
    }

    /** Lets an instance have a role on a node (1), or no longer (-1). */
    void count(int i, int node, Role role, int sign) {
        if (role == Role.NONE) {
            return;
        }
        if (instances.localStorage[i]) {
            freeDisk[node] -= sign * instances.disk[i];
            if (nodes.exclusiveStorage[node]) {
                freeSpindles[node] -= sign * Math.max(0, instances.spindles[i]);
            } else {
                spindleUse[node] += sign * instances.spindleUse[i];
            }
        }
        if (role == Role.PRIMARY) {
            freeMemory[node] -= instances.usesMemory[i] ? sign * instances.memory[i] : 0;
            plannedFreeMemory[node] -= sign * instances.memory[i];
            vcpus[node] += instances.countsVcpus[i] ? sign * instances.vcpus[i] : 0;
            if (sign > 0) {
                tags[node].add(instances.exclusionTags[i]);
            } else {
                tags[node].remove(instances.exclusionTags[i]);
            }
        }
    }
}
