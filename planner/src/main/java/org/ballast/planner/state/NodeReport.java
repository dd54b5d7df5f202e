package org.ballast.planner.state;

import java.util.List;
import java.util.SortedMap;

/**
 * The figures of a node as people see them. Memory and disk are in MiB.
 *
 * @param offline whether it takes no instances
 * @param failsRedundancy whether it could not host a failover it may have to
 * @param instanceMemory memory of its running instances
 * @param unaccountedMemory memory in use that no instance accounts for; negative where instances use less than they may
 * @param unallocatedMemory memory left over for instances
 * @param reservedMemory memory it must keep free for failovers
 * @param freeDisk free disk space
 * @param vcpus virtual CPUs in use
 * @param primaries indices of the instances that run here, latest first
 * @param secondaries indices of the instances that have their secondary here, latest first
 * @param freeMemoryRatio unallocated memory by all memory
 * @param freeDiskRatio free disk space (or spindles) by all
 * @param vcpuRatio virtual by physical CPUs
 * @param cpuLoad sum of the primary instances' CPU load
 * @param memoryLoad sum of the primary instances' memory load
 * @param diskLoad sum of all instances' disk load
 * @param networkLoad sum of the primary instances' network load
 * @param exclusionTags how many primary instances carry each exclusion tag
 * @param conflictingTags how many of them share one with another instance beyond the first
 * @param peers memory needed for the failure of each other node, the largest first
 * @param maxSpindleUse highest reckoned spindle use allowed
 * @param spindleUse reckoned spindle use
 */
public record NodeReport(
        boolean offline,
        boolean failsRedundancy,
        long instanceMemory,
        long unaccountedMemory,
        long unallocatedMemory,
        long reservedMemory,
        long freeDisk,
        long vcpus,
        List<Integer> primaries,
        List<Integer> secondaries,
        double freeMemoryRatio,
        double freeDiskRatio,
        double vcpuRatio,
        double cpuLoad,
        double memoryLoad,
        double diskLoad,
        double networkLoad,
        SortedMap<String, Integer> exclusionTags,
        int conflictingTags,
        List<PeerNeed> peers,
        double maxSpindleUse,
        double spindleUse) {

    /**
     * The memory that the failure of another node would take.
     *
     * @param node index of the node that may fail
     * @param memory memory needed here then, in MiB
     */
    public record PeerNeed(int node, long memory) {}

    /** Returns memory that new instances could use: unallocated and not reserved. */
    public long availableMemory() {
        return Math.max(0, unallocatedMemory - reservedMemory);
    }
}
