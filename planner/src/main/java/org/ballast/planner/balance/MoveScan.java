package org.ballast.planner.balance;

import java.util.Arrays;
import org.ballast.planner.score.MoveEstimate;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.MoveKind;

/**
 * The evaluation of all moves of one instance at once. {@link GainBounds} carries the result over to later states, so
 * that most instances need not be weighed again.
 *
 * <p>What a move does to the nodes left is worked out once a kind ({@link SourceEffect}); what it does to the target is
 * a loop over all nodes ({@link TargetScan}). Where failure domains, migration tags or owned spindles tie the two
 * together, each move is tried by itself ({@link MoveEstimate}).
 */
public final class MoveScan {
    /** Receives the moves that reach the threshold and that all nodes accept. */
    @FunctionalInterface
    public interface Sink {
        /** Takes a move, its target (for a failover the secondary node), and by how much it lowers the score. */
        void candidate(MoveKind kind, int target, double gain);
    }

    private final ClusterState state;
    private final MoveEstimate estimate;
    private final SourceEffect source;
    private final TargetScan targets;
    private final int[] online;
    /** See {@link #isSeparable}. */
    private final boolean[] splits;

    private double primaryReach;
    private double secondaryReach;
    private final double[] leavingFall;
    private final double[] leavingRise;
    private final double[] leavingShift;

    /** Prepares scans over the online nodes of a score sheet. */
    public MoveScan(ClusterState state, ScoreSheet sheet, boolean ignoreSoftErrors) {
        this.state = state;
        online = sheet.online();
        estimate = new MoveEstimate(state, sheet, ignoreSoftErrors);
        source = new SourceEffect(state, estimate, ignoreSoftErrors);
        targets = new TargetScan(state, estimate, source, online);
        boolean plainNodes = Arrays.stream(online)
                        .mapToObj(node -> state.nodes.exclusiveStorage[node])
                        .distinct()
                        .count()
                <= 1;
        // A negative size anywhere makes reserves shrink as instances come; the bounds rely on their growing.
        boolean soundSizes = Arrays.stream(state.instances.memory).allMatch(memory -> memory >= 0);
        splits = new boolean[state.instances.count];
        for (int i = 0; i < splits.length; i++) {
            splits[i] = plainNodes && soundSizes && isPlain(i);
        }
        leavingFall = new double[estimate.spread.columns];
        leavingRise = new double[estimate.spread.columns];
        leavingShift = new double[estimate.spread.columns];
    }

    /** Follows a commit that the score sheet has followed already. */
    public void refresh() {
        estimate.refresh();
        targets.refresh();
    }

    /**
     * Returns whether the instance's moves split into leaving and arriving, so that scans can be carried over. They do
     * not where nodes with and without exclusive storage mix, where instances of one tag are counted in common failure
     * domains, and for a few odd instances that are not worth a case of their own.
     */
    boolean isSeparable(int i) {
        return splits[i];
    }

    private boolean isPlain(int i) {
        InstanceTable instances = state.instances;
        int[] tags = instances.exclusionTags[i];
        boolean countsDomains = tags.length > 0 && !state.nodes.locationNumbers.isEmpty();
        boolean ownsSpindles = online.length > 0 && state.nodes.exclusiveStorage[online[0]];
        boolean knowsSpindles = !ownsSpindles || instances.spindles[i] != InstanceTable.UNKNOWN_SPINDLES;
        return !instances.forthcoming[i]
                && !countsDomains
                && knowsSpindles
                && instances.mirrored[i] == (state.secondary[i] >= 0)
                && Math.min(instances.disk[i], Math.min(instances.vcpus[i], instances.spindleUse[i])) >= 0
                && Arrays.stream(tags).distinct().count() == tags.length;
    }

    /** Returns how far an estimate and the exact score may be apart. */
    public double roundingError() {
        return estimate.roundingError();
    }

