package org.ballast.capacity.bottleneck;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.NodeTable;

/**
 * The figures behind verdicts: the demands of an instance on a node and what the node has, check by check in the order
 * in which an allocation makes them. The first demand that is not met gives the verdict; only tags are not measured
 * here. It also tells what the figures would be with more hardware in the node.
 */
public final class AdmissionDemands {
    /** The most of any resource that is tried: 1 EiB. */
    private static final long MOST = 1L << 40;
    /** Doubles tell whole numbers apart up to here. */
    private static final double EXACT = 1L << 52;

    private final ClusterState state;
    private final NodeTable nodes;
    private final InstanceTable instances;
    private final int instance;

    /** Prepares measurements for one instance; they follow the state. */
    public AdmissionDemands(ClusterState state, int instance) {
        this.state = state;
        this.instance = instance;
        nodes = state.nodes;
        instances = state.instances;
    }

    /** A role on a node, with more hardware in it. */
    public interface Measurement {
        /** Returns the demands with this much more in the node. */
        List<ResourceDemand> with(NodeHardware extra);
    }

    /** Returns what the node needs to run the instance. */
    public List<ResourceDemand> asPrimary(int node) {
        return asPrimary(node, NodeHardware.NONE);
    }

    /** Returns what the node would need to run the instance if it had more hardware. */
    public List<ResourceDemand> asPrimary(int node, NodeHardware extra) {
        NodeLedger ledger = state.ledgers[node];
        List<ResourceDemand> demands = new ArrayList<>();
        boolean local = instances.localStorage[instance];
        if (!instances.forthcoming[instance]) {
            long needed = instances.usesMemory[instance] ? instances.memory[instance] : 0;
            long free = ledger.unallocatedMemory() + extra.memory();
            demands.add(new ResourceDemand(ResourceDemand.Kind.MEMORY, needed, free, 1));
            if (local) {
                storage(demands, node, ledger.real.freeDisk, ledger.real.freeSpindles, ledger.real.spindleUse, extra);
            }
            if (!ledger.failsRedundancy) {
                demands.add(new ResourceDemand(ResourceDemand.Kind.MEMORY, needed, free, ledger.reservedMemory + 1));
            }
            vcpus(demands, node, ledger.real.vcpus, extra);
        }
        long planned = ledger.plannedFreeMemory + extra.memory();
        demands.add(new ResourceDemand(ResourceDemand.Kind.MEMORY, instances.memory[instance], planned, 1));
        if (local) {
            storage(
                    demands,
                    node,
                    ledger.planned.freeDisk,
                    ledger.planned.freeSpindles,
                    ledger.planned.spindleUse,
                    extra);
        }
        vcpus(demands, node, ledger.planned.vcpus, extra);
        return demands;
    }

    /** Returns what the node needs to keep the second copy of the instance, which must have one. */
    public List<ResourceDemand> asSecondary(int node, int primary) {
        return asSecondary(node, primary, NodeHardware.NONE);
    }

    /** Returns what the node would need to keep the second copy of the instance if it had more hardware. */
    public List<ResourceDemand> asSecondary(int node, int primary, NodeHardware extra) {
        NodeLedger ledger = state.ledgers[node];
        List<ResourceDemand> demands = new ArrayList<>();
        long needed = instances.reservesMemory[instance] ? instances.memory[instance] : 0;
        if (!instances.forthcoming[instance]) {
            storage(demands, node, ledger.real.freeDisk, ledger.real.freeSpindles, ledger.real.spindleUse, extra);
            long free = ledger.unallocatedMemory() + extra.memory();
            demands.add(new ResourceDemand(ResourceDemand.Kind.MEMORY, needed, free, 1));
            if (!ledger.failsRedundancy) {
                long more = Math.max(0, ledger.peers.of(primary) + needed - ledger.reservedMemory);
                demands.add(new ResourceDemand(ResourceDemand.Kind.MEMORY, more, free, ledger.reservedMemory + 1));
            }
        }
        storage(demands, node, ledger.planned.freeDisk, ledger.planned.freeSpindles, ledger.planned.spindleUse, extra);
        demands.add(
                new ResourceDemand(ResourceDemand.Kind.MEMORY, needed, ledger.plannedFreeMemory + extra.memory(), 1));
        return demands;
    }

    /**
     * Returns the least amount of a resource with which none of its demands is unmet; nothing if no amount does.
     *
     * @param before what is in the node besides
     */
    public static OptionalLong least(HardwareResource resource, NodeHardware before, Measurement role) {
        if (suffices(resource, before, 0, role)) {
            return OptionalLong.of(0);
        }
        long high = 1;
        while (!suffices(resource, before, high, role)) {
            if (high >= MOST) {
                return OptionalLong.empty();
            }
            high *= 2;
        }
        long low = high / 2;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (suffices(resource, before, middle, role)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalLong.of(high);
    }

    private static boolean suffices(HardwareResource resource, NodeHardware before, long amount, Measurement role) {
        for (ResourceDemand demand : role.with(before.plus(NodeHardware.of(resource, amount)))) {
            if (demand.kind().resource() == resource && !demand.isMet()) {
                return false;
            }
        }
        return true;
    }

    private void storage(
            List<ResourceDemand> demands, int node, long disk, long spindles, double use, NodeHardware extra) {
        double total = nodes.diskTotal[node] + extra.disk();
        long kept = (long) Math.floor(state.scenario().limits().minFreeDisk() * total);
        demands.add(new ResourceDemand(
                ResourceDemand.Kind.DISK, instances.disk[instance], disk + extra.disk(), Math.max(1, kept)));
        boolean exclusive = nodes.exclusiveStorage[node];
        if (exclusive) {
            long owned = instances.spindles[instance];
            boolean known = owned != InstanceTable.UNKNOWN_SPINDLES;
            demands.add(new ResourceDemand(
                    ResourceDemand.Kind.SPINDLES, known ? owned : MOST, spindles + extra.spindles(), 0));
        }
        double most = mostSpindleUse(node, extra);
        if (Math.abs(most) < EXACT) {
            long free = (long) Math.floor(most) - (exclusive ? 0 : (long) use);
            demands.add(new ResourceDemand(
                    ResourceDemand.Kind.SPINDLE_USE, exclusive ? 0 : instances.spindleUse[instance], free, 0));
        }
    }

    private double mostSpindleUse(int node, NodeHardware extra) {
        if (extra.spindles() == 0) {
            return nodes.maxSpindleUse[node];
        }
        double ratio = state.scenario()
                .cluster()
                .groups()
                .get(nodes.group[node])
                .policy()
                .spindleRatio();
        return ratio * (nodes.spindles[node] + extra.spindles());
    }

    private void vcpus(List<ResourceDemand> demands, int node, long used, NodeHardware extra) {
        double cpus = nodes.cpus[node] + extra.cpus();
        long most = NodeTable.mostVcpus(nodes.maxVcpuRatio[node], cpus);
        if (cpus >= 0 && most != NodeTable.ANY_VCPUS) {
            long needed = instances.countsVcpus[instance] ? instances.vcpus[instance] : 0;
            demands.add(new ResourceDemand(ResourceDemand.Kind.VCPUS, needed, most - used, 0));
        }
    }
}
