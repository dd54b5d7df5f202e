package org.ballast.planner.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreRow.Scope;
import org.ballast.model.ScoreWeights;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * The score of a set of nodes, computed from scratch in one fixed order of additions. This is the value that is printed
 * and that decides between moves; it equals Ganeti's to the last bit because the additions are its additions: sums
 * from the first node to the last, then the mean, then the squares of the differences, the rows added in the table's
 * order.
 */
public final class ScoreSheet {
    private static final int MOST_TOUCHED = 4;

    private final ClusterState state;
    private final ScoreWeights weights;
    private final FigureColumns online;
    private final FigureColumns offline;
    private final DomainTagConflicts tagConflicts;
    /** Where each row of the table is kept: its index among the online or the offline rows, or -1 for tag conflicts. */
    private final int[] index = new int[ScoreRow.ALL.size()];

    private final double[][] savedOnline;
    private final double[][] savedOffline;
    private final double[] savedOnlineValues;
    private final double[] savedOfflineValues;

    /** Computes the score of the given nodes, which must be in ascending order. */
    public ScoreSheet(ClusterState state, int[] nodes) {
        this.state = state;
        weights = state.scenario().weights();
        online = new FigureColumns(state, Scope.ONLINE, filter(state, nodes, false));
        offline = new FigureColumns(state, Scope.OFFLINE, filter(state, nodes, true));
        tagConflicts = new DomainTagConflicts(state, online.nodes);
        tagConflicts.refresh();
        for (ScoreRow row : ScoreRow.ALL) {
            index[row.ordinal()] = Arrays.asList(rows(row).rows).indexOf(row);
        }
        savedOnline = new double[MOST_TOUCHED][online.rows.length];
        savedOffline = new double[MOST_TOUCHED][offline.rows.length];
        savedOnlineValues = new double[online.rows.length];
        savedOfflineValues = new double[offline.rows.length];
    }

    private static int[] filter(ClusterState state, int[] nodes, boolean wantedOffline) {
        return Arrays.stream(nodes)
                .filter(node -> state.nodes.offline[node] == wantedOffline)
                .toArray();
    }

    private FigureColumns rows(ScoreRow row) {
        return row.scope() == Scope.ONLINE ? online : offline;
    }

    /** Reads all figures again. */
    public void refresh() {
        online.refresh();
        offline.refresh();
        tagConflicts.refresh();
    }

    /** Follows a commit: the touched nodes' figures are read again. */
    public void update(Trial committed) {
        exchange(committed);
        for (int k = 0; k < committed.touchedCount(); k++) {
            tagConflicts.update(state.ledgers[committed.touched(k).node]);
        }
    }

    private void exchange(Trial trial) {
        for (int k = 0; k < trial.touchedCount(); k++) {
            online.put(trial.touched(k));
            offline.put(trial.touched(k));
        }
        online.compute();
        offline.compute();
    }

    /** Returns the total score. */
    public double total() {
        return total(tagConflicts.count());
    }

    private double total(int sharedPairs) {
        if (online.nodes.length == 0) {
            return 0;
        }
        double total = 0;
        for (int r = 0; r < index.length; r++) {
            ScoreRow row = ScoreRow.ALL.get(r);
            total += weights.of(row) * (index[r] < 0 ? sharedPairs : rows(row).value(index[r]));
        }
        return total;
    }

    public FigureColumns onlineRows() {
        return online;
    }

    /** Returns the statistic of a row. */
    public double value(ScoreRow row) {
        int r = index[row.ordinal()];
        return r < 0 ? tagConflicts.count() : rows(row).value(r);
    }

    /** Returns the score with all its rows. */
    public Score score() {
        List<Score.Component> components = new ArrayList<>(index.length);
        if (online.nodes.length > 0) {
            for (ScoreRow row : ScoreRow.ALL) {
                int r = index[row.ordinal()];
                components.add(new Score.Component(
                        row,
                        weights.of(row),
                        r < 0 ? tagConflicts.count() : rows(row).value(r)));
            }
        }
        return new Score(total(), components);
    }

    /** Returns the total score if an accepted trial, not yet committed, became the state. */
    public double totalAfter(Trial trial) {
        online.saveValues(savedOnlineValues);
        offline.saveValues(savedOfflineValues);
        for (int k = 0; k < trial.touchedCount(); k++) {
            online.save(trial.touched(k).node, savedOnline[k]);
            offline.save(trial.touched(k).node, savedOffline[k]);
        }
        exchange(trial);
        double total = total(tagConflicts.countAfter(trial));
        for (int k = 0; k < trial.touchedCount(); k++) {
            online.restore(trial.touched(k).node, savedOnline[k]);
            offline.restore(trial.touched(k).node, savedOffline[k]);
        }
        online.restoreValues(savedOnlineValues);
        offline.restoreValues(savedOfflineValues);
        return total;
    }

    /** Returns the online nodes of the set, in order. */
    public int[] online() {
        return online.nodes.clone();
    }

    /** Returns whether the node is one of the set. */
    boolean counts(int node) {
        return online.position(node) >= 0 || offline.position(node) >= 0;
    }

    /** Returns what an online node contributes to a row now. */
    double figure(ScoreRow row, int onlinePosition) {
        return online.figure(index[row.ordinal()], onlinePosition);
    }

    /** Returns by how much an accepted trial would raise the row of shared failure domains and exclusion tags. */
    double sharedPairsRise(Trial trial) {
        return weights.of(ScoreRow.LOCATION_EXCLUSION) * (tagConflicts.countAfter(trial) - tagConflicts.count());
    }
}
