package org.ballast.model;

/**
 * The figures of one node that the score needs. "Planned" figures count forthcoming instances, and instances that are
 * down, as if they ran.
 */
public interface NodeFigures {
    /** Returns free memory as a ratio of all memory, after instances' nominal sizes. */
    double freeMemory();

    /**
     * Returns free disk space (with exclusive storage: free spindles) as a ratio of all; 1 where there is no storage.
     */
    double freeDisk();

    /** Returns how many instances (primary and secondary) the node holds, if it cannot host a failover; else 0. */
    double redundancyFailures();

    /** Returns the memory reserved for failovers as a ratio of all memory. */
    double reservedMemory();

    /** Returns the number of instances whose primary node this is. */
    double primaries();

    /** Returns the number of instances whose secondary node this is. */
    double secondaries();

    /** Returns vCPUs per physical CPU, divided by the CPU's relative speed. */
    double vcpuRatio();

    /** Returns the sum of the primary instances' CPU load. */
    double cpuLoad();

    /** Returns the sum of the primary instances' memory load. */
    double memoryLoad();

    /** Returns the sum of the primary and secondary instances' disk load. */
    double diskLoad();

    /** Returns the sum of the primary instances' network load. */
    double networkLoad();

    /** Returns how many primary instances share an exclusion tag with another one beyond the first. */
    double conflictingTags();

    /** Returns the instances' reckoned spindle use as a ratio of the highest allowed one. */
    double spindleUse();

    /** Returns planned free memory as a ratio of all memory. */
    double plannedFreeMemory();

    /** Returns planned free disk space as a ratio of all. */
    double plannedFreeDisk();

    /** Returns planned vCPUs per physical CPU, divided by the CPU's relative speed. */
    double plannedVcpuRatio();

    /** Returns the planned reckoned spindle use as a ratio of the highest allowed one. */
    double plannedSpindleUse();

    /** Returns failure domains that instances share with their secondary, plus the desired locations they miss. */
    double locationFaults();
}
