package org.ballast.capacity.packing;

/** The count of one search's steps, with the limits at which it stops. */
final class StepCounter {
    private final PackingListener listener;
    private final long stepLimit;
    private final long deadline;
    private long steps;

    private StepCounter(PackingListener listener, long stepLimit, long deadline) {
        this.listener = listener;
        this.stepLimit = stepLimit;
        this.deadline = deadline;
    }

    /** Starts the clock. */
    static StepCounter start(SearchBudget budget, PackingListener listener) {
        return new StepCounter(
                listener, budget.steps(), System.nanoTime() + budget.time().toNanos());
    }

    /** Returns all steps and an equal part of the time that is left, for the first of so many searches. */
    StepCounter share(int searches) {
        long now = System.nanoTime();
        return new StepCounter(listener, stepLimit, now + (deadline - now) / searches);
    }

    /** Counts one more step; returns false if it must not be made. */
    boolean step() {
        steps++;
        return steps <= stepLimit && !isOver();
    }

    /** Returns whether there is no time left, or the search is cancelled. */
    boolean isOver() {
        return listener.cancelled() || System.nanoTime() - deadline >= 0;
    }
}
