package org.ballast.planner.score;

import java.util.Arrays;
import java.util.List;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreRow.Scope;
import org.ballast.model.ScoreRow.Statistic;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.DerivedFigures;
import org.ballast.planner.state.NodeLedger;

/**
 * Lower bounds of the scores that {@link PairScore} finds, as a sum of two numbers: one of the primary node and one of
 * the secondary node. With them a search for the best pair looks at a few pairs only, however different the nodes are.
 *
 * <p>A row that one of the two nodes alone changes is a function of that node. A row that both change has the variance
 * {@code V + a + b - 2cd/n²}, with {@code a} and {@code c} from the primary and {@code b} and {@code d} from the secondary:
 * a sum but for the last term, which is taken at its largest. The root of it is concave, so that it lies above the chord
 * between the least and the largest variance that occurs, and the chord is a sum again. It is loose by the square of what
 * one instance changes, and tight as soon as there are some dozen instances.
 *
 * <p>What a secondary node reserves depends on the primary if it holds instances of that primary already. Such pairs, a
 * few for each node, are listed ({@link PairScore#exceptions}) and have bounds of their own.
 */
public final class PairBounds {
    private static final int ROWS = ScoreRow.ALL.size();

    /** A node that no instance has. */
    private static final int NOBODY = -2;

    /** Half a unit in the last place of 1. */
    private static final double UNIT = 0x1p-53;

    private final ClusterState state;
    private final PairScore score;
    private final PairScore.PairColumns now;
    private final double[][] contributions;
    private final int instance;

    private final double[] ofPrimary;
    private final double[] ofSecondary;
    /** By how much a variance may be less than computed because of rounding, by row. */
    private final double[] error = new double[ROWS];

    private double magnitude;
    private boolean finite = true;

    /** Prepares bounds for pairs of nodes that the instance could have; they must be online. */
    public PairBounds(ClusterState state, PairScore score, PairScore.PairColumns now, int instance) {
        this.state = state;
        this.score = score;
        this.now = now;
        this.instance = instance;
        ofPrimary = new double[state.nodes.count];
        ofSecondary = new double[state.nodes.count];
        contributions = new double[ROWS][];
        DerivedFigures figures = state.figures();
        for (ScoreRow row : ScoreRow.ALL) {
            contributions[row.ordinal()] = figures.contributions(row);
        }
    }

    /** Changes that one role of the instance brings to the nodes, by row and position in a list of nodes. */
    private final class Changes {
        final double[][] figure;
        final double[][] variance;
        final double[] largest = new double[ROWS];
        final double[] least = new double[ROWS];
        final double[] most = new double[ROWS];

        Changes(int nodes) {
            figure = new double[ROWS][nodes];
            variance = new double[ROWS][nodes];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
        }

        void enter(int k, int node, NodeLedger after) {
            for (int r = 0; r < ROWS; r++) {
                double before = contributions[r][node];
                double figureAfter = ScoreRow.ALL.get(r).contribution(after);
                double change = figureAfter - before;
                figure[r][k] = change;
                double square = figureAfter * figureAfter - before * before;
                variance[r][k] = now.scaledChange(r, change, square);
                largest[r] = Math.max(largest[r], Math.abs(change));
                least[r] = Math.min(least[r], variance[r][k]);
                most[r] = Math.max(most[r], variance[r][k]);
                double size = Math.max(Math.abs(before), Math.abs(figureAfter));
                error[r] = Math.max(error[r], size);
                finite &= Double.isFinite(square) && Double.isFinite(variance[r][k]);
            }
        }
    }

    /**
     * Works out the bounds.
     *
     * @param primaries nodes that accept the instance as its primary
     * @param secondaries nodes that accept it as its secondary beside a primary they hold no instances of
     * @return false if some figures are no numbers, so that there are no bounds
     */
    public boolean workOut(List<Integer> primaries, List<Integer> secondaries) {
        Changes first = new Changes(primaries.size());
        Changes second = new Changes(secondaries.size());
        NodeLedger scratch = new NodeLedger(state.nodes, state.instances, 0);
        for (int k = 0; k < primaries.size(); k++) {
            int node = primaries.get(k);
            scratch.copyFrom(state.ledgers[node]);
            scratch.addPrimary(instance, 0);
            first.enter(k, node, scratch);
            ofPrimary[node] = score.sharedPairsWith(scratch);
        }
        for (int k = 0; k < secondaries.size(); k++) {
            int node = secondaries.get(k);
            scratch.copyFrom(state.ledgers[node]);
            scratch.addSecondary(instance, NOBODY);
            second.enter(k, node, scratch);
        }
        for (ScoreRow row : ScoreRow.ALL) {
            if (row.scope() == Scope.ONLINE && row.statistic() != Statistic.SHARED_PAIRS) {
                add(row, first, primaries, second, secondaries);
            } else if (row.scope() == Scope.OFFLINE) {
                raise(ofPrimary, primaries, score.weight(row.ordinal()) * now.value(row.ordinal()));
            }
        }
        return finite && Double.isFinite(magnitude);
    }

