package org.ballast.optimizer.target;

import java.util.Arrays;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.NodeTable;

/**
 * Counts, for each group, failure domain and exclusion tag, of the instances that carry the tag and run in the domain
 * on online nodes of the group, and those beyond the first.
 */
final class DomainTags {
    private final InstanceTable instances;
    private final int tags;
    private final int[] counts;
    /** Failure domains of online nodes, numbered over all groups. */
    private final int[][] locations;

    private int shared;

    /** Starts without instances; a node counts whose position in its group is not negative. */
    DomainTags(NodeTable nodes, InstanceTable instances, int[] position) {
        this.instances = instances;
        tags = instances.exclusionTagNames.size();
        int domains = nodes.locationNumbers.size();
        counts = new int[tags * domains * (1 + Arrays.stream(nodes.group).max().orElse(0))];
        locations = new int[nodes.count][0];
        for (int node = 0; node < nodes.count && counts.length > 0; node++) {
            if (position[node] >= 0) {
                int offset = nodes.group[node] * domains;
                locations[node] = Arrays.stream(nodes.locationTags[node].toArray())
                        .map(location -> offset + location)
                        .toArray();
            }
        }
    }

    /** Returns whether it matters where an instance runs. */
    boolean concern(int i) {
        return counts.length > 0 && instances.exclusionTags[i].length > 0;
    }

    /** Returns how many instances share a domain and a tag with another one, the first of each not counted. */
    int shared() {
        return shared;
    }

    /** Lets an instance run on a node (1), or no longer (-1). */
    void add(int i, int node, int sign) {
        if (!concern(i)) {
            return;
        }
        for (int location : locations[node]) {
            for (int tag : instances.exclusionTags[i]) {
                int pair = location * tags + tag;
                int before = counts[pair];
                counts[pair] = before + sign;
                shared += Math.max(0, counts[pair] - 1) - Math.max(0, before - 1);
            }
        }
    }

    /** Returns by how much {@link #shared} would rise if an instance ran on another node. */
    int riseOfMove(int i, int from, int to) {
        int before = shared;
        add(i, from, -1);
        add(i, to, 1);
        int rise = shared - before;
        add(i, to, -1);
        add(i, from, 1);
        return rise;
    }
}
