package org.ballast.planner.score;

import java.util.Arrays;
import java.util.List;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreRow.Scope;
import org.ballast.model.ScoreRow.Statistic;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.NodeLedger;

/**
 * The rows of the score that count the same nodes, with the figure of every node and the statistic of every row.
 *
 * <p>Statistics are computed from scratch, in one fixed order of additions; a row is only added up again when one of
 * its figures has changed. Four rows are added up side by side: each sum has to wait for its last addition, but the
 * sums do not wait for each other.
 */
public final class FigureColumns {
    public final ScoreRow[] rows;
    final int[] nodes;
    private final ClusterState state;
    private final int[] position;
    private final double[][] figures;
    private final double[] values;
    private final boolean[] changed;
    /** For each row one further up that always has the same figures, or the row itself. */
    private final int[] twin;

    private final int[] pending;

    FigureColumns(ClusterState state, Scope scope, int[] nodes) {
        this.state = state;
        this.nodes = nodes;
        rows = ScoreRow.ALL.stream()
                .filter(row -> row.scope() == scope && row.statistic() != Statistic.SHARED_PAIRS)
                .toArray(ScoreRow[]::new);
        position = new int[state.nodes.count];
        Arrays.fill(position, -1);
        for (int k = 0; k < nodes.length; k++) {
            position[nodes[k]] = k;
        }
        figures = new double[rows.length][nodes.length];
        values = new double[rows.length];
        changed = new boolean[rows.length];
        pending = new int[rows.length];
        twin = twins(state.instances);
        refresh();
    }

    private int[] twins(InstanceTable instances) {
        List<ScoreRow> all = Arrays.asList(rows);
        int[] same = new int[rows.length];
        for (int r = 0; r < rows.length; r++) {
            same[r] = all.indexOf(twin(rows[r], instances));
        }
        return same;
    }

    /** Returns a row further up that always has the same figures, or the row itself. */
    public static ScoreRow twin(ScoreRow row, InstanceTable instances) {
        return switch (row) {
            case PLANNED_FREE_DISK -> instances.anyForthcoming() ? row : ScoreRow.FREE_DISK;
            case PLANNED_VCPU_RATIO -> instances.anyForthcoming() ? row : ScoreRow.VCPU_RATIO;
            case PLANNED_SPINDLES -> instances.anyForthcoming() ? row : ScoreRow.SPINDLES;
            case MEMORY_LOAD -> instances.sameLoads(instances.memoryLoad, instances.cpuLoad) ? ScoreRow.CPU_LOAD : row;
            case NETWORK_LOAD ->
                instances.sameLoads(instances.networkLoad, instances.cpuLoad) ? ScoreRow.CPU_LOAD : row;
            case FREE_MEMORY,
                    FREE_DISK,
                    REDUNDANCY_FAILURES,
                    RESERVED_MEMORY,
                    OFFLINE_INSTANCES,
                    OFFLINE_PRIMARIES,
                    VCPU_RATIO,
                    CPU_LOAD,
                    DISK_LOAD,
                    CONFLICTING_TAGS,
                    SPINDLES,
                    PLANNED_FREE_MEMORY,
                    LOCATION_FAULTS,
                    LOCATION_EXCLUSION,
                    RESERVED_MEMORY_TOTAL -> row;
        };
    }

    /** Reads all figures again. */
    void refresh() {
        for (int node : nodes) {
            put(state.ledgers[node]);
        }
        Arrays.fill(changed, true);
        compute();
    }

    /** Returns the position of the node in these rows, or -1. */
    public int position(int node) {
        return position[node];
    }

    /** Returns the figure of the node at a position. */
    public double figure(int row, int k) {
        return figures[row][k];
    }

    /** Returns the figures of a row, which must not be changed. */
    public double[] column(int row) {
        return figures[row];
    }

    /** Returns a row further up that always has the same figures, or the row itself. */
    public int twin(int row) {
        return twin[row];
    }

    /** Returns the statistic of a row. */
    public double value(int row) {
        return values[row];
    }

    /** Puts a node's figures in place of those there; {@link #compute()} then brings the statistics up to date. */
    void put(NodeLedger ledger) {
        int k = position[ledger.node];
        for (int r = 0; k >= 0 && r < rows.length; r++) {
            double figure = rows[r].contribution(ledger);
            changed[r] |= figure != figures[r][k];
            figures[r][k] = figure;
        }
    }

    /** Copies a node's figures out. */
    void save(int node, double[] into) {
        int k = position[node];
        for (int r = 0; k >= 0 && r < rows.length; r++) {
            into[r] = figures[r][k];
        }
    }

    /** Puts figures back that were copied out, without a look at the statistics. */
    void restore(int node, double[] from) {
        int k = position[node];
        for (int r = 0; k >= 0 && r < rows.length; r++) {
            figures[r][k] = from[r];
        }
    }

    void saveValues(double[] into) {
        System.arraycopy(values, 0, into, 0, rows.length);
    }

    void restoreValues(double[] from) {
        System.arraycopy(from, 0, values, 0, rows.length);
    }

    /** Brings the statistics of changed rows up to date. */
    void compute() {
        int count = 0;
        for (int r = 0; r < rows.length; r++) {
            if (changed[r] && twin[r] == r) {
                if (rows[r].statistic() == Statistic.SPREAD) {
                    pending[count++] = r;
                } else {
                    values[r] = sum(figures[r]);
                }
            }
        }
        for (int at = 0; at < count; at += 4) {
            int last = count - 1;
            spreads(
                    pending[at],
                    pending[Math.min(at + 1, last)],
                    pending[Math.min(at + 2, last)],
                    pending[Math.min(at + 3, last)]);
        }
        for (int r = 0; r < rows.length; r++) {
            values[r] = values[twin[r]];
            changed[r] = false;
        }
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each;
        }
        return sum;
    }

    /** Computes four rows, which may be the same. */
    private void spreads(int r, int s, int t, int u) {
        double[] w = figures[r];
        double[] x = figures[s];
        double[] y = figures[t];
        double[] z = figures[u];
        int n = nodes.length;
        double meanW = 0;
        double meanX = 0;
        double meanY = 0;
        double meanZ = 0;
        for (int k = 0; k < n; k++) {
            meanW += w[k];
            meanX += x[k];
            meanY += y[k];
            meanZ += z[k];
        }
        meanW /= n;
        meanX /= n;
        meanY /= n;
        meanZ /= n;
        double squaresW = 0;
        double squaresX = 0;
        double squaresY = 0;
        double squaresZ = 0;
        for (int k = 0; k < n; k++) {
            double offW = w[k] - meanW;
            double offX = x[k] - meanX;
            double offY = y[k] - meanY;
            double offZ = z[k] - meanZ;
            squaresW += offW * offW;
            squaresX += offX * offX;
            squaresY += offY * offY;
            squaresZ += offZ * offZ;
        }
        values[r] = Math.sqrt(squaresW / n);
        values[s] = Math.sqrt(squaresX / n);
        values[t] = Math.sqrt(squaresY / n);
        values[u] = Math.sqrt(squaresZ / n);
    }
}
