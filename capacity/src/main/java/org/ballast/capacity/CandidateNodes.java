package org.ballast.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.planner.place.allocate.AllocationTargets;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.place.n1.NodeFailureSimulation;
import org.ballast.planner.state.ClusterState;

/**
 * The nodes on which new instances may be placed, and the groups that are left out.
 *
 * @param rules the rules
 * @param unhealthyNodes online nodes that could not host a failover they may have to, in order
 * @param unhealthyGroups groups of which some node cannot fail; only looked for where groups are independent
 * @param open nodes on which instances may be placed, in order
 * @param checked nodes that must be able to fail, in order
 * @param stopped whether nothing at all may be placed because of the unhealthy nodes
 */
public record CandidateNodes(
        CapacityRules rules,
        List<Integer> unhealthyNodes,
        List<Integer> unhealthyGroups,
        List<Integer> open,
        List<Integer> checked,
        boolean stopped) {

    /** Copies the lists. */
    public CandidateNodes {
        unhealthyNodes = List.copyOf(unhealthyNodes);
        unhealthyGroups = List.copyOf(unhealthyGroups);
        open = List.copyOf(open);
        checked = List.copyOf(checked);
    }

    /** Returns the candidates in a cluster before anything is placed. */
    public static CandidateNodes survey(ClusterState state, CapacityRules rules) {
        Cluster cluster = state.scenario().cluster();
        List<Integer> nodes = IntStream.range(0, cluster.nodes().size()).boxed().toList();
        List<Integer> online =
                nodes.stream().filter(node -> !state.isOffline(node)).toList();
        List<Integer> unhealthyNodes = online.stream()
                .filter(node -> state.report(node).failsRedundancy())
                .toList();
        List<Integer> unhealthyGroups = rules.independentGroups() ? unhealthyGroups(state, rules) : List.of();
        Set<Integer> closed = new HashSet<>(unhealthyGroups);
        if (!rules.acceptExistingErrors()) {
            unhealthyNodes.forEach(node -> closed.add(state.groupOf(node)));
        }
        List<Integer> groups = new ArrayList<>();
        for (int group = 0; group < cluster.groups().size(); group++) {
            boolean isOpen = cluster.groups().get(group).allocationPolicy() != AllocationPolicy.UNALLOCABLE;
            if (isOpen && !closed.contains(group)) {
                groups.add(group);
            }
        }
        boolean stopped = !rules.acceptExistingErrors()
                && !unhealthyNodes.isEmpty()
                && !(rules.independentGroups() && !groups.isEmpty());
        return new CandidateNodes(
                rules,
                unhealthyNodes,
                unhealthyGroups,
                online.stream()
                        .filter(node -> groups.contains(state.groupOf(node)))
                        .toList(),
                nodes.stream()
                        .filter(node -> !(rules.acceptExistingErrors() && state.isOffline(node)))
                        .filter(node -> !unhealthyGroups.contains(state.groupOf(node)))
                        .toList(),
                stopped);
    }

    /** Returns the groups in which a node's failure would lose instances. */
    public static List<Integer> unhealthyGroups(ClusterState state, CapacityRules rules) {
        return IntStream.range(0, state.scenario().cluster().groups().size())
                .filter(group -> !isHealthy(state, rules, state.nodesOf(group)))
                .boxed()
                .toList();
    }

    private static boolean isHealthy(ClusterState state, CapacityRules rules, int[] members) {
        NodeFailureSimulation simulation = new NodeFailureSimulation(state, members);
        return Arrays.stream(members)
                .filter(node -> !(rules.acceptExistingErrors() && state.isOffline(node)))
                .allMatch(simulation::canEvacuate);
    }

    /** Returns the nodes to choose from for instances that need one or two of them. */
    public AllocationTargets targets(ClusterState state, int requiredNodes) {
        return requiredNodes == 1 ? new AllocationTargets.Single(open) : AllocationTargets.Pairs.among(state, open);
    }

    /** Returns what must hold after each placement, as things are now; nothing if it is not to be checked. */
    public Optional<GlobalN1Check> capacityCheck(ClusterState state) {
        return rules.checkCapacity()
                ? Optional.of(new GlobalN1Check(state, all(state), checkedNodes()))
                : Optional.empty();
    }

    private int[] checkedNodes() {
        return checked.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the nodes over which the score is taken. */
    public static int[] all(ClusterState state) {
        return IntStream.range(0, state.scenario().cluster().nodes().size()).toArray();
    }
}
