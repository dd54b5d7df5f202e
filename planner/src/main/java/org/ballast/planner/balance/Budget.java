package org.ballast.planner.balance;

/**
 * The limits of a search.
 *
 * @param moves the most moves a plan may have; negative: any number
 * @param score the search ends once the score is not above this
 * @param minGain the least gain of a step, once the score is not above {@code minGainLimit}
 * @param minGainLimit the score above which any gain is worth a step
 */
public record Budget(int moves, double score, double minGain, double minGainLimit) {
    /** No limit on moves, and the usual thresholds of hbal. */
    public static final Budget UNLIMITED = new Budget(-1, 1e-9, 1e-2, 1e-1);
}
