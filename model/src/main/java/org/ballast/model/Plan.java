package org.ballast.model;

import java.util.List;

/**
 * A sequence of moves that improves the score, each safe to make once those before it are done.
 *
 * @param before the score at the start
 * @param steps the moves in order
 * @param after the score at the end
 * @param stoppedBy why the search went no further
 */
public record Plan(Score before, List<Step> steps, Score after, StopReason stoppedBy) {

    /** Copies the steps. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * One move of a plan.
     *
     * @param move what is done
     * @param from the instance's placement before
     * @param score the cluster's score afterwards
     */
    public record Step(Move move, Placement from, double score) {
        /** Returns the instance's placement after the move. */
        public Placement to() {
            return move.to(from);
        }
    }

    /** The reason why a search ended. */
    public enum StopReason {
        /** No allowed move lowers the score. */
        NO_BETTER_MOVE("no-better-move"),
        /** The best move gains less than asked for. */
        GAIN_TOO_SMALL("gain-too-small"),
        /** The plan has as many moves as allowed. */
        MOVE_LIMIT("move-limit"),
        /** The score is as low as asked for. */
        SCORE_REACHED("score-reached"),
        /** The time for the search is over. */
        TIME_LIMIT("time-limit"),
        /** The search has tried as many changes as allowed. */
        TRY_LIMIT("try-limit"),
        /** The user stopped the search. */
        INTERRUPTED("interrupted");

        private final String label;

        StopReason(String label) {
            this.label = label;
        }

        /** Returns the name used in machine-readable output. */
        public String label() {
            return label;
        }
    }
}
