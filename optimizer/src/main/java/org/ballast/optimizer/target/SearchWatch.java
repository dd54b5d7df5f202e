package org.ballast.optimizer.target;

/** Says how far a search goes, and follows it. A search asks a few hundred times a second. */
public interface SearchWatch {
    /** Returns the seed of everything that is drawn. */
    long seed();

    /** Returns how many changes may be tried at most. */
    long mostTries();

    /** Returns whether time is up, or somebody wants it to end. */
    boolean isOver();

    /**
     * Takes how it goes, from any thread.
     *
     * @param score the score of the best target so far
     * @param changeCost what it takes to get there
     * @param tries how many changes have been tried
     */
    void progress(double score, ChangeCost changeCost, long tries);
}
