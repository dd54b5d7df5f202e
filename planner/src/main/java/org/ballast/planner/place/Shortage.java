package org.ballast.planner.place;

import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.Trial;

/**
 * The distance of nodes from taking an instance: what is missing of each resource, in units of what the instance needs
 * of it, added up. It is 0 where nothing measurable is missing; whether the node then takes the instance is the
 * question of {@link Trial}. Searches for room follow it downhill.
 */
public final class Shortage {
    /** An instance with the same exclusion tag weighs as much as a lack of all that is needed. */
    private static final double CONFLICT = 1;

    private final ClusterState state;
    private final int instance;
    private final double memory;
    private final double disk;
    private final double vcpus;

    /** Prepares measurements for one instance. */
    public Shortage(ClusterState state, int instance) {
        this.state = state;
        this.instance = instance;
        memory = Math.max(1, state.instances.memory[instance]);
        disk = Math.max(1, state.instances.disk[instance]);
        vcpus = Math.max(1, state.instances.vcpus[instance]);
    }

    /** Returns what the node lacks to run the instance. */
    public double asPrimary(int node) {
        return asPrimary(state.ledgers[node]);
    }

    /** Returns what the k-th touched node would lack to run the instance after an accepted trial. */
    public double asPrimaryAfter(Trial trial, int k) {
        return asPrimary(trial.touched(k));
    }

    /** Returns what the node lacks to keep a second copy. */
    public double asSecondary(int node) {
        return asSecondary(state.ledgers[node]);
    }

    /** Returns what the k-th touched node would lack to keep a second copy after an accepted trial. */
    public double asSecondaryAfter(Trial trial, int k) {
        return asSecondary(trial.touched(k));
    }

    /** Returns what the node lacks to host the failovers it may have to, the instance left aside. */
    public double ofFailovers(int node) {
        return ofFailovers(state.ledgers[node]);
    }

    /** Returns what the k-th touched node would lack to host the failovers it may have to after an accepted trial. */
    public double ofFailoversAfter(Trial trial, int k) {
        return ofFailovers(trial.touched(k));
    }

    private double asPrimary(NodeLedger ledger) {
        InstanceTable table = state.instances;
        long needed = table.usesMemory[instance] ? table.memory[instance] : 0;
        double missing = missing(needed + ledger.reservedMemory + 1, ledger.unallocatedMemory(), memory);
        missing = Math.max(missing, missing(table.memory[instance] + 1, ledger.plannedFreeMemory, memory));
        double limit = state.nodes.maxVcpuRatio[ledger.node];
        if (limit >= 0 && table.countsVcpus[instance]) {
            double room = limit * state.nodes.cpus[ledger.node];
            missing += missing((double) (ledger.planned.vcpus + table.vcpus[instance]), room, vcpus);
        }
        missing += ledger.planned.tags.containsAny(table.exclusionTags[instance]) ? CONFLICT : 0;
        return table.localStorage[instance] ? missing + storage(ledger) : missing;
    }

    private double asSecondary(NodeLedger ledger) {
        InstanceTable table = state.instances;
        long needed = table.reservesMemory[instance] ? table.memory[instance] : 0;
        long reserved = Math.max(needed, ledger.reservedMemory);
        return missing(reserved + 1, ledger.unallocatedMemory(), memory) + storage(ledger);
    }

    private double ofFailovers(NodeLedger ledger) {
        return ledger.reservedMemory == 0 ? 0 : missing(ledger.reservedMemory + 1, ledger.unallocatedMemory(), memory);
    }

    private double storage(NodeLedger ledger) {
        long wanted = state.instances.disk[instance] + Math.max(1, state.nodes.diskReserve[ledger.node]);
        double missing = missing(wanted, ledger.planned.freeDisk, disk);
        double use = ledger.planned.spindleUseAfterAddition(ledger.node, instance);
        return missing + missing(use, state.nodes.maxSpindleUse[ledger.node], 1);
    }

    private static double missing(long wanted, long there, double unit) {
        return Math.max(0, wanted - there) / unit;
    }

    private static double missing(double wanted, double there, double unit) {
        return Math.max(0, wanted - there) / unit;
    }
}
