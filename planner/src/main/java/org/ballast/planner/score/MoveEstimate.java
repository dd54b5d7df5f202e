package org.ballast.planner.score;

import java.util.Arrays;
import java.util.List;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreRow.Scope;
import org.ballast.model.ScoreRow.Statistic;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * The estimated change of the score by a move, from the change of the few nodes it touches. The error is near the last
 * digits of a double; which of several nearly equal moves is best is decided with {@link ScoreSheet#totalAfter}.
 */
public final class MoveEstimate {
    /** A column that a move would level by more than this factor is not estimated: too few digits are left. */
    private static final double LEVELLED = 1e-4;

    private static final List<ScoreRow> SUMS = ScoreRow.ALL.stream()
            .filter(row -> row.statistic() == Statistic.SUM)
            .toList();

    public final SpreadTable spread;
    /** What each column adds to the score now. */
    public final double[] parts;

    private final ClusterState state;
    private final ScoreSheet sheet;
    private final int[] position;
    private final Trial move;
    private final boolean ignoreSoftErrors;
    private final double[] squares;
    private final double[] sum;

    /** Prepares estimates over the nodes of a score sheet. */
    public MoveEstimate(ClusterState state, ScoreSheet sheet, boolean ignoreSoftErrors) {
        this.state = state;
        this.sheet = sheet;
        this.ignoreSoftErrors = ignoreSoftErrors;
        spread = new SpreadTable(state, sheet);
        parts = new double[spread.columns];
        squares = new double[spread.columns];
        sum = new double[spread.columns];
        move = new Trial(state);
        position = new int[state.nodes.count];
        Arrays.fill(position, -1);
        int[] online = sheet.online();
        for (int k = 0; k < online.length; k++) {
            position[online[k]] = k;
        }
        readParts();
    }

    /** Follows a commit that the score sheet has followed already. */
    public void refresh() {
        spread.refresh();
        readParts();
    }

    private void readParts() {
        for (int c = 0; c < spread.columns; c++) {
            parts[c] = spread.score(c, spread.squares[c]);
        }
    }

    /**
     * Returns how far an estimate and the exact score may be apart. The exact score adds up as many figures as there
     * are nodes, and each addition may round by half a unit in the last place of the largest figure.
     */
    public double roundingError() {
        double error = 1e-12;
        for (int c = 0; c < spread.columns; c++) {
            double largest = Math.abs(spread.mean[c]) + Math.sqrt(spread.squares[c]);
            error += spread.weight[c] * largest * (spread.nodes + 16) * Math.ulp(1.0);
        }
        return 4 * error;
    }

    /** Returns the position of a node among the online ones, or -1. */
    public int position(int node) {
        return position[node];
    }

    /** Returns the gain of one move, or negative infinity if a node does not accept it. */
    public double gainOf(MoveKind kind, int i, int target) {
        Verdict verdict = move.move(kind.move(i, target), ignoreSoftErrors);
        return verdict.accepted() ? -rise(move) : Double.NEGATIVE_INFINITY;
    }

    /** Returns by how much an accepted trial would raise the score. */
    public double rise(Trial trial) {
        Arrays.fill(squares, 0);
        Arrays.fill(sum, 0);
        double rise = sheet.sharedPairsRise(trial);
        for (int t = 0; t < trial.touchedCount(); t++) {
            NodeLedger after = trial.touched(t);
            rise += linearRise(state.ledgers[after.node], after);
            int k = position[after.node];
            if (k >= 0) {
                for (int c = 0; c < spread.columns; c++) {
                    ScoreRow row = spread.row(c);
                    double change = row.contribution(after) - sheet.figure(row, k);
                    squares[c] += change * (2 * spread.y[c][k] + change);
                    sum[c] += change;
                }
            }
        }
        for (int c = 0; c < spread.columns; c++) {
            double change = squares[c] - sum[c] * sum[c] / spread.nodes;
            if (isLevelled(c, change)) {
                return sheet.totalAfter(trial) - sheet.total();
            }
            rise += spread.score(c, spread.squares[c] + change) - parts[c];
        }
        return rise;
    }

    /** Returns a lower bound of the change of a column's sum of squares by the last move estimated. */
    public double leastChange(int c) {
        return squares[c] - 2 * sum[c] * sum[c] / spread.nodes;
    }

    /** Returns an upper bound of the change of a column's sum of squares by the last move estimated. */
    public double mostChange(int c) {
        return squares[c];
    }

    /** Returns the change of a column's sum by the last move estimated. */
    public double shift(int c) {
        return sum[c];
    }

    /** Returns whether a change of a column's sum of squares leaves too little of it to be estimated. */
    public boolean isLevelled(int c, double change) {
        return spread.squares[c] + change < LEVELLED * (spread.squares[c] + Math.abs(change));
    }

    /** Returns by how much a change of one node raises the rows that are sums over nodes. */
    public double linearRise(NodeLedger before, NodeLedger after) {
        if (!sheet.counts(before.node)) {
            return 0;
        }
        Scope scope = position[before.node] >= 0 ? Scope.ONLINE : Scope.OFFLINE;
        double rise = 0;
        for (int k = 0; k < SUMS.size(); k++) {
            ScoreRow row = SUMS.get(k);
            if (row.scope() == scope) {
                rise += state.scenario().weights().of(row) * (row.contribution(after) - row.contribution(before));
            }
        }
        return rise;
    }
}
