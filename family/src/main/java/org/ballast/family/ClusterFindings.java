package org.ballast.family;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.Groups;
import org.ballast.planner.state.ClusterState;

/**
 * The findings about a cluster.
 *
 * @param groups what was found in each group that has nodes
 * @param counts a count for each {@link Finding} over all groups; none if there are no groups
 */
record ClusterFindings(List<GroupFindings> groups, List<Integer> counts) {

    /** Copies the lists. */
    ClusterFindings {
        groups = List.copyOf(groups);
        counts = List.copyOf(counts);
    }

    /** Looks at the cluster as it is now. */
    static ClusterFindings of(ClusterState state, boolean checksCapacity) {
        List<GroupFindings> groups = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int group : Groups.populated(state)) {
            GroupFindings found = GroupFindings.of(state, group, checksCapacity);
            for (int k = 0; k < found.counts().size(); k++) {
                if (k == counts.size()) {
                    counts.add(0);
                }
                counts.set(k, counts.get(k) + found.counts().get(k));
            }
            groups.add(found);
        }
        return new ClusterFindings(groups, counts);
    }

    /** Returns whether anything was found. */
    boolean isUnhealthy() {
        return counts.stream().anyMatch(count -> count > 0);
    }
}