    private static void raise(double[] bounds, List<Integer> nodes, double by) {
        for (int node : nodes) {
            bounds[node] += by;
        }
    }

    private void add(ScoreRow row, Changes first, List<Integer> primaries, Changes second, List<Integer> secondaries) {
        int r = row.ordinal();
        double weight = score.weight(r);
        double v = now.variance(r);
        double mean = Math.abs(now.sum(r)) / now.online;
        double size = Math.max(error[r], mean);
        // Ganeti's formula has a few terms of this size, each of them rounded.
        error[r] = 256 * UNIT * (size * size / now.online + v);
        magnitude += weight * (Math.abs(now.value(r)) + now.online * (first.largest[r] + second.largest[r]));
        finite &= Double.isFinite(now.sum(r)) && Double.isFinite(v);
        boolean isFirst = first.largest[r] > 0;
        boolean isSecond = second.largest[r] > 0;
        if (row.statistic() == Statistic.SUM) {
            for (int k = 0; k < primaries.size(); k++) {
                ofPrimary[primaries.get(k)] += weight * (now.sum(r) + first.figure[r][k]);
            }
            for (int k = 0; k < secondaries.size(); k++) {
                ofSecondary[secondaries.get(k)] += weight * second.figure[r][k];
            }
        } else if (isFirst && isSecond) {
            addChord(r, first, primaries, second, secondaries);
        } else if (isSecond) {
            for (int k = 0; k < secondaries.size(); k++) {
                ofSecondary[secondaries.get(k)] += part(r, second.variance[r][k]);
            }
        } else {
            for (int k = 0; k < primaries.size(); k++) {
                ofPrimary[primaries.get(k)] += part(r, first.variance[r][k]);
            }
        }
    }

    /** Returns what a row adds to the score at least if its variance changes so. */
    private double part(int r, double change) {
        return score.weight(r) * Math.sqrt(Math.max(0, now.variance(r) + change - error[r]));
    }

    private void addChord(int r, Changes first, List<Integer> primaries, Changes second, List<Integer> secondaries) {
        double weight = score.weight(r);
        double v = now.variance(r);
        double n = now.online;
        double perChange = 2 * second.largest[r] / (n * n);
        double least = Math.max(0, v + first.least[r] + second.least[r] - perChange * first.largest[r] - error[r]);
        double most = Math.max(0, v + first.most[r] + second.most[r] + perChange * first.largest[r] + error[r]);
        double rootOfLeast = Math.sqrt(least);
        double slope = most > least ? (Math.sqrt(most) - rootOfLeast) / (most - least) : 0;
        for (int k = 0; k < primaries.size(); k++) {
            double change = first.variance[r][k] - perChange * Math.abs(first.figure[r][k]);
            ofPrimary[primaries.get(k)] += weight * (rootOfLeast + slope * (v + change - error[r] - least));
        }
        for (int k = 0; k < secondaries.size(); k++) {
            ofSecondary[secondaries.get(k)] += weight * slope * second.variance[r][k];
        }
    }

    /** Returns the primary node's part of the bound. */
    public double ofPrimary(int node) {
        return ofPrimary[node];
    }

    /** Returns the part of the bound of a secondary node that reserves no more than beside any other primary. */
    public double ofSecondary(int node) {
        return ofSecondary[node];
    }

    /** Returns the part of the bound of a secondary node beside a primary with which it reserves more ({@link PairScore#exceptions}). */
    public double ofSecondary(int node, int primary) {
        return ofSecondary[node]
                + ofReserve(node, score.reservedAfter(primary, node))
                - ofReserve(node, score.usualReserve(node));
    }

    private double ofReserve(int node, long reserved) {
        NodeLedger ledger = state.ledgers[node];
        int spread = ScoreRow.RESERVED_MEMORY.ordinal();
        double before = contributions[spread][node];
        double after = reserved / state.nodes.memoryTotal[node];
        double change = after - before;
        boolean fails = ledger.unallocatedMemory() <= reserved;
        double failures = fails ? ledger.primaryCount + ledger.secondaryCount + 1 : 0;
        return part(spread, now.scaledChange(spread, change, after * after - before * before))
                + score.weight(ScoreRow.RESERVED_MEMORY_TOTAL.ordinal()) * change
                + score.weight(ScoreRow.REDUNDANCY_FAILURES.ordinal()) * failures;
    }

    /** Returns by how much a bound may be too high, or a score too low, because of rounding. */
    public double roundingError() {
        return 512 * UNIT * magnitude;
    }
}
