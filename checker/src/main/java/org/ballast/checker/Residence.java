package org.ballast.checker;

/** An instance on one of its nodes, in one of two roles. */
sealed interface Residence {
    /** Returns which instance it is. */
    CheckedInstance resident();

    /**
     * The node runs the instance.
     *
     * @param sharedDomains failure domains that this node and the instance's secondary node had in common when this
     *     residence began
     */
    record Primary(CheckedInstance resident, int sharedDomains) implements Residence {}

    /**
     * The node holds the second copy of the instance's disks.
     *
     * @param primary index of the primary node when this residence began
     */
    record Secondary(CheckedInstance resident, int primary) implements Residence {}
}
