package org.ballast.iallocator;

/** Which role of a node an evacuation ends. */
public enum EvacuationMode {
    /** Instances leave their primary node. */
    PRIMARY_ONLY("primary-only"),
    /** Instances leave their secondary node. */
    SECONDARY_ONLY("secondary-only"),
    /** Instances leave both of their nodes. */
    ALL("all");

    private final String label;

    EvacuationMode(String label) {
        this.label = label;
    }

    /** Returns the name used in the protocol. */
    public String label() {
        return label;
    }
}
