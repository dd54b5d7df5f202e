package org.ballast.optimizer.target;

/** The limits of a search and the receiver of its progress. A search asks a few hundred times a second. */
public interface SearchWatch {
    /** Returns the seed of everything that is drawn. */
    long seed();

    /** Returns the most changes that may be tried. */
    long mostTries();

    /** Returns whether time is up, or the search is to end for another reason. */
    boolean isOver();

    /**
     * Receives the progress, from any thread.
     *
     * @param score the score of the best target so far
     * @param changeCost what it takes to get there
     * @param tries how many changes have been tried
     */
    void progress(double score, ChangeCost changeCost, long tries);
}
