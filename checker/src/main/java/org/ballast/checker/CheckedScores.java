package org.ballast.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ballast.model.Score;

/** The scores of some groups of nodes, each by itself, and their sum. */
final class CheckedScores {
    private final List<CheckedScore> groups = new ArrayList<>();

    CheckedScores(CheckedCluster cluster, List<? extends Collection<Integer>> groups) {
        groups.forEach(nodes -> this.groups.add(new CheckedScore(cluster.nodes(nodes), cluster.weights())));
    }

    /** Takes down the node anew, wherever it counts. */
    void update(CheckedNode node) {
        groups.forEach(group -> group.update(node));
    }

    Score score() {
        return groups.stream().map(CheckedScore::score).reduce(Score::plus).orElse(new Score(0, List.of()));
    }
}
