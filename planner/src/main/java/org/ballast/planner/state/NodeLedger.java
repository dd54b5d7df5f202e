package org.ballast.planner.state;

import org.ballast.model.N1Rule;
import org.ballast.model.NodeFigures;

/**
 * The books of one node: what its instances take, and what is left. Adding and removing an instance are the only
 * entries; everything the score and the checks want to know is derived from the sums. Memory and disk are in MiB.
 *
 * <p>"Planned" sums differ from the real ones in two ways. They count forthcoming instances. And planned free memory
 * starts from what the hypervisor reported, less what stopped instances would take, while real free memory comes from
 * the instances' nominal sizes.
 *
 * <p>Sums of loads are kept by adding and subtracting in the order of the entries, never recomputed: the score of two
 * moves may differ in the last bit only, and that bit decides between them.
 *
 * <p>Source: the node model of Ganeti 3.0 htools, observed through its tools.
 */
public final class NodeLedger implements NodeFigures {
    private final NodeTable nodes;
    private final InstanceTable instances;
    public int node;

    public int primaryCount;
    public int secondaryCount;
    long instanceMemory;
    /** Memory in use that no instance accounts for when the state was read; negative where instances use less. */
    long unaccountedMemory;

    public long plannedFreeMemory;
    /** The resources taken by the instances that exist. */
    public final NodeBooks real;
    /** The resources taken once forthcoming instances exist as well. */
    public final NodeBooks planned;

    double cpuLoad;
    double memoryLoad;
    double diskLoad;
    double networkLoad;
    public long reservedMemory;
    public boolean failsRedundancy;
    public long locationFaults;
    public final PeerList peers = new PeerList();

    public NodeLedger(NodeTable nodes, InstanceTable instances, int node) {
        this.nodes = nodes;
        this.instances = instances;
        this.node = node;
        real = new NodeBooks(nodes, instances);
        planned = new NodeBooks(nodes, instances);
    }

    public void copyFrom(NodeLedger other) {
        node = other.node;
        primaryCount = other.primaryCount;
        secondaryCount = other.secondaryCount;
        instanceMemory = other.instanceMemory;
        unaccountedMemory = other.unaccountedMemory;
        plannedFreeMemory = other.plannedFreeMemory;
        real.copyFrom(other.real);
        planned.copyFrom(other.planned);
        cpuLoad = other.cpuLoad;
        memoryLoad = other.memoryLoad;
        diskLoad = other.diskLoad;
        networkLoad = other.networkLoad;
        reservedMemory = other.reservedMemory;
        failsRedundancy = other.failsRedundancy;
        locationFaults = other.locationFaults;
        peers.copyFrom(other.peers);
    }

