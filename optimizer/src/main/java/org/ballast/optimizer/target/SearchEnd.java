package org.ballast.optimizer.target;

/** Why a search ended. */
public enum SearchEnd {
    /** Nothing better was found for so long that there is hardly anything, or there is nothing to try. */
    NOTHING_BETTER,
    /** Its time or its tries are over, or somebody wanted an end. */
    EFFORT_OVER
}
