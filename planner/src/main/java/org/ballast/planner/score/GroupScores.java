package org.ballast.planner.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ballast.model.Score;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/** The scores of some groups, each by itself, and their sum. */
public final class GroupScores {
    private static final int NO_GROUP = -1;

    private final List<ScoreSheet> sheets = new ArrayList<>();
    private final List<MoveEstimate> estimates = new ArrayList<>();
    private final boolean[] stale;
    /** By node, the position of its group. */
    private final int[] positions;

    /** Groups without an online node have no score; those are left out. */
    public GroupScores(ClusterState state, int[] groups) {
        positions = new int[state.scenario().cluster().nodes().size()];
        Arrays.fill(positions, NO_GROUP);
        for (int group : groups) {
            ScoreSheet sheet = new ScoreSheet(state, state.nodesOf(group));
            if (sheet.online().length > 0) {
                for (int node : state.nodesOf(group)) {
                    positions[node] = sheets.size();
                }
                sheets.add(sheet);
                estimates.add(new MoveEstimate(state, sheet, false));
            }
        }
        stale = new boolean[sheets.size()];
    }

    public Score score() {
        return sheets.stream().map(ScoreSheet::score).reduce(Score::plus).orElse(new Score(0, List.of()));
    }

    public double total() {
        double total = 0;
        for (ScoreSheet sheet : sheets) {
            total += sheet.total();
        }
        return total;
    }

    /** Returns by how much a trial would lower the sum, roughly. */
    public double gain(Trial trial) {
        double rise = 0;
        for (int k = 0; k < trial.touchedCount(); k++) {
            int group = positions[trial.touchedNode(k)];
            if (group != NO_GROUP && isFirst(trial, k, group)) {
                if (stale[group]) {
                    estimates.get(group).refresh();
                    stale[group] = false;
                }
                rise += estimates.get(group).rise(trial);
            }
        }
        return Double.isNaN(rise) ? 0 : -rise;
    }

    /** Follows a commit. */
    public void follow(Trial committed) {
        for (int k = 0; k < committed.touchedCount(); k++) {
            int group = positions[committed.touchedNode(k)];
            if (group != NO_GROUP && isFirst(committed, k, group)) {
                sheets.get(group).update(committed);
                stale[group] = true;
            }
        }
    }

    private boolean isFirst(Trial trial, int k, int group) {
        for (int earlier = 0; earlier < k; earlier++) {
            if (positions[trial.touchedNode(earlier)] == group) {
                return false;
            }
        }
        return true;
    }

    /** Reads everything again. */
    public void refresh() {
        sheets.forEach(ScoreSheet::refresh);
        Arrays.fill(stale, true);
    }
}
