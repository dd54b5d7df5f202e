package org.ballast.family;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.GroupHealth;
import org.ballast.planner.place.n1.NodeFailureSimulation;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/**
 * The findings about one group.
 *
 * @param group the group's index
 * @param counts a count for each {@link Finding} that was looked for
 * @param score the group's score
 */
record GroupFindings(int group, List<Integer> counts, double score) {

    /** Copies the list. */
    GroupFindings {
        counts = List.copyOf(counts);
    }

    /** Looks at the group as it is now. */
    static GroupFindings of(ClusterState state, int group, boolean checksCapacity) {
        int[] nodes = state.nodesOf(group);
        List<Integer> counts = new ArrayList<>();
        for (Finding finding : Finding.counted(checksCapacity)) {
            counts.add(count(finding, state, nodes));
        }
        return new GroupFindings(group, counts, new ScoreSheet(state, nodes).total());
    }

    private static int count(Finding finding, ClusterState state, int[] nodes) {
        return switch (finding) {
            case REDUNDANCY -> GroupHealth.of(state, nodes).badNodes().size();
            case CAPACITY -> stuckNodes(state, nodes);
            case CONFLICTS, OFFLINE_PRIMARIES, OFFLINE_SECONDARIES -> {
                int sum = 0;
                for (int node : nodes) {
                    sum += contribution(finding, state.report(node));
                }
                yield sum;
            }
        };
    }

    private static int contribution(Finding finding, NodeReport node) {
        return switch (finding) {
            case CONFLICTS -> node.conflictingTags() > 0 ? 1 : 0;
            case OFFLINE_PRIMARIES -> node.offline() ? node.primaries().size() : 0;
            case OFFLINE_SECONDARIES -> node.offline() ? 1 : 0;
            case REDUNDANCY, CAPACITY -> 0;
        };
    }

    private static int stuckNodes(ClusterState state, int[] nodes) {
        NodeFailureSimulation simulation = new NodeFailureSimulation(state, nodes);
        int stuck = 0;
        for (int node : nodes) {
            stuck += simulation.canEvacuate(node) ? 0 : 1;
        }
        return stuck;
    }
}
