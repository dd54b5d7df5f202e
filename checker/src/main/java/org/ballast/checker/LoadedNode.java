package org.ballast.checker;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.ballast.model.InstancePolicy;
import org.ballast.model.N1Rule;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/**
 * The properties of a node that do not change while a plan runs: its hardware, its limits, and what was left of it at
 * the start without any instance.
 *
 * @param index its index in the cluster
 * @param node the node as it was read
 * @param locations the failure domains it belongs to
 * @param vcpuLimit highest ratio of virtual to physical CPUs; negative means any
 * @param spindleLimit highest reckoned spindle use
 * @param diskReserve disk space in MiB that shall stay free
 * @param missingMemory memory in MiB that was neither free nor accounted for at the start; negative if more was free
 * @param disk free disk space in MiB without the instances that exist
 * @param plannedMemory free memory in MiB as reported, without the instances that use memory
 * @param n1Rule how it is judged until a move touches it
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
        long plannedMemory,
        N1Rule n1Rule) {

    static LoadedNode of(Scenario scenario, int index, List<Residence> residences) {
        Node node = scenario.cluster().nodes().get(index);
        InstancePolicy policy = scenario.cluster().groups().get(node.group()).policy();
        long memoryInUse = sum(residences, LoadedNode::memoryInUse);
        long recordedFree = (long) node.memory().total() - node.memory().reserved() - memoryInUse;
        return new LoadedNode(
                index,
                node,
                scenario.tags().locationTags(node),
                scenario.maxVcpuRatio(node),
                policy.spindleRatio() * node.spindles().total(),
                (long) Math.floor(scenario.limits().minFreeDisk() * node.disk().total()),
                recordedFree - node.memory().free(),
                node.disk().free() + sum(residences, LoadedNode::realDisk),
                node.memory().free() + memoryInUse,
                scenario.n1Rule(node));
    }

    /** Returns this node with more of a resource; spindles are not counted here. */
    LoadedNode enlarged(HostResource resource, long amount) {
        return switch (resource) {
            case MEMORY ->
                with(
                        node.withMemory(
                                node.memory().total() + amount, node.memory().free() + amount),
                        disk,
                        amount);
            case DISK -> with(node, disk + amount, 0);
            case VCPUS -> with(node.withCpusReserved(node.cpus().reserved() - amount), disk, 0);
            case SPINDLES -> this;
        };
    }

    private LoadedNode with(Node newNode, long newDisk, long moreMemory) {
        return new LoadedNode(
                index,
                newNode,
                locations,
                vcpuLimit,
                spindleLimit,
                diskReserve,
                missingMemory,
                newDisk,
                plannedMemory + moreMemory,
                n1Rule);
    }

    private static long memoryInUse(Residence residence) {
        return residence instanceof Residence.Primary primary
                ? primary.resident().memoryInUse()
                : 0;
    }

    private static long realDisk(Residence residence) {
        return residence.resident().isReal() ? residence.resident().localDisk() : 0;
    }

    private static long sum(List<Residence> residences, ToLongFunction<Residence> amount) {
        return residences.stream().mapToLong(amount).sum();
    }
}
