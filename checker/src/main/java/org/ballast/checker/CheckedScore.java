package org.ballast.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreWeights;

/**
 * The score computed in the plainest way: the contribution of each node is written down once, and every statistic is
 * taken over all nodes again each time.
 */
final class CheckedScore {
    private final ScoreWeights weights;
    private final ScoreColumns online;
    private final ScoreColumns offline;

    CheckedScore(Collection<CheckedNode> nodes, ScoreWeights weights) {
        this.weights = weights;
        online = new ScoreColumns(
                nodes.stream().filter(node -> !node.node().isOffline()).toList());
        offline = new ScoreColumns(
                nodes.stream().filter(node -> node.node().isOffline()).toList());
    }

    /** Takes down the node anew, if it is one of those that count. */
    void update(CheckedNode node) {
        online.update(node);
        offline.update(node);
    }

    Score score() {
        if (online.isEmpty()) {
            return new Score(0, List.of());
        }
        List<Score.Component> components = new ArrayList<>();
        double total = 0;
        for (ScoreRow row : ScoreRow.ALL) {
            double value = switch (row.scope()) {
                case ONLINE -> statistic(row, online);
                case OFFLINE -> statistic(row, offline);
            };
            components.add(new Score.Component(row, weights.of(row), value));
            total += weights.of(row) * value;
        }
        return new Score(total, components);
    }

    private static double statistic(ScoreRow row, ScoreColumns columns) {
        return switch (row.statistic()) {
            case SPREAD -> columns.spread(row);
            case SUM -> columns.sum(row);
            case SHARED_PAIRS -> columns.sharedPairs();
        };
    }
}
