package org.ballast.hbal;

import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.planner.state.ClusterState;

/** The group that is balanced. */
final class BalancedGroup {
    private final ClusterState state;
    private final int index;
    private final ShortNames names;
    private final int[] nodes;
    private final int[] instances;

    /**
     * Looks up the group's members.
     *
     * @param state the cluster, which changes as the group is balanced
     * @param index the group's index
     * @param names how nodes and instances are named for people
     */
    BalancedGroup(ClusterState state, int index, ShortNames names) {
        this.state = state;
        this.index = index;
        this.names = names;
        nodes = state.nodesOf(index);
        instances = state.instancesOf(index);
    }

    /** Returns the cluster as it is now. */
    ClusterState state() {
        return state;
    }

    /** Returns the group's index. */
    int index() {
        return index;
    }

    /** Returns how nodes and instances are named for people. */
    ShortNames names() {
        return names;
    }

    /** Returns the indices of the group's nodes. */
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

    /** Returns the group itself. */
    Group group() {
        return cluster().groups().get(index);
    }
}
