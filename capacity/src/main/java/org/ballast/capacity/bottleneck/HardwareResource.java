package org.ballast.capacity.bottleneck;

/** A resource that can be added to a node as hardware. */
public enum HardwareResource {
    /** Memory, in MiB. */
    MEMORY("memory", "MiB"),
    /** Disk space, in MiB. */
    DISK("disk", "MiB"),
    /** Physical CPUs. */
    CPUS("cpus", "CPUs"),
    /** Spindles. */
    SPINDLES("spindles", "spindles");

    private final String label;
    private final String unit;

    HardwareResource(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Returns the name for reports. */
    public String label() {
        return label;
    }

    /** Returns the unit of amounts. */
    public String unit() {
        return unit;
    }
}
