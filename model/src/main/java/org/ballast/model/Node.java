package org.ballast.model;

import java.util.List;

/**
 * A physical machine that hosts instances.
 *
 * @param name the full name
 * @param group index of the node's group
 * @param role whether it is the master, an ordinary node, or offline
 * @param memoryTotal memory in MiB, as the hypervisor reports it; a fraction only where a backend delivers one
 * @param memoryReserved memory in MiB that the node itself uses
 * @param memoryFree free memory in MiB as reported by the hypervisor when the state was read
 * @param diskTotal size of the volume group in MiB; 0 for a node without local storage
 * @param diskFree free space of the volume group in MiB
 * @param cpus physical CPUs
 * @param cpusReserved virtual CPUs that the node itself uses
 * @param cpuSpeed speed relative to an ordinary node (1.0); vCPUs on a fast node weigh less
 * @param spindles physical spindles with exclusive storage, otherwise the node's spindle count parameter
 * @param spindlesFree free spindles; meaningful with exclusive storage only
 * @param exclusiveStorage whether instances own whole spindles
 * @param tags the node's tags
 */
public record Node(
        String name,
        int group,
        NodeRole role,
        double memoryTotal,
        long memoryReserved,
        long memoryFree,
        double diskTotal,
        long diskFree,
        double cpus,
        long cpusReserved,
        double cpuSpeed,
        long spindles,
        long spindlesFree,
        boolean exclusiveStorage,
        List<String> tags) {

    /** Copies the tags. */
    public Node {
        tags = List.copyOf(tags);
    }

    /** Returns a node of which nothing is known but its name: offline, and without resources. */
    public static Node unreachable(String name, int group) {
        return new Node(name, group, NodeRole.OFFLINE, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, false, List.of());
    }

    /** Returns whether the node takes no instances and is left out of most of the score. */
    public boolean isOffline() {
        return role == NodeRole.OFFLINE;
    }

    /** Returns this node in another role. */
    public Node withRole(NodeRole newRole) {
        return new Node(
                name,
                group,
                newRole,
                memoryTotal,
                memoryReserved,
                memoryFree,
                diskTotal,
                diskFree,
                cpus,
                cpusReserved,
                cpuSpeed,
                spindles,
                spindlesFree,
                exclusiveStorage,
                tags);
    }

    /** Returns this node with other memory (MiB) in all, and other free memory (MiB). */
    public Node withMemory(double newMemoryTotal, long newMemoryFree) {
        return new Node(
                name,
                group,
                role,
                newMemoryTotal,
                memoryReserved,
                newMemoryFree,
                diskTotal,
                diskFree,
                cpus,
                cpusReserved,
                cpuSpeed,
                spindles,
                spindlesFree,
                exclusiveStorage,
                tags);
    }

    /** Returns this node with another number of virtual CPUs for itself. */
    public Node withCpusReserved(long newCpusReserved) {
        return new Node(
                name,
                group,
                role,
                memoryTotal,
                memoryReserved,
                memoryFree,
                diskTotal,
                diskFree,
                cpus,
                newCpusReserved,
                cpuSpeed,
                spindles,
                spindlesFree,
                exclusiveStorage,
                tags);
    }

    /** Returns this node with other free disk space (MiB) and other free spindles. */
    public Node withFreeStorage(long newDiskFree, long newSpindlesFree) {
        return new Node(
                name,
                group,
                role,
                memoryTotal,
                memoryReserved,
                memoryFree,
                diskTotal,
                newDiskFree,
                cpus,
                cpusReserved,
                cpuSpeed,
                spindles,
                newSpindlesFree,
                exclusiveStorage,
                tags);
    }
}
