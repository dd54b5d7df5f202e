package org.ballast.model;

/** A group's readiness to accept new instances, in the order of preference. */
public enum AllocationPolicy {
    /** New instances go here first. */
    PREFERRED("preferred"),
    /** New instances go here when no preferred group has room. */
    LAST_RESORT("last_resort"),
    /** Never chosen for new instances. */
    UNALLOCABLE("unallocable");

    private final String label;

    AllocationPolicy(String label) {
        this.label = label;
    }

    /** Returns the name used in files and protocols. */
    public String label() {
        return label;
    }
}
