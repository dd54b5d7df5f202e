package org.ballast.checker;

/** A resource of a node of which a number says how much is there. */
public enum HostResource {
    /** Memory, in MiB. */
    MEMORY("memory", "MiB of memory"),
    /** Disk space, in MiB. */
    DISK("disk", "MiB of disk space"),
    /** Free spindles, with exclusive storage. */
    SPINDLES("spindles", "free spindles"),
    /** Virtual CPUs that the policy still allows. */
    VCPUS("vcpus", "virtual CPUs within its limit");

    private final String label;
    private final String words;

    HostResource(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** Returns the name used in machine-readable output. */
    public String label() {
        return label;
    }

    /** Returns what an amount is followed by in a sentence. */
    public String words() {
        return words;
    }
}
