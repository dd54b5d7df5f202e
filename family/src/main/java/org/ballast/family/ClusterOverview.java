package org.ballast.family;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.cli.GroupHealth;
import org.ballast.cli.Groups;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;

/**
 * The overview of a cluster.
 *
 * @param state the cluster
 * @param groups its groups that have nodes
 * @param splitInstances instances that have nodes in two groups
 * @param score the score of all nodes together
 */
record ClusterOverview(ClusterState state, List<GroupOverview> groups, List<Instance> splitInstances, Score score) {

    /** Copies the lists. */
    ClusterOverview {
        groups = List.copyOf(groups);
        splitInstances = List.copyOf(splitInstances);
    }

    /**
     * The overview of a group.
     *
     * @param group the group
     * @param nodes how many nodes it has
     * @param instances how many instances run in it
     * @param health which nodes fail the N+1 check
     * @param score the score of its nodes
     */
    record GroupOverview(Group group, int nodes, int instances, GroupHealth health, double score) {}

    /** Looks at the cluster. */
    static ClusterOverview of(Scenario scenario) {
        ClusterState state = new ClusterState(scenario);
        List<GroupOverview> groups = new ArrayList<>();
        for (int group : Groups.populated(state)) {
            int[] nodes = state.nodesOf(group);
            groups.add(new GroupOverview(
                    scenario.cluster().groups().get(group),
                    nodes.length,
                    state.instancesOf(group).length,
                    GroupHealth.of(state, nodes),
                    new ScoreSheet(state, nodes).total()));
        }
        int[] all = range(scenario.cluster().nodes().size());
        return new ClusterOverview(
                state, groups, Groups.splitInstances(scenario.cluster()), new ScoreSheet(state, all).score());
    }

    /** Returns the indices of all nodes. */
    int[] nodes() {
        return range(state.scenario().cluster().nodes().size());
    }

    /** Returns the indices of all instances. */
    int[] instances() {
        return range(state.scenario().cluster().instances().size());
    }

    /** Returns whether no group has a node that fails the N+1 check. */
    boolean isHealthy() {
        return groups.stream().allMatch(group -> group.health().isGood());
    }

    private static int[] range(int size) {
        return IntStream.range(0, size).toArray();
    }
}
