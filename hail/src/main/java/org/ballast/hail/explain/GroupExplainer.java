package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.checker.HostSurvey;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.GroupOutcome;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;

/**
 * The explanation of the search for an instance's nodes in each group.
 *
 * @param state the planner's moment
 * @param survey the same moment, with the instance nowhere
 * @param planned the planner's index of the instance
 * @param asking the survey's index of the instance
 * @param isCopy whether it is the copy of an instance that is still where it was
 */
record GroupExplainer(
        ClusterState state,
        HostSurvey survey,
        AllocationRules rules,
        int planned,
        int asking,
        int requiredNodes,
        boolean isCopy) {

    /** Explains a search among groups. */
    List<GroupFinding> among(GroupSearch.Result result) {
        List<GroupFinding> findings = new ArrayList<>();
        List<Integer> all = IntStream.range(0, cluster().nodes().size()).boxed().toList();
        FailoverShortfall capacity = capacity(all);
        NodeFailures failures = failures(all);
        for (GroupOutcome outcome : result.outcomes()) {
            Group group = cluster().groups().get(outcome.group());
            Optional<String> barred = group.allocationPolicy() == AllocationPolicy.UNALLOCABLE
                    ? Optional.of("takes no new instances")
                    : Optional.empty();
            findings.add(explain(outcome, barred, capacity, failures));
        }
        for (int index : result.disconnected()) {
            findings.add(disconnected(cluster().groups().get(index)));
        }
        return findings;
    }

    /** Explains a search in one group, which knows no other. */
    GroupFinding only(GroupOutcome outcome) {
        List<Integer> members = members(outcome.group());
        return explain(outcome, Optional.empty(), capacity(members), failures(members));
    }

    private FailoverShortfall capacity(List<Integer> scope) {
        return new FailoverShortfall(survey, asking, asking, !isCopy, scope);
    }

    private NodeFailures failures(List<Integer> scope) {
        return new NodeFailures(state, planned, rules.ignoreSoftErrors(), scope);
    }

    private Cluster cluster() {
        return state.scenario().cluster();
    }

    private List<Integer> members(int group) {
        return Arrays.stream(state.nodesOf(group)).boxed().toList();
    }

    private GroupFinding explain(
            GroupOutcome outcome, Optional<String> barred, FailoverShortfall capacity, NodeFailures failures) {
        Group group = cluster().groups().get(outcome.group());
        List<Integer> members = members(outcome.group());
        GroupFinding.LeftOut left = new GroupFinding.LeftOut(
                (int) members.stream().filter(state::isOffline).count(), (int) members.stream()
                        .filter(node -> !state.isOffline(node) && !isOpen(node))
                        .count());
        return switch (outcome) {
            case GroupOutcome.Impossible impossible ->
                switch (impossible.obstacle()) {
                    case NETWORK_MISSING -> disconnected(group);
                    case UNSUPPORTED_NODE_COUNT ->
                        closed(group, "is not asked: the request is for " + requiredNodes + " nodes, not for 1 or 2");
                    case NO_ONLINE_NODES, NOT_ENOUGH_ONLINE_NODES -> closed(group, tooFew(members.size(), left));
                };
            case GroupOutcome.Searched searched -> {
                List<Integer> open = members.stream().filter(this::isOpen).toList();
                Candidates candidates = new Candidates(survey, asking, rules.ignoreSoftErrors());
                Candidates.CandidateFinding answers =
                        requiredNodes == 1 ? candidates.single(open) : candidates.pair(open, open);
                yield asked(group, barred, left, answers, searched.allocation(), capacity, failures::after);
            }
        };
    }

    private boolean isOpen(int node) {
        return rules.permits(cluster().nodes().get(node));
    }

    private String tooFew(int members, GroupFinding.LeftOut left) {
        int open = members - left.offline() - left.unwanted();
        List<String> why = new ArrayList<>();
        if (left.offline() > 0) {
            why.add(left.offline() + " offline, drained or not VM-capable");
        }
        if (left.unwanted() > 0) {
            why.add(left.unwanted() + " not among the nodes to consider");
        }
        return "has " + open + " of the " + requiredNodes + " nodes needed"
                + (why.isEmpty() ? "" : " (" + String.join(", ", why) + ")");
    }

    private GroupFinding disconnected(Group group) {
        Set<String> missing = new HashSet<>(state.instance(planned).networks());
        missing.removeAll(group.networks());
        return closed(
                group,
                "is not connected to network "
                        + String.join(", ", missing.stream().sorted().toList()) + ", which "
                        + state.instance(planned).name() + " needs");
    }

    private static GroupFinding closed(Group group, String reason) {
        return new GroupFinding.Closed(group.name(), group.allocationPolicy(), reason);
    }

    /** Puts together what nodes said and what the planner found. */
    static GroupFinding asked(
            Group group,
            Optional<String> barred,
            GroupFinding.LeftOut left,
            Candidates.CandidateFinding answers,
            Allocation allocation,
            FailoverShortfall capacity,
            FailoverShortfall.FailureCheck search) {
        int refused = refusedForCapacity(allocation.failures());
        boolean isRefusal = refused > 0 && allocation.best().isEmpty();
        Optional<NearestShortfall> failing =
                isRefusal ? Optional.of(capacity.nearest(answers, search)) : Optional.empty();
        Optional<NearestShortfall> nearest =
                allocation.best().isPresent() ? Optional.empty() : failing.or(answers::nearest);
        if (barred.isPresent()) {
            // More room there would not help.
            nearest = allocation
                    .best()
                    .map(_ -> new NearestShortfall(
                            List.of(),
                            "group " + group.name() + " has room, but " + barred.get(),
                            Double.POSITIVE_INFINITY));
        }
        return new GroupFinding.SearchedGroup(
                group.name(),
                group.allocationPolicy(),
                barred,
                left,
                answers.roles(),
                refused == 0
                        ? Optional.empty()
                        : Optional.of(new GroupFinding.CapacityFinding(refused, isRefusal, failing)),
                nearest);
    }

    private static int refusedForCapacity(Map<Verdict, Integer> failures) {
        return failures.getOrDefault(Verdict.REDUNDANCY, 0);
    }
}
