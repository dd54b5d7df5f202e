package org.ballast.hbal;

import org.ballast.planner.state.NodeReport;

/**
 * What the nodes of groups have left.
 *
 * @param memory memory in MiB
 * @param disk disk space in MiB
 */
record FreeResources(long memory, long disk) {
    static final FreeResources NONE = new FreeResources(0, 0);

    /** Adds up what is left now. */
    static FreeResources of(BalancedGroups groups) {
        long memory = 0;
        long disk = 0;
        for (int node : groups.nodes()) {
            NodeReport report = groups.state().report(node);
            memory += report.unallocatedMemory();
            disk += report.freeDisk();
        }
        return new FreeResources(memory, disk);
    }

    @Override
    public String toString() {
        return "mem=" + memory + " disk=" + disk;
    }
}
