package org.ballast.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/**
 * The nodes of a group that fail the N+1 check.
 *
 * @param badNodes indices of the online nodes that could not host a failover they may have to
 * @param badInstances how many instances have one of these nodes
 */
public record GroupHealth(List<Integer> badNodes, int badInstances) {

    /** Copies the list. */
    public GroupHealth {
        badNodes = List.copyOf(badNodes);
    }

    /** Looks at these nodes as they are now. */
    public static GroupHealth of(ClusterState state, int[] nodes) {
        List<Integer> badNodes = new ArrayList<>();
        Set<Integer> badInstances = new HashSet<>();
        for (int node : nodes) {
            NodeReport report = state.report(node);
            if (report.failsRedundancy() && !report.offline()) {
                badNodes.add(node);
                badInstances.addAll(report.primaries());
                badInstances.addAll(report.secondaries());
            }
        }
        return new GroupHealth(badNodes, badInstances.size());
    }

    /** Returns whether each node could host every failover it may have to. */
    public boolean isGood() {
        return badNodes.isEmpty();
    }
}
