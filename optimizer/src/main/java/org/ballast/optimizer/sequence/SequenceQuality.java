package org.ballast.optimizer.sequence;

/**
 * The quality of a state.
 *
 * @param violations the weight of users' rules that are broken
 * @param score the score, over all groups
 */
record SequenceQuality(int violations, double score) {
    /** Differences of scores below this are none. */
    private static final double NOTHING = 1e-9;

    /** Rules come first. */
    boolean isBetterThan(SequenceQuality other) {
        return violations < other.violations || (violations == other.violations && score < other.score - NOTHING);
    }
}
