package org.ballast.planner.balance;

import org.ballast.model.Plan;

/** A listener to the progress of a search. */
public interface ProgressListener {
    /** Takes no interest. */
    ProgressListener NONE = step -> {};

    /** Called after each step that was taken. */
    void stepTaken(Plan.Step step);

    /** Asked before each step; once true, the search ends with what it has. */
    default boolean cancelled() {
        return false;
    }
}
