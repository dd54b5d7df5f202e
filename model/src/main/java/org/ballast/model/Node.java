package org.ballast.model;

import java.util.List;

/**
 * A physical machine that hosts instances.
 *
 * @param name the full name
 * @param group index of the node's group
 * @param role whether it is the master, an ordinary node, or offline
 * @param memory its memory
 * @param disk its volume group
 * @param cpus its CPUs
 * @param spindles its spindles
 * @param tags the node's tags
 */
public record Node(
        String name,
        int group,
        NodeRole role,
        Memory memory,
        Disk disk,
        Cpus cpus,
        Spindles spindles,
        List<String> tags) {

    /** Copies the tags. */
    public Node {
        tags = List.copyOf(tags);
    }

    /**
     * Memory in MiB.
     *
     * @param total memory as the hypervisor reports it; a fraction only where a backend delivers one
     * @param reserved memory that the node itself uses
     * @param free free memory as reported by the hypervisor when the state was read
     */
    public record Memory(double total, long reserved, long free) {}

    /**
     * A volume group, in MiB.
     *
     * @param total its size; 0 for a node without local storage
     * @param free its free space
     */
    public record Disk(double total, long free) {}

    /**
     * Physical CPUs.
     *
     * @param total how many there are
     * @param reserved virtual CPUs that the node itself uses
     * @param speed speed relative to an ordinary node (1.0); vCPUs on a fast node weigh less
     */
    public record Cpus(double total, long reserved, double speed) {}

    /**
     * Disks as units that serve requests.
     *
     * @param total physical spindles with exclusive storage, otherwise the node's spindle count parameter
     * @param free free spindles; meaningful with exclusive storage only
     * @param exclusive whether instances own whole spindles
     */
    public record Spindles(long total, long free, boolean exclusive) {}

    /** Returns a node of which nothing is known but its name: offline, and without resources. */
    public static Node unreachable(String name, int group) {
        return new Node(
                name,
                group,
                NodeRole.OFFLINE,
                new Memory(0, 0, 0),
                new Disk(0, 0),
                new Cpus(0, 0, 1),
                new Spindles(0, 0, false),
                List.of());
    }

    /** Returns whether the node takes no instances and is left out of most of the score. */
    public boolean isOffline() {
        return role == NodeRole.OFFLINE;
    }

    /** Returns this node in another role. */
    public Node withRole(NodeRole newRole) {
        return new Node(name, group, newRole, memory, disk, cpus, spindles, tags);
    }

    /** Returns this node with other memory (MiB) in all, and other free memory (MiB). */
    public Node withMemory(double total, long free) {
        return new Node(name, group, role, new Memory(total, memory.reserved, free), disk, cpus, spindles, tags);
    }

    /** Returns this node with another number of virtual CPUs for itself. */
    public Node withCpusReserved(long reserved) {
        return new Node(name, group, role, memory, disk, new Cpus(cpus.total, reserved, cpus.speed), spindles, tags);
    }

    /** Returns this node with other free memory (MiB) and other tags. */
    public Node withFreeMemory(long free, List<String> newTags) {
        return new Node(
                name, group, role, new Memory(memory.total, memory.reserved, free), disk, cpus, spindles, newTags);
    }

    /** Returns this node with other free disk space (MiB) and other free spindles. */
    public Node withFreeStorage(long diskFree, long spindlesFree) {
        return new Node(
                name,
                group,
                role,
                memory,
                new Disk(disk.total, diskFree),
                cpus,
                new Spindles(spindles.total, spindlesFree, spindles.exclusive),
                tags);
    }
}
