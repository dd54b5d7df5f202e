package org.ballast.model;

/** Which nodes of its instances an evacuation empties. */
public enum EvacuationMode {
    /** The primary node. */
    PRIMARY_ONLY("primary-only"),
    /** The secondary node. */
    SECONDARY_ONLY("secondary-only"),
    /** Both. */
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
