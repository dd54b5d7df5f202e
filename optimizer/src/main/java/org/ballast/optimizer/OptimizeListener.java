package org.ballast.optimizer;

/** Follows an optimization while it runs; called from several threads, a few times a second. */
public interface OptimizeListener {
    /** Takes no interest. */
    OptimizeListener NONE = progress -> {};

    /** Takes how it goes. */
    void progress(Progress progress);

    /** Asked often; once true, the search ends with what it has. */
    default boolean cancelled() {
        return false;
    }

    /**
     * How a search goes.
     *
     * @param secondsLeft until it ends; infinite if only tries are counted
     * @param score the score of the best target so far
     * @param moves how many moves lead there
     * @param dataMib their data, in MiB
     * @param triesPerSecond how many changes are tried a second
     */
    record Progress(double secondsLeft, double score, int moves, long dataMib, double triesPerSecond) {}
}
