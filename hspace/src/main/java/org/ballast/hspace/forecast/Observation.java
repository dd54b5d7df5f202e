package org.ballast.hspace.forecast;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The usage of a resource on a day.
 *
 * @param date the day
 * @param used MiB or number in use, from 0 to 1e18
 * @param total MiB or number there was, from 0 to 1e18; empty where it is unknown
 */
public record Observation(LocalDate date, double used, OptionalDouble total) {

    /** More than any cluster has, and little enough to reckon with. */
    private static final double LARGEST = 1e18;

    /** Checks the amounts. */
    public Observation {
        if (!isAmount(used) || !isAmount(total.orElse(0))) {
            throw new IllegalArgumentException("on " + date + ", " + used + " of " + total + " in use");
        }
    }

    /** Returns whether a number may be one of these amounts; not-a-number may not. */
    static boolean isAmount(double value) {
        return value >= 0 && value <= LARGEST;
    }
}
