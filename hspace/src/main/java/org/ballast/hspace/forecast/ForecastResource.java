package org.ballast.hspace.forecast;

/** A resource that a cluster can run out of, in the order of output. */
public enum ForecastResource {
    /** Memory, in MiB. */
    MEMORY("memory", "MiB"),
    /** Space in volume groups, in MiB. */
    DISK("disk", "MiB"),
    /** Virtual CPUs, as many as the policy allows for the physical ones. */
    VCPUS("vcpus", "count"),
    /** Spindles of nodes with exclusive storage. */
    SPINDLES("spindles", "count"),
    /** Instances. */
    INSTANCES("instances", "count");

    private final String label;
    private final String unit;

    ForecastResource(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Returns the name used in files. */
    public String label() {
        return label;
    }

    /** Returns the unit used in files: {@code MiB} or {@code count}. */
    public String unit() {
        return unit;
    }
}
