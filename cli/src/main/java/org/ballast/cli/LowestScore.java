package org.ballast.cli;

import org.ballast.model.ScoreRow;
import org.ballast.planner.state.ClusterState;

/**
 * A bound below which no placement brings the score of a group: mirrored instances need memory reserved for the failure
 * of any one node, at best spread evenly over all others, and reserved memory counts in the score.
 */
public final class LowestScore {
    private LowestScore() {}

    /** Returns the bound for these nodes; 0 if there are too few of them, or without memory. */
    public static double of(ClusterState state, int[] nodes) {
        double memory = 0;
        double largest = Double.NEGATIVE_INFINITY;
        long mirrored = 0;
        for (int node : nodes) {
            double own = state.scenario().cluster().nodes().get(node).memory().total();
            memory += own;
            largest = Math.max(largest, own);
            mirrored += state.failoverMemory(node);
        }
        double memoryAfterFailure = memory - largest;
        if (nodes.length < 2 || !(memoryAfterFailure > 0)) {
            return 0;
        }
        return state.scenario().weights().of(ScoreRow.RESERVED_MEMORY_TOTAL)
                * (mirrored / memoryAfterFailure - mirrored / memory);
    }
}
