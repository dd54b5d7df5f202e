package org.ballast.hspace.scenario;

import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Quoted;
import org.ballast.backends.input.Readings;
import org.ballast.capacity.bottleneck.HardwareResource;

/** A parser of amounts of hardware, with the units that a simulation takes; a sign in front of them may be there. */
final class HardwareAmounts {
    /** More than any node has: 1 EiB. Sums over many nodes must not overflow. */
    private static final long MOST = 1L << 40;

    private static final int MOST_DIGITS = 18;

    private HardwareAmounts() {}

    /** Reads an amount of MiB, CPUs or spindles; 0 is one. */
    static long of(HardwareResource resource, String text) {
        String label = resource.label();
        String unsigned = unsigned(label, text);
        return switch (resource) {
            case MEMORY, DISK -> notNegative(label, Readings.mebibytes(label, unsigned));
            case CPUS, SPINDLES -> notNegative(label, Readings.integer(label, unsigned));
        };
    }

    /** Reads an amount that is more than nothing. */
    static long positive(HardwareResource resource, String text) {
        return positive(resource.label(), text, of(resource, text));
    }

    /** Reads a number that is more than nothing. */
    static long positive(String label, String text) {
        return positive(label, text, notNegative(label, Readings.integer(label, unsigned(label, text))));
    }

    static long notNegative(String label, long amount) {
        if (amount < 0 || amount > MOST) {
            throw new BackendException(label + ": expected from 0 to " + MOST + ", found " + amount);
        }
        return amount;
    }

    private static long positive(String label, String text, long amount) {
        if (amount == 0) {
            throw new BackendException(label + ": expected more than nothing, found " + Quoted.quoted(text));
        }
        return amount;
    }

    /** Ganeti's numbers wrap around at 64 bits; here that would turn too much into anything. */
    private static String unsigned(String label, String text) {
        if (text.chars().filter(Character::isDigit).count() > MOST_DIGITS) {
            throw new BackendException(label + ": expected a smaller number, found " + Quoted.quoted(text));
        }
        return text.startsWith("+") ? text.substring(1) : text;
    }
}
