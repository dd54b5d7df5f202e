package org.ballast.optimizer.target;

/** A search for a better target. */
public interface TargetSolver {
    /** Returns the name that people choose it by. */
    String name();

    /**
     * Improves an assignment, and leaves it at the best target found; that is never worse than the target it starts
     * from, and within the limits if that was. With the same seed and number of steps the outcome is the same on any
     * machine.
     *
     * @param assignment where the search starts, and where it leaves its result
     * @param objective what is better
     * @param watch how far to go; told how it goes
     * @return whether it ended by itself, because there was nothing better to be found
     */
    SearchEnd improve(TargetAssignment assignment, Objective objective, SearchWatch watch);
}
