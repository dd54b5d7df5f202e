package org.ballast.hspace;

import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Readings;
import org.ballast.capacity.InstanceShape;

/** Sizes of instances as people write them: {@code 100g,8g,4}, for disk, memory and virtual CPUs, then spindles. */
final class SizeText {
    private static final int FEWEST_PARTS = 3;
    private static final int MOST_PARTS = 4;

    private SizeText() {}

    /**
     * Reads a size.
     *
     * @param kind what it is for
     * @throws BackendException if it is none
     */
    static InstanceShape.Size read(String kind, String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < FEWEST_PARTS || parts.length > MOST_PARTS) {
            throw new BackendException("Invalid " + kind + " specification: '" + text + "', expected disk,ram,cpu");
        }
        String label = kind + " specs ";
        long disk = Readings.mebibytes(label + "disk", parts[0]);
        long memory = Readings.mebibytes(label + "memory", parts[1]);
        long vcpus = Readings.integer(label + "cpus", parts[2]);
        long spindles = parts.length == MOST_PARTS ? Readings.integer(label + "spindles", parts[MOST_PARTS - 1]) : 1;
        return new InstanceShape.Size(memory, disk, vcpus, spindles);
    }
}
