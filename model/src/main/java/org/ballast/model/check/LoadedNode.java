package org.ballast.model.check;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/**
 * What does not change about a node while a plan runs: its hardware, its limits, and what was left of it at the start
 * without any guest.
 *
 * @param index its index in the cluster
 * @param node the node as it was read
 * @param locations the failure domains it belongs to
 * @param vcpuLimit highest ratio of virtual to physical CPUs; negative means any
 * @param spindleLimit highest reckoned spindle use
 * @param diskReserve disk space in MiB that shall stay free
 * @param missingMemory memory in MiB that was neither free nor accounted for at the start; negative if more was free
 * @param disk free disk space in MiB without the guests that exist
 * @param plannedMemory free memory in MiB as reported, without the guests that use memory
 */
record LoadedNode(
        int index,
        Node node,
        Set<String> locations,
        double vcpuLimit,
        double spindleLimit,
        long diskReserve,
        long missingMemory,
        long disk,
        long plannedMemory) {

    static LoadedNode of(Scenario scenario, int index, List<Stay> stays) {
        Node node = scenario.cluster().nodes().get(index);
        InstancePolicy policy = scenario.cluster().groups().get(node.group()).policy();
        long memoryInUse = sum(stays, LoadedNode::memoryInUse);
        long recordedFree = (long) node.memoryTotal() - node.memoryReserved() - memoryInUse;
        return new LoadedNode(
                index,
                node,
                scenario.tags().locationTags(node),
                scenario.maxVcpuRatio(node),
                policy.spindleRatio() * node.spindles(),
                (long) Math.floor(scenario.limits().minFreeDisk() * node.diskTotal()),
                recordedFree - node.memoryFree(),
                node.diskFree() + sum(stays, LoadedNode::realDisk),
                node.memoryFree() + memoryInUse);
    }

    private static long memoryInUse(Stay stay) {
        return stay instanceof Stay.Primary primary ? primary.guest().memoryInUse() : 0;
    }

    private static long realDisk(Stay stay) {
        return stay.guest().isReal() ? stay.guest().localDisk() : 0;
    }

    private static long sum(List<Stay> stays, ToLongFunction<Stay> amount) {
        return stays.stream().mapToLong(amount).sum();
    }
}
