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
    /** The thresholds that hbal usually has, and no limit on moves. */
    public static final Budget HBAL_USUAL = new Budget(-1, 1e-9, 1e-2, 1e-1);
}
