package org.ballast.model;

/** The nodes of its instances that an evacuation empties: primary, secondary or both. */
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
