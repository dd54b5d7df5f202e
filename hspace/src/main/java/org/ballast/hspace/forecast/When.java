package org.ballast.hspace.forecast;

import java.time.LocalDate;

/** The day on which something runs out; it orders by time. */
public sealed interface When extends Comparable<When> {

    /** A day up to that of the forecast. */
    record Already() implements When {}

    /**
     * A later day.
     *
     * @param date the first day without any left, after that of the forecast
     */
    record On(LocalDate date) implements When {}

    /** No day within a hundred years. */
    record Never() implements When {}

    @Override
    default int compareTo(When other) {
        return Long.compare(day(this), day(other));
    }

    private static long day(When when) {
        return switch (when) {
            case Already() -> Long.MIN_VALUE;
            case On(LocalDate date) -> date.toEpochDay();
            case Never() -> Long.MAX_VALUE;
        };
    }
}
