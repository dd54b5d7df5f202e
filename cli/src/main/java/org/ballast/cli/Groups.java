package org.ballast.cli;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.planner.state.ClusterState;

/** The node groups of a cluster that have nodes, and the instances split between groups. */
public final class Groups {
    private Groups() {}

    /** Returns the indices of the groups that have nodes, in order. */
    public static List<Integer> populated(ClusterState state) {
        List<Integer> populated = new ArrayList<>();
        for (int group = 0; group < state.scenario().cluster().groups().size(); group++) {
            if (state.nodesOf(group).length > 0) {
                populated.add(group);
            }
        }
        return populated;
    }

    /** Returns the instances whose nodes are in different groups. */
    public static List<Instance> splitInstances(Cluster cluster) {
        List<Instance> split = new ArrayList<>();
        for (Instance instance : cluster.instances()) {
            if (cluster.isSplit(instance)) {
                split.add(instance);
            }
        }
        return split;
    }
}
