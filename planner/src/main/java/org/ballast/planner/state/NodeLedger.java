package org.ballast.planner.state;

import org.ballast.model.NodeFigures;

/**
 * The books of one node: what its instances take, and what is left. Adding and removing an instance are the only
 * entries; everything the score and the checks want to know is derived from the sums. Memory and disk are in MiB.
 *
 * <p>"Planned" sums differ from the plain ones in two ways. They count forthcoming instances. And planned free memory
 * starts from what the hypervisor reported, less what stopped instances would take, while plain free memory comes from
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
    int node;

    int primaryCount;
    int secondaryCount;
    long instanceMemory;
    /** Memory in use that no instance accounts for when the state was read; negative where instances use less. */
    long unaccountedMemory;

    long plannedFreeMemory;
    long freeDisk;
    long plannedFreeDisk;
    long vcpus;
    long plannedVcpus;
    long freeSpindles;
    long plannedFreeSpindles;
    double spindleUse;
    double plannedSpindleUse;
    double cpuLoad;
    double memoryLoad;
    double diskLoad;
    double networkLoad;
    long reservedMemory;
    boolean failsRedundancy;
    long locationFaults;
    final PeerList peers = new PeerList();
    /** Exclusion tags of all primary instances, forthcoming ones included. */
    final TagCounter tags = new TagCounter();
    /** Exclusion tags of the primary instances that exist. */
    final TagCounter realTags = new TagCounter();

    NodeLedger(NodeTable nodes, InstanceTable instances, int node) {
        this.nodes = nodes;
        this.instances = instances;
        this.node = node;
    }

    void copyFrom(NodeLedger other) {
        node = other.node;
        primaryCount = other.primaryCount;
        secondaryCount = other.secondaryCount;
        instanceMemory = other.instanceMemory;
        unaccountedMemory = other.unaccountedMemory;
        plannedFreeMemory = other.plannedFreeMemory;
        freeDisk = other.freeDisk;
        plannedFreeDisk = other.plannedFreeDisk;
        vcpus = other.vcpus;
        plannedVcpus = other.plannedVcpus;
        freeSpindles = other.freeSpindles;
        plannedFreeSpindles = other.plannedFreeSpindles;
        spindleUse = other.spindleUse;
        plannedSpindleUse = other.plannedSpindleUse;
        cpuLoad = other.cpuLoad;
        memoryLoad = other.memoryLoad;
        diskLoad = other.diskLoad;
        networkLoad = other.networkLoad;
        reservedMemory = other.reservedMemory;
        failsRedundancy = other.failsRedundancy;
        locationFaults = other.locationFaults;
        peers.copyFrom(other.peers);
        tags.copyFrom(other.tags);
        realTags.copyFrom(other.realTags);
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
            freeDisk,
            plannedFreeDisk,
            vcpus,
            plannedVcpus,
            freeSpindles,
            plannedFreeSpindles,
            bits(spindleUse),
            bits(plannedSpindleUse),
            bits(cpuLoad),
            bits(memoryLoad),
            bits(diskLoad),
            bits(networkLoad),
            reservedMemory,
            failsRedundancy ? 1 : 0,
            locationFaults,
            tags.conflicts(),
        };
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    /** Returns memory that is neither the node's nor an instance's nor missing. */
    long unallocatedMemory() {
        return unallocatedMemory(instanceMemory);
    }

    long unallocatedMemory(long ofInstances) {
        return nodes.memoryForInstances[node] - ofInstances - Math.max(0, unaccountedMemory);
    }

    /** Takes a primary instance out of the books. */
    void removePrimary(int i, long locationFaultsOfInstance) {
        tags.remove(instances.exclusionTags[i]);
        plannedFreeMemory += instances.memory[i];
        if (instances.localStorage[i]) {
            plannedFreeDisk += instances.disk[i];
        }
        if (instances.countsVcpus[i]) {
            plannedVcpus -= instances.vcpus[i];
        }
        plannedFreeSpindles = spindlesAfterRemoval(plannedFreeSpindles, i);
        plannedSpindleUse = spindleUseAfterRemoval(plannedSpindleUse, i);
        if (instances.forthcoming[i]) {
            return;
        }
        primaryCount--;
        realTags.remove(instances.exclusionTags[i]);
        if (instances.usesMemory[i]) {
            instanceMemory -= instances.memory[i];
        }
        failsRedundancy = unallocatedMemory() <= reservedMemory;
        if (instances.localStorage[i]) {
            freeDisk += instances.disk[i];
        }
        freeSpindles = spindlesAfterRemoval(freeSpindles, i);
        spindleUse = spindleUseAfterRemoval(spindleUse, i);
        if (instances.countsVcpus[i]) {
            vcpus -= instances.vcpus[i];
        }
        cpuLoad -= instances.cpuLoad[i];
        memoryLoad -= instances.memoryLoad[i];
        diskLoad -= instances.diskLoad[i];
        networkLoad -= instances.networkLoad[i];
        locationFaults -= locationFaultsOfInstance + instances.missedLocations(i, nodes.locationTags[node]);
    }

    /** Takes a secondary instance out of the books. */
    void removeSecondary(int i, int primary) {
        if (instances.localStorage[i]) {
            plannedFreeDisk += instances.disk[i];
        }
        plannedFreeSpindles = spindlesAfterRemoval(plannedFreeSpindles, i);
        plannedSpindleUse = spindleUseAfterRemoval(plannedSpindleUse, i);
        if (instances.forthcoming[i]) {
            return;
        }
        secondaryCount--;
        if (instances.localStorage[i]) {
            freeDisk += instances.disk[i];
        }
        freeSpindles = spindlesAfterRemoval(freeSpindles, i);
        spindleUse = spindleUseAfterRemoval(spindleUse, i);
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
    void addPrimary(int i, long locationFaultsOfInstance) {
        tags.add(instances.exclusionTags[i]);
        plannedFreeMemory -= instances.memory[i];
        if (instances.localStorage[i]) {
            plannedFreeDisk -= instances.disk[i];
        }
        if (instances.countsVcpus[i]) {
            plannedVcpus += instances.vcpus[i];
        }
        plannedFreeSpindles = spindlesAfterAddition(plannedFreeSpindles, i);
        plannedSpindleUse = spindleUseAfterAddition(plannedSpindleUse, i);
        if (instances.forthcoming[i]) {
            return;
        }
        primaryCount++;
        realTags.add(instances.exclusionTags[i]);
        if (instances.usesMemory[i]) {
            instanceMemory += instances.memory[i];
        }
        failsRedundancy = unallocatedMemory() <= reservedMemory;
        if (instances.localStorage[i]) {
            freeDisk -= instances.disk[i];
        }
        freeSpindles = spindlesAfterAddition(freeSpindles, i);
        spindleUse = spindleUseAfterAddition(spindleUse, i);
        if (instances.countsVcpus[i]) {
            vcpus += instances.vcpus[i];
        }
        cpuLoad += instances.cpuLoad[i];
        memoryLoad += instances.memoryLoad[i];
        diskLoad += instances.diskLoad[i];
        networkLoad += instances.networkLoad[i];
        locationFaults += locationFaultsOfInstance + instances.missedLocations(i, nodes.locationTags[node]);
    }

    /** Enters a secondary instance; whether the node can host it is the question of {@link Admission}. */
    void addSecondary(int i, int primary) {
        plannedFreeDisk -= instances.disk[i];
        plannedFreeSpindles = spindlesAfterAddition(plannedFreeSpindles, i);
        plannedSpindleUse = spindleUseAfterAddition(plannedSpindleUse, i);
        if (instances.forthcoming[i]) {
            return;
        }
        secondaryCount++;
        freeDisk -= instances.disk[i];
        freeSpindles = spindlesAfterAddition(freeSpindles, i);
        spindleUse = spindleUseAfterAddition(spindleUse, i);
        long need = peers.of(primary) + (instances.reservesMemory[i] ? instances.memory[i] : 0);
        peers.set(primary, need);
        reservedMemory = Math.max(reservedMemory, need);
        failsRedundancy = unallocatedMemory() <= reservedMemory;
        diskLoad += instances.diskLoad[i];
    }

    /** Enters a primary instance found on the node when the state was read, without any check. */
    void loadPrimary(int i, long locationFaultsOfInstance) {
        tags.add(instances.exclusionTags[i]);
        if (instances.countsVcpus[i]) {
            plannedVcpus += instances.vcpus[i];
        }
        if (!instances.usesMemory[i]) {
            plannedFreeMemory -= instances.memory[i];
        }
        plannedSpindleUse = spindleUseAfterAddition(plannedSpindleUse, i);
        if (instances.forthcoming[i]) {
            loadForthcomingStorage(i);
            return;
        }
        primaryCount++;
        realTags.add(instances.exclusionTags[i]);
        if (instances.usesMemory[i]) {
            instanceMemory += instances.memory[i];
        }
        if (instances.countsVcpus[i]) {
            vcpus += instances.vcpus[i];
        }
        spindleUse = spindleUseAfterAddition(spindleUse, i);
        cpuLoad += instances.cpuLoad[i];
        memoryLoad += instances.memoryLoad[i];
        diskLoad += instances.diskLoad[i];
        networkLoad += instances.networkLoad[i];
        locationFaults += locationFaultsOfInstance + instances.missedLocations(i, nodes.locationTags[node]);
    }

    /** Enters a secondary instance found on the node when the state was read, without any check. */
    void loadSecondary(int i, int primary) {
        plannedSpindleUse = spindleUseAfterAddition(plannedSpindleUse, i);
        if (instances.forthcoming[i]) {
            loadForthcomingStorage(i);
            return;
        }
        secondaryCount++;
        spindleUse = spindleUseAfterAddition(spindleUse, i);
        diskLoad += instances.diskLoad[i];
        long needed = instances.reservesMemory[i] ? instances.memory[i] : 0;
        peers.set(primary, peers.of(primary) + needed);
    }

    private void loadForthcomingStorage(int i) {
        if (instances.localStorage[i]) {
            plannedFreeDisk -= instances.disk[i];
        }
        plannedFreeSpindles = spindlesAfterAddition(plannedFreeSpindles, i);
    }

    /** Closes the books after loading: what is reserved, what is missing, and whether a failover can be hosted. */
    void finishLoading(long reportedFreeMemory) {
        unaccountedMemory = nodes.memoryForInstances[node] - instanceMemory - reportedFreeMemory;
        reservedMemory = peers.largest();
        // Reported memory counts here, and "less" instead of the later "not more": a node that is exactly full is
        // healthy until the first move touches it.
        failsRedundancy = reportedFreeMemory < reservedMemory;
    }

    long spindlesAfterAddition(long free, int i) {
        if (!nodes.exclusiveStorage[node]) {
            return 0;
        }
        long owned = instances.spindles[i];
        return owned == InstanceTable.UNKNOWN_SPINDLES ? -1 : free - owned;
    }

    private long spindlesAfterRemoval(long free, int i) {
        if (!nodes.exclusiveStorage[node]) {
            return 0;
        }
        long owned = instances.spindles[i];
        return owned == InstanceTable.UNKNOWN_SPINDLES ? free : free + owned;
    }

    double spindleUseAfterAddition(double use, int i) {
        if (nodes.exclusiveStorage[node]) {
            return 0;
        }
        return instances.localStorage[i] ? use + instances.spindleUse[i] : use;
    }

    private double spindleUseAfterRemoval(double use, int i) {
        if (nodes.exclusiveStorage[node]) {
            return 0;
        }
        return instances.localStorage[i] ? use - instances.spindleUse[i] : use;
    }

    @Override
    public double freeMemory() {
        return unallocatedMemory() / nodes.memoryTotal[node];
    }

    @Override
    public double freeDisk() {
        return storageRatio(freeSpindles, freeDisk);
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
        return vcpus / nodes.cpus[node] / nodes.cpuSpeed[node];
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
        return tags.conflicts();
    }

    @Override
    public double spindleUse() {
        return spindleUse / nodes.maxSpindleUse[node];
    }

    @Override
    public double plannedFreeMemory() {
        return plannedFreeMemory / nodes.memoryTotal[node];
    }

    @Override
    public double plannedFreeDisk() {
        return storageRatio(plannedFreeSpindles, plannedFreeDisk);
    }

    @Override
    public double plannedVcpuRatio() {
        return plannedVcpus / nodes.cpus[node] / nodes.cpuSpeed[node];
    }

    @Override
    public double plannedSpindleUse() {
        return plannedSpindleUse / nodes.maxSpindleUse[node];
    }

    @Override
    public double locationFaults() {
        return locationFaults;
    }

    private double storageRatio(long spindles, long disk) {
        if (nodes.exclusiveStorage[node]) {
            return nodes.spindles[node] == 0 ? 1 : (double) spindles / nodes.spindles[node];
        }
        return nodes.diskTotal[node] == 0 ? 1 : disk / nodes.diskTotal[node];
    }
}
