package org.ballast.planner.balance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ballast.model.Move;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * The search for the best single move, without weighing every move at every step.
 *
 * <p>For each instance an upper bound of the gain of its moves is kept ({@link GainBounds}). Instances are weighed in
 * the order of their bounds until no bound reaches the best gain found: for most steps that is a few in a hundred.
 *
 * <p>Gains are estimates. All moves whose estimate comes within {@link #tolerance()} of the best one are then scored
 * exactly, in order, and the first with the lowest score wins. So the outcome is that of weighing every move exactly.
 */
final class MoveSearch {
    /**
     * Moves with at least this share of the best gain so far are weighed properly. Less than 1, so that the bound that
     * stays for the others is below the best gain for some steps to come.
     */
    private static final double WEIGHED_SHARE = 0.995;

    /** Fewer nearly equal moves are scored one by one. */
    private static final int LEAST_TIED = 512;

    private static final int TIED_A_NODE = 12;

    private final ClusterState state;
    private final ScoreSheet sheet;
    private final TiedMoves tied;
    private final Neighbourhood neighbourhood;
    private final boolean ignoreSoftErrors;
    private final MoveScan scan;
    private final GainBounds bounds;
    private final Trial trial;
    private final int[] instances;
    private final List<Estimate> nearBest = new ArrayList<>();
    private double bestGain;

    private record Estimate(int rank, MoveKind kind, int target, double gain) {}

    MoveSearch(ClusterState state, ScoreSheet sheet, Neighbourhood neighbourhood, boolean ignoreSoftErrors) {
        this.state = state;
        this.sheet = sheet;
        tied = TiedMoves.of(state, sheet, ignoreSoftErrors);
        this.neighbourhood = neighbourhood;
        this.ignoreSoftErrors = ignoreSoftErrors;
        scan = new MoveScan(state, sheet, ignoreSoftErrors);
        instances = neighbourhood.instances();
        bounds = new GainBounds(state, scan, instances);
        trial = new Trial(state);
    }

    /** Returns the best move, if any lowers the score. */
    Optional<ScoredMove> best() {
        if (Double.isNaN(sheet.total())) {
            return Optional.empty();
        }
        double tolerance = tolerance();
        nearBest.clear();
        bestGain = 0;
        bounds.begin();
        for (int rank = bounds.next(-tolerance); rank >= 0; rank = bounds.next(bestGain - tolerance)) {
            weigh(rank, tolerance);
        }
        return exactBest(tolerance);
    }

    private void weigh(int rank, double tolerance) {
        int i = instances[rank];
        int kinds = neighbourhood.kinds(i);
        double threshold = WEIGHED_SHARE * bestGain - tolerance;
        double bound =
                scan.scan(i, kinds, threshold, (kind, target, gain) -> note(rank, kind, target, gain, tolerance));
        bounds.weighed(rank, bound);
    }

    private void note(int rank, MoveKind kind, int target, double gain, double tolerance) {
        if (gain >= bestGain - tolerance) {
            nearBest.add(new Estimate(rank, kind, target, gain));
            bestGain = Math.max(bestGain, gain);
        }
    }

    private Optional<ScoredMove> exactBest(double tolerance) {
        nearBest.removeIf(estimate -> estimate.gain() < bestGain - tolerance);
        nearBest.sort((a, b) -> a.rank() != b.rank()
                ? Integer.compare(a.rank(), b.rank())
                : a.target() != b.target() && a.kind() != MoveKind.FAILOVER && b.kind() != MoveKind.FAILOVER
                        ? Integer.compare(a.target(), b.target())
                        : a.kind().compareTo(b.kind()));
        if (areMany()) {
            return firstOfMany();
        }
        double bestScore = sheet.total();
        Optional<ScoredMove> best = Optional.empty();
        for (Estimate estimate : nearBest) {
            Move move = estimate.kind().move(instances[estimate.rank()], estimate.target());
            Verdict verdict = trial.move(move, ignoreSoftErrors);
            if (verdict != Verdict.ACCEPTED) {
                throw new IllegalStateException(move + " was estimated to gain " + estimate.gain()
                        + ", but is refused: " + verdict + ". The estimate and the checks of moves disagree.");
            }
            double score = sheet.totalAfter(trial);
            if (score < bestScore) {
                bestScore = score;
                best = Optional.of(new ScoredMove(move, score));
            }
        }
        return best;
    }

    /** Returns whether there are so many moves from and to so few nodes that {@link TiedMoves} scores them sooner. */
    private boolean areMany() {
        if (nearBest.size() < LEAST_TIED) {
            return false;
        }
        BitSet nodes = new BitSet();
        for (Estimate estimate : nearBest) {
            int i = instances[estimate.rank()];
            nodes.set(state.primary[i]);
            if (state.secondary[i] >= 0) {
                nodes.set(state.secondary[i]);
            }
        }
        return nearBest.size() > TIED_A_NODE * nodes.cardinality();
    }

    private Optional<ScoredMove> firstOfMany() {
        BitSet targets = new BitSet();
        nearBest.forEach(estimate -> targets.set(estimate.target()));
        tied.begin(targets.stream().toArray());
        double bestScore = sheet.total();
        Optional<Estimate> best = Optional.empty();
        for (Estimate estimate : nearBest) {
            double score = tied.score(estimate.kind(), instances[estimate.rank()], estimate.target());
            if (score < bestScore) {
                bestScore = score;
                best = Optional.of(estimate);
            }
        }
        double score = bestScore;
        return best.map(estimate ->
                new ScoredMove(estimate.kind().move(instances[estimate.rank()], estimate.target()), score));
    }

    /**
     * Returns how far an estimate and the exact score may be apart: the exact one is made of sums of as many terms as
     * there are nodes, each rounded.
     */
    private double tolerance() {
        return scan.roundingError();
    }

    /** Follows a commit that the score sheet has followed already. */
    void follow(Trial committed) {
        bounds.follow(committed);
    }
}
