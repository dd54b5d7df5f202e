package org.ballast.planner.state;

/** Whether a node takes an instance, or which check it fails first. */
public enum Verdict {
    /** Every check passes. */
    ACCEPTED,
    /** Too little memory, for the instance or for the failovers the node must be able to host. */
    MEMORY,
    /** Too little disk space, or too much reckoned disk load. */
    DISK,
    /** Too many virtual CPUs. */
    VCPUS,
    /** An instance with the same exclusion tag is there already. */
    EXCLUSION_TAG,
    /** The node does not accept running instances from where this one runs. */
    MIGRATION_TAG,
    /** Too few free spindles, or it is not known how many the instance needs. */
    SPINDLES;

    boolean accepted() {
        return this == ACCEPTED;
    }
}
