package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.hail.answer.Answers;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.model.Utilisation;
import org.ballast.model.check.HostSurvey;
import org.ballast.planner.place.Allocation;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.GroupOutcome;
import org.ballast.planner.place.GroupSearch;
import org.ballast.planner.place.SecondarySearch;
import org.ballast.planner.state.ClusterState;

/**
 * Explains requests that bring new instances or mirrors to nodes. The planner is asked once more what it chose, one
 * instance after another; what stands between each instance and the nodes is asked of the nodes.
 */
final class ArrivalExplainer {
    private final Cluster cluster;
    private final ClusterState state;
    private final HostSurvey survey;
    private final AllocationRules rules;
    private final TagRules wantedTags;

    /**
     * Prepares to explain.
     *
     * @param wantedTags what the tags of new instances mean
     */
    ArrivalExplainer(Scenario scenario, AllocationRules rules, TagRules wantedTags) {
        cluster = scenario.cluster();
        state = new ClusterState(scenario);
        survey = new HostSurvey(scenario);
        this.rules = rules;
        this.wantedTags = wantedTags;
    }

    List<Finding> explain(Request.Allocate request, Reply reply) {
        return explain(List.of(request), rules.orRestrictedTo(request.restrictTo()), request, reply);
    }

    List<Finding> explain(Request.MultiAllocate request, Reply reply) {
        return explain(request.requests(), rules, request, reply);
    }

    private List<Finding> explain(
            List<Request.Allocate> wanted, AllocationRules restricted, Request request, Reply reply) {
        boolean dedicated = Answers.isDedicated(state.scenario(), request);
        GroupSearch search = new GroupSearch(state, restricted, dedicated);
        List<Finding> findings = new ArrayList<>();
        for (Request.Allocate each : wanted) {
            Optional<Integer> group = each.group().map(this::group).orElse(Optional.of(Placement.NONE));
            if (group.isEmpty()) {
                findings.add(new Finding.Unasked(each.instance().name(), reply.info()));
                return findings;
            }
            Step step = new Step(each, search, restricted, group.filter(index -> index != Placement.NONE));
            findings.add(step.finding());
            // Where nodes are not shared and a group is named, each instance is placed as if it was the only one.
            if (!(dedicated && each.group().isPresent())) {
                step.commit();
            }
            if (step.endsRequest()) {
                return findings;
            }
        }
        return findings;
    }

    private Optional<Integer> group(String nameOrUuid) {
        return IntStream.range(0, cluster.groups().size())
                .filter(index -> cluster.groups().get(index).name().equals(nameOrUuid)
                        || cluster.groups().get(index).uuid().equals(nameOrUuid))
                .boxed()
                .findFirst();
    }

    /** One new instance. */
    private final class Step {
        private final GroupSearch search;
        private final int planned;
        private final int asking;
        private final Finding finding;
        private final Optional<Allocation.Choice> choice;
        private final boolean isImpossible;

        Step(Request.Allocate request, GroupSearch search, AllocationRules restricted, Optional<Integer> group) {
            this.search = search;
            planned = state.add(request.instance(), Utilisation.UNMEASURED, wantedTags);
            asking = survey.enter(request.instance(), wantedTags);
            GroupExplainer groups =
                    new GroupExplainer(state, survey, restricted, planned, asking, request.requiredNodes(), false);
            List<GroupFinding> found;
            if (group.isPresent()) {
                GroupOutcome outcome = search.inGroup(group.get(), planned, request.requiredNodes());
                found = List.of(groups.only(outcome));
                choice = outcome instanceof GroupOutcome.Searched searched
                        ? searched.allocation().best()
                        : Optional.empty();
                isImpossible = outcome instanceof GroupOutcome.Impossible;
            } else {
                GroupSearch.Result result = search.inAll(planned, request.requiredNodes());
                found = groups.among(result);
                choice = result.best().flatMap(best -> best.allocation().best());
                isImpossible = choice.isEmpty();
            }
            String name = request.instance().name();
            finding = choice.<Finding>map(nodes -> new Finding.Granted(name, names(nodes.placement()), found))
                    .orElseGet(() -> found.isEmpty()
                            ? new Finding.Unasked(name, "no group has nodes")
                            : new Finding.Denied(name, found));
        }

        Finding finding() {
            return finding;
        }

        /** Returns whether all of a request is refused because of this instance. */
        boolean endsRequest() {
            return isImpossible;
        }

        void commit() {
            choice.ifPresent(nodes -> {
                search.commit(planned, nodes);
                survey.place(asking, nodes.placement());
            });
        }
    }

    private List<String> names(Placement placement) {
        List<String> names = new ArrayList<>();
        names.add(cluster.nodes().get(placement.primary()).name());
        if (placement.hasSecondary()) {
            names.add(cluster.nodes().get(placement.secondary()).name());
        }
        return names;
    }

    List<Finding> explain(Request.AllocateSecondary request, Reply reply) {
        String name = request.instance();
        Optional<Integer> index = IntStream.range(0, cluster.instances().size())
                .filter(i -> cluster.instances().get(i).name().equals(name))
                .boxed()
                .findFirst();
        if (index.isEmpty() || state.placement(index.get()).hasSecondary()) {
            return List.of(new Finding.Unasked(name, reply.info()));
        }
        int i = index.get();
        int primary = state.placement(i).primary();
        Allocation found = new SecondarySearch(state, rules).search(i);
        survey.withdraw(i);
        int mirrored = survey.enter(
                cluster.instances().get(i).withTemplate(DiskTemplate.DRBD),
                state.scenario().tags());
        int home = cluster.nodes().get(primary).group();
        List<Integer> others = Arrays.stream(state.nodesOf(home))
                .filter(node -> node != primary)
                .boxed()
                .toList();
        if (others.isEmpty()) {
            return List.of(new Finding.Unasked(name, "its group has no other node"));
        }
        Candidates.Answers answers =
                new Candidates(survey, mirrored, rules.ignoreSoftErrors()).pair(List.of(primary), others);
        List<Integer> all = IntStream.range(0, cluster.nodes().size()).boxed().toList();
        Capacity capacity = new Capacity(survey, mirrored, i, false, all);
        Group group = cluster.groups().get(home);
        GroupFinding finding = GroupExplainer.asked(
                group, Optional.empty(), GroupFinding.LeftOut.NONE, answers, found, capacity, _ -> Optional.empty());
        return List.of(
                found.best().isPresent()
                        ? new Finding.Granted(name, names(found.best().get().placement()), List.of(finding))
                        : new Finding.Denied(name, List.of(finding)));
    }
}
