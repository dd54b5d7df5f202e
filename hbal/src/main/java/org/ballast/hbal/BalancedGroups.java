package org.ballast.hbal;

import java.util.Arrays;
import java.util.List;
import org.ballast.cli.LowestScore;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Score;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;

/** The groups that are balanced: one, unless all are. */
final class BalancedGroups {
    private final ClusterState state;
    private final List<Integer> indices;
    private final ShortNames names;
    private final int[] nodes;
    private final int[] instances;

    /**
     * Looks up the groups' members.
     *
     * @param state the cluster, which changes as the groups are balanced
     * @param indices the groups' indices
     * @param names how nodes and instances are named for people
     */
    BalancedGroups(ClusterState state, List<Integer> indices, ShortNames names) {
        this.state = state;
        this.indices = List.copyOf(indices);
        this.names = names;
        nodes = indices.stream()
                .flatMapToInt(group -> Arrays.stream(state.nodesOf(group)))
                .sorted()
                .toArray();
        instances = indices.stream()
                .flatMapToInt(group -> Arrays.stream(state.instancesOf(group)))
                .sorted()
                .toArray();
    }

    /** Returns the cluster as it is now. */
    ClusterState state() {
        return state;
    }

    /** Returns the groups' indices. */
    List<Integer> indices() {
        return indices;
    }

    /** Returns how nodes and instances are named for people. */
    ShortNames names() {
        return names;
    }

    /** Returns the indices of the groups' nodes. */
    int[] nodes() {
        return nodes.clone();
    }

    /** Returns the indices of the instances whose primary node is one of these. */
    int[] instances() {
        return instances.clone();
    }

    /** Returns the cluster as it was at the start. */
    Cluster cluster() {
        return state.scenario().cluster();
    }

    /** Returns the groups themselves. */
    List<Group> groups() {
        return indices.stream().map(cluster().groups()::get).toList();
    }

    /** Returns the score as it is now; of several groups, the sum. */
    Score score() {
        return indices.stream()
                .map(group -> new ScoreSheet(state, state.nodesOf(group)).score())
                .reduce(Score::plus)
                .orElse(new Score(0, List.of()));
    }

    /** Returns a bound below which no placement within the groups brings the score. */
    double lowestScore() {
        return indices.stream()
                .mapToDouble(group -> LowestScore.of(state, state.nodesOf(group)))
                .sum();
    }
}
