package org.ballast.capacity.packing;

import java.time.Duration;

/**
 * The effort of a search. The same steps and seed give the same result on any machine, unless the time is over first.
 *
 * @param time wall-clock time of the search, after which the best found is taken; placing instances one after another,
 *     which comes before it, takes its own time. It also ends moving what is there already
 * @param steps the most attempts to improve the packing of one group; 0 for none
 * @param seed where chance begins
 */
public record SearchBudget(Duration time, long steps, long seed) {
    /** The longest time: practically no limit. */
    public static final Duration LONGEST = Duration.ofDays(365);

    private static final long USUAL_STEPS = 200_000;

    /** No search at all: instances are placed one after another. */
    public static final SearchBudget NONE = new SearchBudget(LONGEST, 0, 0);

    /** A search of at most so long. */
    public static SearchBudget of(Duration time) {
        return new SearchBudget(time, USUAL_STEPS, 1);
    }

    /** Rejects negative amounts, and times that are too long to count. */
    public SearchBudget {
        if (time.isNegative() || time.compareTo(LONGEST) > 0 || steps < 0) {
            throw new IllegalArgumentException(
                    "expected up to " + LONGEST + " and at least 0 steps, found " + time + " and " + steps + " steps");
        }
    }
}
