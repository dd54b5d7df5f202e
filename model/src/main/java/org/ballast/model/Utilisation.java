package org.ballast.model;

/**
 * Measured load of an instance, each figure a ratio that is normally between 0 and 1.
 *
 * @param cpu CPU load
 * @param memory memory load
 * @param disk disk load, which a DRBD secondary carries too
 * @param network network load
 */
public record Utilisation(double cpu, double memory, double disk, double network) {
    /** The load assumed where nothing was measured. */
    public static final Utilisation UNMEASURED = new Utilisation(1, 1, 1, 1);

    /** No load at all. */
    public static final Utilisation NONE = new Utilisation(0, 0, 0, 0);
}
