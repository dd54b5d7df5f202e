package org.ballast.planner.place.relocate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ballast.model.Move;
import org.ballast.planner.place.NodeFilter;
import org.ballast.planner.score.MoveEstimate;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * The search for two new nodes for a mirrored instance, and for the moves that bring it there: its mirror moves to the
 * new primary node, the instance fails over to it, its mirror moves on to the new secondary node. An instance whose
 * primary node is offline fails over first. Of equally good pairs the last is taken.
 */
final class PairReplacement {
    private final ClusterState state;
    private final int instance;
    private final boolean ignoreSoftErrors;
    private final NodeFilter filter;
    private final Trial trial;
    private final ScoreSheet sheet;
    private final MoveEstimate estimate;
    private final Deque<ClusterState.Receipt> receipts = new ArrayDeque<>();

    private Optional<RelocationOutcome.StepRefused> lastRefusal = Optional.empty();
    private Optional<List<Move>> best = Optional.empty();
    private double bestScore = Double.POSITIVE_INFINITY;

    /** Prepares a choice by the score of the given nodes, which must be in ascending order. */
    PairReplacement(ClusterState state, int instance, int[] scored, boolean ignoreSoftErrors, NodeFilter filter) {
        this.filter = filter;
        this.state = state;
        this.instance = instance;
        this.ignoreSoftErrors = ignoreSoftErrors;
        trial = new Trial(state);
        sheet = new ScoreSheet(state, scored);
        estimate = new MoveEstimate(state, sheet, ignoreSoftErrors);
    }

    /** Returns the moves to the best pair of targets, if any pair will do; the state stays as it is. */
    Optional<List<Move>> best(int[] targets) {
        for (int primary : targets) {
            List<Move> moves = new ArrayList<>();
            if (reachPrimary(primary, moves)) {
                weighSecondaries(primary, targets, moves);
            }
            while (!receipts.isEmpty()) {
                state.revert(receipts.pop());
            }
        }
        return best;
    }

    /** Returns the step that was refused last. */
    Optional<RelocationOutcome.StepRefused> lastRefusal() {
        return lastRefusal;
    }

    private boolean reachPrimary(int primary, List<Move> moves) {
        boolean leaves = state.isOffline(state.placement(instance).primary());
        return (!leaves || step(RelocationOutcome.Step.LEAVE_OFFLINE_PRIMARY, new Move.Failover(instance), moves))
                && step(RelocationOutcome.Step.MIRROR_TO_PRIMARY, new Move.ReplaceSecondary(instance, primary), moves)
                && step(RelocationOutcome.Step.FAIL_OVER, new Move.Failover(instance), moves);
    }

    private boolean step(RelocationOutcome.Step step, Move move, List<Move> moves) {
        if (!accepts(step, move)) {
            return false;
        }
        receipts.push(state.commit(trial));
        moves.add(move);
        return true;
    }

    private boolean accepts(RelocationOutcome.Step step, Move move) {
        Verdict verdict = trial.move(move, ignoreSoftErrors);
        if (!verdict.accepted()) {
            lastRefusal = Optional.of(new RelocationOutcome.StepRefused(step, verdict));
        }
        return verdict.accepted();
    }

    private void weighSecondaries(int primary, int[] targets, List<Move> moves) {
        sheet.refresh();
        estimate.refresh();
        double here = sheet.total();
        double tolerance = estimate.roundingError();
        for (int secondary : targets) {
            Move last = new Move.ReplaceSecondary(instance, secondary);
            if (secondary == primary || !accepts(RelocationOutcome.Step.MIRROR_TO_SECONDARY, last)) {
                continue;
            }
            if (!filter.permits(primary, secondary)) {
                lastRefusal = Optional.of(new RelocationOutcome.StepRefused(
                        RelocationOutcome.Step.MIRROR_TO_SECONDARY, Verdict.EXCLUSION_TAG));
                continue;
            }
            if (best.isPresent() && here + estimate.rise(trial) > bestScore + tolerance) {
                continue;
            }
            double score = sheet.totalAfter(trial);
            // Not written as "is not more", so that a score that is no number is taken, as Ganeti does.
            if (best.isEmpty() || !(bestScore < score)) {
                bestScore = score;
                List<Move> all = new ArrayList<>(moves);
                all.add(last);
                best = Optional.of(all);
            }
        }
    }
}
