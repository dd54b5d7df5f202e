package org.ballast.planner.state;

/**
 * The resources that the instances of one node take, counted in one way: those that exist, or forthcoming ones as well.
 * A {@link NodeLedger} keeps both. Disk space is in MiB.
 */
public final class NodeBooks {
    private final NodeTable nodes;
    private final InstanceTable instances;
    /** Free disk space; with exclusive storage spindles count instead. */
    public long freeDisk;

    public long vcpus;
    /** Free spindles of a node with exclusive storage, 0 without. */
    public long freeSpindles;
    /** Use of spindles that instances share, in the unit of their policy; 0 with exclusive storage. */
    public double spindleUse;
    /** Exclusion tags of the primary instances. */
    public final TagCounter tags = new TagCounter();

    NodeBooks(NodeTable nodes, InstanceTable instances) {
        this.nodes = nodes;
        this.instances = instances;
    }

    void copyFrom(NodeBooks other) {
        freeDisk = other.freeDisk;
        vcpus = other.vcpus;
        freeSpindles = other.freeSpindles;
        spindleUse = other.spindleUse;
        tags.copyFrom(other.tags);
    }

    /** Opens the books of a node on which there is nothing but what a file reports as taken. */
    void open(long disk, long reservedCpus, long spindles) {
        freeDisk = disk;
        vcpus = reservedCpus;
        freeSpindles = spindles;
    }

    void addPrimary(int node, int i) {
        countIn(i);
        if (instances.localStorage[i]) {
            freeDisk -= instances.disk[i];
        }
        addStorage(node, i);
    }

    void removePrimary(int node, int i) {
        tags.remove(instances.exclusionTags[i]);
        if (instances.countsVcpus[i]) {
            vcpus -= instances.vcpus[i];
        }
        removeStorage(node, i);
    }

    /** Enters a second copy of disks, which is local wherever it is asked for. */
    void addSecondary(int node, int i) {
        freeDisk -= instances.disk[i];
        addStorage(node, i);
    }

    void removeSecondary(int node, int i) {
        removeStorage(node, i);
    }

    /** Enters a primary instance whose storage is a part of what the node reported. */
    void loadPrimary(int node, int i) {
        countIn(i);
        loadSecondary(node, i);
    }

    /** Enters a second copy of disks that is a part of what the node reported. */
    void loadSecondary(int node, int i) {
        spindleUse = spindleUseAfterAddition(node, i);
    }

    /** Enters the storage of an instance that is still to come: the node cannot have reported it. */
    void loadForthcomingStorage(int node, int i) {
        if (instances.localStorage[i]) {
            freeDisk -= instances.disk[i];
        }
        freeSpindles = spindlesAfterAddition(node, i);
    }

    private void countIn(int i) {
        tags.add(instances.exclusionTags[i]);
        if (instances.countsVcpus[i]) {
            vcpus += instances.vcpus[i];
        }
    }

    private void addStorage(int node, int i) {
        freeSpindles = spindlesAfterAddition(node, i);
        spindleUse = spindleUseAfterAddition(node, i);
    }

    private void removeStorage(int node, int i) {
        if (instances.localStorage[i]) {
            freeDisk += instances.disk[i];
        }
        freeSpindles = spindlesAfterRemoval(node, i);
        spindleUse = spindleUseAfterRemoval(node, i);
    }

    /** Returns the free spindles with one instance more; negative if it does not say how many it needs. */
    long spindlesAfterAddition(int node, int i) {
        if (!nodes.exclusiveStorage[node]) {
            return 0;
        }
        long owned = instances.spindles[i];
        return owned == InstanceTable.UNKNOWN_SPINDLES ? -1 : freeSpindles - owned;
    }

    private long spindlesAfterRemoval(int node, int i) {
        if (!nodes.exclusiveStorage[node]) {
            return 0;
        }
        long owned = instances.spindles[i];
        return owned == InstanceTable.UNKNOWN_SPINDLES ? freeSpindles : freeSpindles + owned;
    }

    /** Returns the use of shared spindles with one instance more. */
    public double spindleUseAfterAddition(int node, int i) {
        if (nodes.exclusiveStorage[node]) {
            return 0;
        }
        return instances.localStorage[i] ? spindleUse + instances.spindleUse[i] : spindleUse;
    }

    private double spindleUseAfterRemoval(int node, int i) {
        if (nodes.exclusiveStorage[node]) {
            return 0;
        }
        return instances.localStorage[i] ? spindleUse - instances.spindleUse[i] : spindleUse;
    }

    double storageRatio(int node) {
        if (nodes.exclusiveStorage[node]) {
            return nodes.spindles[node] == 0 ? 1 : (double) freeSpindles / nodes.spindles[node];
        }
        return nodes.diskTotal[node] == 0 ? 1 : freeDisk / nodes.diskTotal[node];
    }

    double vcpuRatio(int node) {
        return vcpus / nodes.cpus[node] / nodes.cpuSpeed[node];
    }

    double spindleRatio(int node) {
        return spindleUse / nodes.maxSpindleUse[node];
    }
}
