package org.ballast.planner.place.allocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.place.PlacementValue;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * The search for an instance's nodes in one group or in all, and the choice of the group: preferred ones before those
 * of last resort, then the one with the best value; of equals the last.
 */
public final class GroupSearch {
    private final ClusterState state;
    private final Cluster cluster;
    private final AllocationRules rules;
    private final Optional<DedicatedAllocator> dedicated;
    private final int[] allNodes;
    private List<Integer> groups;
    /** Instances in the order in which they came to be placed: those of the cluster, then new ones. */
    private final List<Integer> numbered = new ArrayList<>();

    /**
     * Prepares searches.
     *
     * @param dedicated whether instances do not share nodes, so that the space left over decides and not the balance
     */
    public GroupSearch(ClusterState state, AllocationRules rules, boolean dedicated) {
        this.state = state;
        this.rules = rules;
        this.dedicated = dedicated ? Optional.of(new DedicatedAllocator(state, rules)) : Optional.empty();
        cluster = state.scenario().cluster();
        groups = IntStream.range(0, cluster.groups().size()).boxed().toList();
        allNodes = IntStream.range(0, cluster.nodes().size()).toArray();
        for (int i = 0; i < cluster.instances().size(); i++) {
            numbered.add(i);
        }
    }

    /**
     * The outcome of the search in several groups.
     *
     * @param disconnected groups left out because they lack a network that the instance needs
     * @param outcomes the other groups in order
     * @param best the outcome to take, if there is one
     */
    public record Result(
            List<Integer> disconnected, List<GroupOutcome> outcomes, Optional<GroupOutcome.Searched> best) {
        /** Copies the lists. */
        public Result {
            disconnected = List.copyOf(disconnected);
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Returns whether instances do not share nodes in any of the groups that count: all nodes have exclusive storage.
     */
    public static boolean isDedicated(Cluster cluster, Optional<String> onlyGroup) {
        return cluster.nodes().stream().allMatch(node -> {
            Group group = cluster.groups().get(node.group());
            boolean counts = onlyGroup
                    .map(group.name()::equals)
                    .orElse(group.allocationPolicy() != AllocationPolicy.UNALLOCABLE);
            return node.spindles().exclusive() || !counts;
        });
    }

    /** Searches all groups that have nodes; where nodes are not shared, only the first group chosen from then on. */
    public Result inAll(int i, int requiredNodes) {
        return inGroups(groups, i, requiredNodes, GanetiNumbering.PLAIN);
    }

    /**
     * Searches some groups.
     *
     * @param numbering by which numbers the capacity check finds instances
     */
    public Result inGroups(List<Integer> groups, int i, int requiredNodes, GanetiNumbering numbering) {
        List<Integer> disconnected = new ArrayList<>();
        List<GroupOutcome> outcomes = new ArrayList<>();
        Optional<GlobalN1Check> n1 = n1(allNodes, numbering);
        for (int group : groups) {
            int[] members = state.nodesOf(group);
            if (members.length == 0) {
                continue;
            }
            if (isConnected(group, i)) {
                outcomes.add(search(group, members, allNodes, i, requiredNodes, n1));
            } else if (dedicated.isPresent()) {
                outcomes.add(new GroupOutcome.Impossible(group, GroupOutcome.Obstacle.NETWORK_MISSING));
            } else {
                disconnected.add(group);
            }
        }
        return new Result(disconnected, outcomes, best(outcomes));
    }

    /** Searches one group, as if there was no other, whatever its allocation policy. */
    public GroupOutcome inGroup(int group, int i, int requiredNodes) {
        if (!isConnected(group, i)) {
            return new GroupOutcome.Impossible(group, GroupOutcome.Obstacle.NETWORK_MISSING);
        }
        int[] members = state.nodesOf(group);
        return search(group, members, members, i, requiredNodes, n1(members, withinGroup(group, i)));
    }

    /**
     * Returns the numbering if there was no other group: the new instance then has the number that follows those of the
     * group, and an instance of the group that has this number too is found as the new one.
     */
    private GanetiNumbering withinGroup(int group, int i) {
        int number = state.instancesOf(group).length;
        if (number >= numbered.size()) {
            return GanetiNumbering.PLAIN;
        }
        int candidate = numbered.get(number);
        return state.groupOf(state.placement(candidate).primary()) == group
                ? GanetiNumbering.of(candidate, i)
                : GanetiNumbering.PLAIN;
    }

    /** Gives an instance the nodes of a choice. */
    public void commit(int i, Allocation.Choice choice) {
        Trial trial = new Trial(state);
        trial.allocate(i, choice.placement().primary(), choice.placement().secondary(), rules.ignoreSoftErrors());
        state.commit(trial);
        numbered.add(i);
        if (dedicated.isPresent()) {
            groups = List.of(state.groupOf(choice.placement().primary()));
        }
    }

    private Optional<GlobalN1Check> n1(int[] scope, GanetiNumbering numbering) {
        return rules.checkCapacity() && dedicated.isEmpty()
                ? Optional.of(new GlobalN1Check(state, scope, rules.ignoreSoftErrors(), numbering))
                : Optional.empty();
    }

    private boolean isConnected(int group, int i) {
        return cluster.groups()
                .get(group)
                .networks()
                .containsAll(state.instance(i).networks());
    }

    private GroupOutcome search(
            int group, int[] members, int[] scored, int i, int requiredNodes, Optional<GlobalN1Check> n1) {
        List<Integer> open = Arrays.stream(members)
                .filter(node -> rules.permits(cluster.nodes().get(node)))
                .boxed()
                .toList();
        AllocationTargets targets;
        if (requiredNodes == 1) {
            targets = new AllocationTargets.Single(open);
        } else if (requiredNodes == 2) {
            targets = AllocationTargets.Pairs.among(state, open);
        } else {
            return new GroupOutcome.Impossible(group, GroupOutcome.Obstacle.UNSUPPORTED_NODE_COUNT);
        }
        if (targets.isEmpty()) {
            return new GroupOutcome.Impossible(group, obstacle(targets));
        }
        Allocation allocation = dedicated.isPresent()
                ? dedicated.get().allocate(i, targets)
                : new Allocator(state, scored, rules.ignoreSoftErrors(), n1, rules.users()).allocate(i, targets);
        return new GroupOutcome.Searched(group, allocation);
    }

    private static GroupOutcome.Obstacle obstacle(AllocationTargets empty) {
        return switch (empty) {
            case AllocationTargets.Single _ -> GroupOutcome.Obstacle.NO_ONLINE_NODES;
            case AllocationTargets.Pairs _ -> GroupOutcome.Obstacle.NOT_ENOUGH_ONLINE_NODES;
        };
    }

    private Optional<GroupOutcome.Searched> best(List<GroupOutcome> outcomes) {
        GroupOutcome.Searched best = null;
        for (GroupOutcome outcome : outcomes) {
            if (outcome instanceof GroupOutcome.Searched searched
                    && searched.allocation().best().isPresent()
                    && policy(searched) != AllocationPolicy.UNALLOCABLE
                    && (best == null || isAsGood(searched, best))) {
                best = searched;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isAsGood(GroupOutcome.Searched candidate, GroupOutcome.Searched best) {
        int order = policy(candidate).compareTo(policy(best));
        return order < 0 || (order == 0 && value(candidate).isAtMost(value(best)));
    }

    private static PlacementValue value(GroupOutcome.Searched searched) {
        return searched.allocation().best().orElseThrow().value();
    }

    private AllocationPolicy policy(GroupOutcome.Searched searched) {
        return cluster.groups().get(searched.group()).allocationPolicy();
    }
}
