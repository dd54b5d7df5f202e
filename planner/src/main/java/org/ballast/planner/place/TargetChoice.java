package org.ballast.planner.place;

import org.ballast.planner.score.MoveEstimate;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the node on which an instance raises the score least; of equally good nodes the last one. Estimates
 * decide which nodes are weighed exactly.
 */
public final class TargetChoice {
    /** The index in place of a node that is left out. */
    public static final int NO_EXCEPTION = -1;

    private final ClusterState state;
    private final int[] scored;
    private final Incomparable incomparable;
    private @Nullable Scales scales;

    /** The choice between nodes where the scores are no numbers, which Ganeti does not always make in the same way. */
    public enum Incomparable {
        /** The first, where Ganeti sorts. */
        FIRST,
        /** The last, where it compares one after another. */
        LAST
    }

    /** Creates a choice by the score of the given nodes, which must be in ascending order. */
    public TargetChoice(ClusterState state, int[] scored, Incomparable incomparable) {
        this.state = state;
        this.scored = scored;
        this.incomparable = incomparable;
    }

    /** Tries one node as a target. */
    public interface Attempt {
        Verdict on(int target);
    }

    /** The score of the state as it is now. */
    private record Scales(ScoreSheet sheet, MoveEstimate estimate) {
        static Scales of(ClusterState state, int[] scored) {
            ScoreSheet sheet = new ScoreSheet(state, scored);
            return new Scales(sheet, new MoveEstimate(state, sheet, false));
        }

        void refresh() {
            sheet.refresh();
            estimate.refresh();
        }
    }

    /** Follows a change of the state. */
    public void refresh() {
        if (scales != null) {
            scales.refresh();
        }
    }

    /**
     * Makes the attempt on every target except one node, and once more on the best, so that the trial holds it.
     *
     * @return whether any target accepts
     */
    public boolean best(Trial trial, int[] targets, int except, Attempt attempt) {
        if (scales == null) {
            scales = Scales.of(state, scored);
        }
        ScoreSheet sheet = scales.sheet();
        double[] gains = new double[targets.length];
        double bestGain = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < targets.length; k++) {
            boolean accepted = targets[k] != except && attempt.on(targets[k]).accepted();
            gains[k] = accepted ? -scales.estimate().rise(trial) : Double.NEGATIVE_INFINITY;
            bestGain = Math.max(bestGain, gains[k]);
        }
        double tolerance = scales.estimate().roundingError();
        int best = -1;
        double bestScore = Double.POSITIVE_INFINITY;
        for (int k = 0; k < targets.length; k++) {
            // Not written as "is less", so that a score that is no number keeps the node in.
            if (gains[k] == Double.NEGATIVE_INFINITY || gains[k] < bestGain - tolerance) {
                continue;
            }
            attempt.on(targets[k]);
            double score = sheet.totalAfter(trial);
            if (best < 0 || isAsGood(score, bestScore)) {
                best = targets[k];
                bestScore = score;
            }
        }
        return best >= 0 && attempt.on(best).accepted();
    }

    private boolean isAsGood(double score, double best) {
        return switch (incomparable) {
            case FIRST -> score <= best;
            case LAST -> !(best < score);
        };
    }
}
