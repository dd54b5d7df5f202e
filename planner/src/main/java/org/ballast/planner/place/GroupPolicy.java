package org.ballast.planner.place;

import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;

/** The instance policy of a node's group, as a check of placements. */
public final class GroupPolicy {
    private GroupPolicy() {}

    /** Returns what the policy of the node's group says about the instance. */
    public static Verdict verdict(ClusterState state, int i, int index) {
        Node node = state.scenario().cluster().nodes().get(index);
        return verdict(state, i, index, node.spindles().exclusive());
    }

    /** Returns what the policy of the node's group would say if the node's storage were exclusive or not. */
    public static Verdict verdict(ClusterState state, int i, int index, boolean exclusive) {
        Node node = state.scenario().cluster().nodes().get(index);
        InstancePolicy policy =
                state.scenario().cluster().groups().get(node.group()).policy();
        return policy.violation(state.instance(i), exclusive).map(Verdict::of).orElse(Verdict.ACCEPTED);
    }
}
