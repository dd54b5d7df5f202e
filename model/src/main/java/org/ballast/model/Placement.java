package org.ballast.model;

/**
 * The nodes of an instance, as indices into {@link Cluster#nodes()}.
 *
 * @param primary the node it runs on, or {@link #NONE} if it is {@link #NOWHERE}
 * @param secondary the node with the second copy of its disks, or {@link #NONE}
 */
public record Placement(int primary, int secondary) {
    /** The index in place of a node that is not there. */
    public static final int NONE = -1;

    /** The placement of a new instance that has no node yet. */
    public static final Placement NOWHERE = new Placement(NONE, NONE);

    /** Rejects a secondary node without a primary node. */
    public Placement {
        if (primary < NONE || secondary < NONE || (primary == NONE && secondary != NONE)) {
            throw new IllegalArgumentException("not a placement: primary " + primary + ", secondary " + secondary);
        }
    }

    /** Returns a placement without a secondary node. */
    public static Placement on(int primary) {
        return new Placement(primary, NONE);
    }

    /** Returns the placement after primary and secondary changed roles. */
    public Placement swapped() {
        int newPrimary = secondary;
        return new Placement(newPrimary, primary);
    }

    /** Returns whether there is no node yet. */
    public boolean isNowhere() {
        return primary == NONE;
    }

    /** Returns whether there is a secondary node. */
    public boolean hasSecondary() {
        return secondary != NONE;
    }
}