    /**
     * Weighs all moves of the instance.
     *
     * @param kinds the kinds of moves allowed, as bits
     * @param threshold the least gain of interest
     * @return an upper bound of the gain of any such move, tight where it is above the threshold
     */
    public double scan(int i, int kinds, double threshold, Sink sink) {
        primaryReach = Double.NEGATIVE_INFINITY;
        secondaryReach = Double.NEGATIVE_INFINITY;
        Arrays.fill(leavingFall, 0);
        Arrays.fill(leavingRise, 0);
        Arrays.fill(leavingShift, 0);
        double bound = Double.NEGATIVE_INFINITY;
        if ((kinds & MoveKind.FAILOVER.bit()) != 0) {
            bound = estimate.gainOf(MoveKind.FAILOVER, i, state.secondary[i]);
            report(MoveKind.FAILOVER, state.secondary[i], bound, threshold, sink);
            for (int c = 0; c < estimate.spread.columns; c++) {
                keepRange(c, estimate.leastChange(c), estimate.mostChange(c), estimate.shift(c));
            }
        }
        return Math.max(
                bound, isSeparable(i) ? scanKinds(i, kinds, threshold, sink) : tryEach(i, kinds, threshold, sink));
    }

    private double scanKinds(int i, int kinds, double threshold, Sink sink) {
        double bound = Double.NEGATIVE_INFINITY;
        source.begin(i);
        for (MoveKind kind : MoveKind.TARGETED) {
            if ((kinds & kind.bit()) != 0 && source.turnTo(kind)) {
                targets.scan(i, kind, threshold, sink);
                bound = Math.max(bound, targets.bound);
                keepReach(kind);
            }
        }
        return bound;
    }

    private double tryEach(int i, int kinds, double threshold, Sink sink) {
        double bound = Double.NEGATIVE_INFINITY;
        for (int target : online) {
            if (target == state.primary[i] || target == state.secondary[i]) {
                continue;
            }
            for (MoveKind kind : MoveKind.TARGETED) {
                if ((kinds & kind.bit()) != 0) {
                    double gain = estimate.gainOf(kind, i, target);
                    bound = Math.max(bound, gain);
                    report(kind, target, gain, threshold, sink);
                }
            }
        }
        return bound;
    }

    private static void report(MoveKind kind, int target, double gain, double threshold, Sink sink) {
        if (gain >= threshold && gain > Double.NEGATIVE_INFINITY) {
            sink.candidate(kind, target, gain);
        }
    }

    private void keepReach(MoveKind kind) {
        if (kind.targetBecomesPrimary()) {
            primaryReach = Math.max(primaryReach, targets.reach);
        } else {
            secondaryReach = Math.max(secondaryReach, targets.reach);
        }
        for (int c = 0; c < estimate.spread.columns; c++) {
            double least = targets.leastLeavingChange(c, kind);
            keepRange(c, least, targets.mostLeavingChange(c, kind), source.sum[c]);
        }
    }

    private void keepRange(int c, double least, double most, double shift) {
        leavingFall[c] = Math.max(leavingFall[c], -least);
        leavingRise[c] = Math.max(leavingRise[c], most);
        leavingShift[c] = Math.max(leavingShift[c], Math.abs(shift));
    }

    MoveEstimate estimate() {
        return estimate;
    }

    TargetScan targets() {
        return targets;
    }

    /** Returns how much the nodes left can gain at most in moves that make the target the primary. */
    double primaryReach() {
        return primaryReach;
    }

    /** Returns how much the nodes left can gain at most in moves that make the target the secondary. */
    double secondaryReach() {
        return secondaryReach;
    }

    /** Returns by how much a column's sum of squares can fall at most through the nodes left. */
    double leavingFall(int c) {
        return leavingFall[c];
    }

    /** Returns by how much a column's sum of squares can rise at most through the nodes left. */
    double leavingRise(int c) {
        return leavingRise[c];
    }

    /** Returns by how much a column's sum can change at most through the nodes left. */
    double leavingShift(int c) {
        return leavingShift[c];
    }
}
