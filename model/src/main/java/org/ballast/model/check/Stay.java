package org.ballast.model.check;

/** A guest on one of its nodes, in one of two roles. */
sealed interface Stay {
    /** Returns who stays. */
    Guest guest();

    /**
     * The node runs the guest.
     *
     * @param sharedDomains failure domains that this node and the guest's secondary node had in common when this stay
     *     began
     */
    record Primary(Guest guest, int sharedDomains) implements Stay {}

    /**
     * The node holds the second copy of the guest's disks.
     *
     * @param primary index of the primary node when this stay began
     */
    record Secondary(Guest guest, int primary) implements Stay {}
}
