package org.ballast.planner.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreRow.Scope;

/**
 * The score of a set of nodes, row by row, computed from scratch in one fixed order of additions. This is the value
 * that is printed and that decides between moves; it equals the peer's to the last bit because the additions are its
 * additions: sums from the first node to the last, then the mean, then the squares of the differences, the rows added
 * in the table's order.
 *
 * <p>A row is only added up again when one of its figures has changed.
 */
public final class ScoreSheet {
    private static final int ROWS = ScoreRow.ALL.size();

    private final ClusterState state;
    private final int[] online;
    private final int[] offline;
    /** Position of a node among the online, or (as -1 - position) among the offline nodes of the set. */
    private final int[] position;

    private final boolean[] member;
    private final double[][] figures = new double[ROWS][];
    private final double[] values = new double[ROWS];
    private final SharedPairs pairs;
    private final double[][] saved = new double[3][ROWS];
    private final double[] savedValues = new double[ROWS];
    private final boolean[] changed = new boolean[ROWS];

    /** Computes the score of the given nodes, which must be in ascending order. */
    public ScoreSheet(ClusterState state, int[] nodes) {
        this.state = state;
        online = filter(state, nodes, false);
        offline = filter(state, nodes, true);
        position = new int[state.nodes.count];
        member = new boolean[state.nodes.count];
        for (int k = 0; k < online.length; k++) {
            position[online[k]] = k;
            member[online[k]] = true;
        }
        for (int k = 0; k < offline.length; k++) {
            position[offline[k]] = -1 - k;
            member[offline[k]] = true;
        }
        pairs = new SharedPairs(state, online);
        for (ScoreRow row : ScoreRow.ALL) {
            figures[row.ordinal()] = new double[(row.scope() == Scope.ONLINE ? online : offline).length];
        }
        refresh();
    }

    private static int[] filter(ClusterState state, int[] nodes, boolean wantedOffline) {
        return Arrays.stream(nodes)
                .filter(node -> state.nodes.offline[node] == wantedOffline)
                .toArray();
    }

    /** Reads all figures again. */
    public void refresh() {
        for (int node : online) {
            read(state.ledgers[node]);
        }
        for (int node : offline) {
            read(state.ledgers[node]);
        }
        pairs.refresh();
        for (ScoreRow row : ScoreRow.ALL) {
            values[row.ordinal()] = statistic(row);
        }
    }

    private void read(NodeLedger ledger) {
        int at = position[ledger.node];
        Scope scope = at >= 0 ? Scope.ONLINE : Scope.OFFLINE;
        int index = at >= 0 ? at : -1 - at;
        for (int r = 0; r < ROWS; r++) {
            ScoreRow row = ScoreRow.ALL.get(r);
            if (row.scope() == scope) {
                figures[r][index] = row.contribution(ledger);
            }
        }
    }

    /** Follows a commit: the touched nodes' figures are read again. */
    public void update(Trial committed) {
        exchange(committed);
        for (int k = 0; k < committed.touchedCount(); k++) {
            pairs.update(state.ledgers[committed.touched(k).node]);
        }
        values[ScoreRow.LOCATION_EXCLUSION.ordinal()] = pairs.count();
    }

    /** Returns the total score. */
    public double total() {
        if (online.length == 0) {
            return 0;
        }
        double total = 0;
        for (int r = 0; r < ROWS; r++) {
            total += ScoreRow.ALL.get(r).weight() * values[r];
        }
        return total;
    }

    /** Returns the score with all its rows. */
    public Score score() {
        List<Score.Component> components = new ArrayList<>(ROWS);
        if (online.length > 0) {
            for (ScoreRow row : ScoreRow.ALL) {
                components.add(new Score.Component(row, values[row.ordinal()]));
            }
        }
        return new Score(total(), components);
    }

    /** Returns the total score if an accepted trial, not yet committed, became the state. */
    public double totalAfter(Trial trial) {
        System.arraycopy(values, 0, savedValues, 0, ROWS);
        for (int k = 0; k < trial.touchedCount(); k++) {
            save(trial.touched(k).node, saved[k]);
        }
        exchange(trial);
        values[ScoreRow.LOCATION_EXCLUSION.ordinal()] = pairs.countAfter(trial);
        double total = total();
        for (int k = 0; k < trial.touchedCount(); k++) {
            restore(trial.touched(k).node, saved[k]);
        }
        System.arraycopy(savedValues, 0, values, 0, ROWS);
        return total;
    }

    /** Puts the trial's figures in place of the nodes' and brings the rows that differ up to date. */
    private void exchange(Trial trial) {
        Arrays.fill(changed, false);
        for (int k = 0; k < trial.touchedCount(); k++) {
            NodeLedger ledger = trial.touched(k);
            if (!member[ledger.node]) {
                continue;
            }
            int at = position[ledger.node];
            Scope scope = at >= 0 ? Scope.ONLINE : Scope.OFFLINE;
            int index = at >= 0 ? at : -1 - at;
            for (int r = 0; r < ROWS; r++) {
                ScoreRow row = ScoreRow.ALL.get(r);
                if (row.scope() == scope) {
                    double figure = row.contribution(ledger);
                    changed[r] |= figure != figures[r][index];
                    figures[r][index] = figure;
                }
            }
        }
        for (int r = 0; r < ROWS; r++) {
            if (changed[r]) {
                values[r] = statistic(ScoreRow.ALL.get(r));
            }
        }
    }

    private void save(int node, double[] into) {
        if (member[node]) {
            int at = position[node];
            Scope scope = at >= 0 ? Scope.ONLINE : Scope.OFFLINE;
            for (int r = 0; r < ROWS; r++) {
                if (ScoreRow.ALL.get(r).scope() == scope) {
                    into[r] = figures[r][at >= 0 ? at : -1 - at];
                }
            }
        }
    }

    private void restore(int node, double[] from) {
        if (member[node]) {
            int at = position[node];
            Scope scope = at >= 0 ? Scope.ONLINE : Scope.OFFLINE;
            for (int r = 0; r < ROWS; r++) {
                if (ScoreRow.ALL.get(r).scope() == scope) {
                    figures[r][at >= 0 ? at : -1 - at] = from[r];
                }
            }
        }
    }

    private double statistic(ScoreRow row) {
        double[] x = figures[row.ordinal()];
        return switch (row.statistic()) {
            case SUM -> sum(x);
            case SPREAD -> spread(x);
            case SHARED_PAIRS -> pairs.count();
        };
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each;
        }
        return sum;
    }

    private static double spread(double[] x) {
        double mean = sum(x) / x.length;
        double squares = 0;
        for (double each : x) {
            double difference = each - mean;
            squares += difference * difference;
        }
        return Math.sqrt(squares / x.length);
    }

    /** Returns the online nodes of the set, in order. */
    public int[] online() {
        return online.clone();
    }

    /** Returns what an online node contributes to a row now. */
    double figure(ScoreRow row, int onlinePosition) {
        return figures[row.ordinal()][onlinePosition];
    }

    /** Returns by how much an accepted trial would raise the row of shared failure domains and exclusion tags. */
    double sharedPairsRise(Trial trial) {
        return ScoreRow.LOCATION_EXCLUSION.weight() * (pairs.countAfter(trial) - pairs.count());
    }
}