    /**
     * Returns all that decides whether the node takes an instance without tags, and what the score is then, except for
     * what is reserved for each single other node.
     */
    long[] features() {
        return new long[] {
            nodes.model[node],
            primaryCount,
            secondaryCount,
            instanceMemory,
            unaccountedMemory,
            plannedFreeMemory,
            real.freeDisk,
            planned.freeDisk,
            real.vcpus,
            planned.vcpus,
            real.freeSpindles,
            planned.freeSpindles,
            bits(real.spindleUse),
            bits(planned.spindleUse),
            bits(cpuLoad),
            bits(memoryLoad),
            bits(diskLoad),
            bits(networkLoad),
            reservedMemory,
            failsRedundancy ? 1 : 0,
            locationFaults,
            planned.tags.conflicts(),
        };
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    /** Returns memory that is neither the node's nor an instance's nor missing. */
    public long unallocatedMemory() {
        return unallocatedMemory(instanceMemory);
    }

    public long unallocatedMemory(long ofInstances) {
        return nodes.memoryForInstances[node] - ofInstances - Math.max(0, unaccountedMemory);
    }

    /** Takes a primary instance out of the books. */
    public void removePrimary(int i, long locationFaultsOfInstance) {
        planned.removePrimary(node, i);
        plannedFreeMemory += instances.memory[i];
        if (instances.forthcoming[i]) {
            return;
        }
        real.removePrimary(node, i);
        primaryCount--;
        if (instances.usesMemory[i]) {
            instanceMemory -= instances.memory[i];
        }
        failsRedundancy = unallocatedMemory() <= reservedMemory;
        cpuLoad -= instances.cpuLoad[i];
        memoryLoad -= instances.memoryLoad[i];
        diskLoad -= instances.diskLoad[i];
        networkLoad -= instances.networkLoad[i];
        locationFaults -= locationFaultsOfInstance + instances.missedLocations(i, nodes.locationTags[node]);
    }

    /** Takes a secondary instance out of the books. */
    public void removeSecondary(int i, int primary) {
        planned.removeSecondary(node, i);
        if (instances.forthcoming[i]) {
            return;
        }
        real.removeSecondary(node, i);
        secondaryCount--;
        long before = peers.of(primary);
        long after = instances.reservesMemory[i] ? before - instances.memory[i] : before;
        if (after > 0) {
            peers.set(primary, after);
        } else {
            peers.remove(primary);
        }
        if (before >= reservedMemory) {
            reservedMemory = peers.largest();
        }
        failsRedundancy = unallocatedMemory() <= reservedMemory;
        diskLoad -= instances.diskLoad[i];
    }

    /** Enters a primary instance; whether the node can host it is the question of {@link Admission}. */
    public void addPrimary(int i, long locationFaultsOfInstance) {
        planned.addPrimary(node, i);
        plannedFreeMemory -= instances.memory[i];
        if (instances.forthcoming[i]) {
            return;
        }
        real.addPrimary(node, i);
        enterPrimary(i, locationFaultsOfInstance);
        failsRedundancy = unallocatedMemory() <= reservedMemory;
    }

    /** Enters a secondary instance; whether the node can host it is the question of {@link Admission}. */
    public void addSecondary(int i, int primary) {
        planned.addSecondary(node, i);
        if (instances.forthcoming[i]) {
            return;
        }
        real.addSecondary(node, i);
        long need = enterSecondary(i, primary);
        reservedMemory = Math.max(reservedMemory, need);
        failsRedundancy = unallocatedMemory() <= reservedMemory;
    }

    /** Frees the space of so many copies of an instance's disks, or takes it where there are less than none. */
    public void freeDisks(int i, int copies) {
        if (instances.localStorage[i]) {
            planned.freeDisk += copies * instances.disk[i];
            if (!instances.forthcoming[i]) {
                real.freeDisk += copies * instances.disk[i];
            }
        }
    }

    /** Enters a primary instance found on the node when the state was read, without any check. */
    void loadPrimary(int i, long locationFaultsOfInstance) {
        planned.loadPrimary(node, i);
        if (!instances.usesMemory[i]) {
            plannedFreeMemory -= instances.memory[i];
        }
        if (instances.forthcoming[i]) {
            planned.loadForthcomingStorage(node, i);
            return;
        }
        real.loadPrimary(node, i);
        enterPrimary(i, locationFaultsOfInstance);
    }

    /** Enters a secondary instance found on the node when the state was read, without any check. */
    void loadSecondary(int i, int primary) {
        planned.loadSecondary(node, i);
        if (instances.forthcoming[i]) {
            planned.loadForthcomingStorage(node, i);
            return;
        }
        real.loadSecondary(node, i);
        enterSecondary(i, primary);
    }

    private void enterPrimary(int i, long locationFaultsOfInstance) {
        primaryCount++;
        if (instances.usesMemory[i]) {
            instanceMemory += instances.memory[i];
        }
        cpuLoad += instances.cpuLoad[i];
        memoryLoad += instances.memoryLoad[i];
        diskLoad += instances.diskLoad[i];
        networkLoad += instances.networkLoad[i];
        locationFaults += locationFaultsOfInstance + instances.missedLocations(i, nodes.locationTags[node]);
    }

    /** Enters a secondary instance and returns how much memory (MiB) its primary node's failure would now take here. */
    private long enterSecondary(int i, int primary) {
        secondaryCount++;
        diskLoad += instances.diskLoad[i];
        long need = peers.of(primary) + (instances.reservesMemory[i] ? instances.memory[i] : 0);
        peers.set(primary, need);
        return need;
    }

    /** Closes the books after loading: what is reserved, what is missing, and whether a failover can be hosted. */
    void finishLoading(long reportedFreeMemory, N1Rule n1Rule) {
        unaccountedMemory = nodes.memoryForInstances[node] - instanceMemory - reportedFreeMemory;
        reservedMemory = peers.largest();
        failsRedundancy = switch (n1Rule) {
            // "Less" instead of the later "not more": a node that is exactly full is healthy until a move touches it.
            case REPORTED -> reportedFreeMemory < reservedMemory;
            case ASSIGNED -> unallocatedMemory() <= reservedMemory;
        };
    }

    /**
     * Returns the free memory (MiB) with which the node would have to be read for the sums that it has now: memory goes
     * with its instances, and what is missing stays missing.
     */
    long consistentFreeMemory() {
        return nodes.memoryForInstances[node] - instanceMemory - unaccountedMemory;
    }

    /** Returns whether the node, read with free memory as above, would seem able to host any failover and is not. */
    boolean failsUnseen(N1Rule n1Rule) {
        return failsRedundancy && n1Rule == N1Rule.REPORTED && consistentFreeMemory() >= reservedMemory;
    }

    @Override
    public double freeMemory() {
        return unallocatedMemory() / nodes.memoryTotal[node];
    }

    @Override
    public double freeDisk() {
        return real.storageRatio(node);
    }

    @Override
    public double redundancyFailures() {
        return failsRedundancy ? primaryCount + secondaryCount : 0;
    }

    @Override
    public double reservedMemory() {
        return reservedMemory / nodes.memoryTotal[node];
    }

    @Override
    public double primaries() {
        return primaryCount;
    }

    @Override
    public double secondaries() {
        return secondaryCount;
    }

    @Override
    public double vcpuRatio() {
        return real.vcpuRatio(node);
    }

    @Override
    public double cpuLoad() {
        return cpuLoad;
    }

    @Override
    public double memoryLoad() {
        return memoryLoad;
    }

    @Override
    public double diskLoad() {
        return diskLoad;
    }

    @Override
    public double networkLoad() {
        return networkLoad;
    }

    @Override
    public double conflictingTags() {
        return planned.tags.conflicts();
    }

    @Override
    public double spindleUse() {
        return real.spindleRatio(node);
    }

    @Override
    public double plannedFreeMemory() {
        return plannedFreeMemory / nodes.memoryTotal[node];
    }

    @Override
    public double plannedFreeDisk() {
        return planned.storageRatio(node);
    }

    @Override
    public double plannedVcpuRatio() {
        return planned.vcpuRatio(node);
    }

    @Override
    public double plannedSpindleUse() {
        return planned.spindleRatio(node);
    }

    @Override
    public double locationFaults() {
        return locationFaults;
    }
}
