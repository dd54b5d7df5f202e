package org.ballast.planner.state;

import org.ballast.model.InstancePolicy;

/** The verdict of a node on an instance: accepted, or the check that fails first. */
public enum Verdict {
    /** Every check passes. */
    ACCEPTED,
    /** Too little memory, for the instance or for the failovers the node must be able to host. */
    MEMORY,
    /** Too little disk space, or too much reckoned disk load. */
    DISK,
    /** Too many virtual CPUs. */
    VCPUS,
    /** Some node could no longer fail without loss: its instances would not find room elsewhere. */
    REDUNDANCY,
    /** An instance with the same exclusion tag is there already. */
    EXCLUSION_TAG,
    /** The node does not accept running instances from where this one runs. */
    MIGRATION_TAG,
    /** More or fewer disks than the group's policy accepts. */
    DISK_COUNT,
    /** Too few free spindles, or it is not known how many the instance needs. */
    SPINDLES;

    /** Returns the verdict on an instance that the group's policy refuses for this. */
    public static Verdict of(InstancePolicy.Violation violation) {
        return switch (violation) {
            case MEMORY -> MEMORY;
            case DISK_SIZE, TEMPLATE -> DISK;
            case CPUS -> VCPUS;
            case SPINDLES -> SPINDLES;
            case DISK_COUNT -> DISK_COUNT;
        };
    }

    /** Returns whether every check passes. */
    public boolean accepted() {
        return this == ACCEPTED;
    }
}
