package org.ballast.hspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.planner.place.n1.NodeFailureSimulation;
import org.ballast.planner.state.ClusterState;

/**
 * Warnings about groups that have room and take no instances: because of weak nodes, which could not host a
 * failover they may have to, or stuck ones, whose instances would not fit elsewhere. One such group may keep instances
 * out of all the others as well.
 */
final class GroupWarnings {
    private static final String ACCEPT = "--accept-existing-errors";
    private static final String INDEPENDENT = "--independent-groups";
    private static final String UNCHECKED = "--no-capacity-checks";

    private final ClusterState state;
    private final Cluster cluster;
    private final CandidateNodes candidateNodes;
    private final CapacityRules rules;
    private final boolean stuckNodesCount;

    /**
     * Prepares warnings about a cluster in which nothing is placed yet.
     *
     * @param isMirrored whether instances are to have secondaries: then stuck nodes do not keep them out
     */
    GroupWarnings(ClusterState state, CandidateNodes candidateNodes, boolean isMirrored) {
        this.state = state;
        cluster = state.scenario().cluster();
        this.candidateNodes = candidateNodes;
        rules = candidateNodes.rules();
        stuckNodesCount = rules.checkCapacity() && !isMirrored;
    }

    /** Returns one line for each group in which, or because of which, nothing may be placed. */
    List<String> closed() {
        return groups().filter(this::isClosed)
                .filter(group -> candidateNodes.stopped() || mayTakeInstances(group))
                .mapToObj(group -> line(
                        group,
                        candidateNodes.stopped()
                                && !rules.independentGroups()
                                && groups().anyMatch(other -> mayTakeInstances(other) && !isClosed(other))))
                .toList();
    }

    private boolean isClosed(int group) {
        return candidateNodes.unhealthyGroups().contains(group)
                || !rules.acceptExistingErrors() && !weakNodes(group).isEmpty();
    }

    /** Returns one line for each group because of which nothing was placed though it may be. */
    List<String> inTheWay() {
        if (!stuckNodesCount || candidateNodes.stopped()) {
            return List.of();
        }
        List<Integer> inTheWay = groups().filter(group -> !isClosed(group))
                .filter(group -> !stuckNodes(group).isEmpty())
                .boxed()
                .toList();
        boolean closesOthers = groups().anyMatch(group -> mayTakeInstances(group) && !inTheWay.contains(group));
        return inTheWay.stream().map(group -> line(group, closesOthers)).toList();
    }

    private String line(int group, boolean closesOthers) {
        List<Integer> weak = rules.acceptExistingErrors() ? List.of() : weakNodes(group);
        List<Integer> stuck = stuckNodes(group);
        String name = "group " + cluster.groups().get(group).name();
        return "Warning: nothing is placed in " + (closesOthers ? "any group because of " : "") + name + ": "
                + (weak.isEmpty() ? stuckReason(stuck) : weakReason(weak)) + "; go on "
                + (closesOthers ? "with " + INDEPENDENT + " in the other groups, " : "") + wayOut(weak, stuck)
                + (closesOthers ? " in all" : "");
    }

    private String weakReason(List<Integer> nodes) {
        return (nodes.size() == 1 ? "node " : "nodes ") + names(nodes) + " could not host a failover "
                + (nodes.size() == 1 ? "it" : "they") + " may have to";
    }

    private String stuckReason(List<Integer> nodes) {
        return "the instances of " + (nodes.size() == 1 ? "node " : "each of the nodes ") + names(nodes)
                + " would not all fit on other nodes";
    }

    private String wayOut(List<Integer> weak, List<Integer> stuck) {
        List<Integer> stuckOnline =
                stuck.stream().filter(node -> !state.isOffline(node)).toList();
        boolean accepts = !weak.isEmpty() || stuckOnline.isEmpty() && !rules.acceptExistingErrors();
        List<String> with = new ArrayList<>();
        if (accepts) {
            with.add(ACCEPT);
        }
        if (stuckNodesCount && !stuckOnline.isEmpty()) {
            with.add(UNCHECKED);
        }
        boolean isLeftOut = rules.independentGroups() && !(accepts ? stuckOnline : stuck).isEmpty();
        return (with.isEmpty() ? "" : "with " + String.join(" and ", with))
                + (isLeftOut && !with.isEmpty() ? ", " : "")
                + (isLeftOut ? "without " + INDEPENDENT : "");
    }

    private IntStream groups() {
        return IntStream.range(0, cluster.groups().size());
    }

    private boolean mayTakeInstances(int group) {
        return cluster.groups().get(group).allocationPolicy() != AllocationPolicy.UNALLOCABLE;
    }

    private List<Integer> weakNodes(int group) {
        return candidateNodes.unhealthyNodes().stream()
                .filter(node -> state.groupOf(node) == group)
                .toList();
    }

    private List<Integer> stuckNodes(int group) {
        int[] members = state.nodesOf(group);
        NodeFailureSimulation simulation = new NodeFailureSimulation(state, members);
        return Arrays.stream(members)
                .filter(node -> !(rules.acceptExistingErrors() && state.isOffline(node)))
                .filter(node -> !simulation.canEvacuate(node))
                .boxed()
                .toList();
    }

    private String names(List<Integer> nodes) {
        return nodes.stream().map(node -> cluster.nodes().get(node).name()).collect(Collectors.joining(", "));
    }
}
