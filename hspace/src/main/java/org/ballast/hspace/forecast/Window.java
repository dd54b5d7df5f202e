package org.ballast.hspace.forecast;

/**
 * The time between two days.
 *
 * @param earliest the first day
 * @param latest the last day, not before the first
 */
public record Window(When earliest, When latest) {

    /** Checks the order. */
    public Window {
        if (earliest.compareTo(latest) > 0) {
            throw new IllegalArgumentException(
                    "the window from " + earliest + " to " + latest + " ends before it begins");
        }
    }
}
