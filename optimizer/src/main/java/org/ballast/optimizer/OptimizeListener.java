package org.ballast.optimizer;

/** A listener to an optimization while it runs; called from several threads, a few times a second. */
public interface OptimizeListener {
    /** A listener that ignores everything. */
    OptimizeListener NONE = progress -> {};

    /** Receives the progress. */
    void progress(Progress progress);

    /** Asked often; once true, the search ends with what it has. */
    default boolean cancelled() {
        return false;
    }

    /**
     * The progress of a search.
     *
     * @param secondsLeft until it ends; infinite if only tries are counted
     * @param score the score of the best target so far
     * @param moves how many moves lead there
     * @param dataMib their data, in MiB
     * @param triesPerSecond how many changes are tried a second
     */
    record Progress(double secondsLeft, double score, int moves, long dataMib, double triesPerSecond) {}
}
