package org.ballast.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * A virtual machine.
 *
 * @param name the full name
 * @param memory memory in MiB
 * @param disk disk space in MiB that the instance takes on each node that holds its disks
 * @param disks its single disks; their spindles count with exclusive storage
 * @param vcpus virtual CPUs
 * @param status administrative and operational state
 * @param autoBalance whether automatic tools may move it and memory is reserved for its failover
 * @param placement where it is
 * @param template how its disks are stored
 * @param tags the instance's tags
 * @param spindleUse how much disk load it is reckoned to make, without exclusive storage
 * @param forthcoming whether it is only planned: it claims resources, but does not exist yet
 * @param networks identities of the networks that its interfaces are connected to; a group must have them all
 */
public record Instance(
        String name,
        long memory,
        long disk,
        List<Disk> disks,
        long vcpus,
        InstanceStatus status,
        boolean autoBalance,
        Placement placement,
        DiskTemplate template,
        List<String> tags,
        long spindleUse,
        boolean forthcoming,
        List<String> networks) {

    /** Copies the lists. */
    public Instance {
        disks = List.copyOf(disks);
        tags = List.copyOf(tags);
        networks = List.copyOf(networks);
    }

    /**
     * One disk.
     *
     * @param size size in MiB
     * @param spindles spindles it owns; empty where the backend does not say
     */
    public record Disk(long size, OptionalLong spindles) {}

    /** Returns this instance in another place. */
    public Instance withPlacement(Placement newPlacement) {
        return new Instance(
                name,
                memory,
                disk,
                disks,
                vcpus,
                status,
                autoBalance,
                newPlacement,
                template,
                tags,
                spindleUse,
                forthcoming,
                networks);
    }

    /** Returns this instance with its disks stored in another way. */
    public Instance withTemplate(DiskTemplate newTemplate) {
        return new Instance(
                name,
                memory,
                disk,
                disks,
                vcpus,
                status,
                autoBalance,
                placement,
                newTemplate,
                tags,
                spindleUse,
                forthcoming,
                networks);
    }

    /** Returns the spindles of all disks together, or empty if that of any disk is unknown. */
    public OptionalLong totalSpindles() {
        long sum = 0;
        for (Disk each : disks) {
            if (each.spindles().isEmpty()) {
                return OptionalLong.empty();
            }
            sum += each.spindles().getAsLong();
        }
        return OptionalLong.of(sum);
    }

    /** Returns whether the instance takes memory of its primary node now: it exists and is meant to run there. */
    public boolean usesMemory() {
        return !forthcoming && status.usesMemory();
    }

    /** Returns whether its secondary node keeps memory free for its failover. */
    public boolean reservesMemory() {
        return status != InstanceStatus.ADMIN_OFFLINE && autoBalance;
    }
}
