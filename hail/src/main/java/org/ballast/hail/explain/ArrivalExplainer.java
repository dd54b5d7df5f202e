package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.checker.HostSurvey;
import org.ballast.hail.answer.Answers;
import org.ballast.hail.answer.Question;
import org.ballast.hail.answer.TaggedRules;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.RuleFilter;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.GroupOutcome;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.place.allocate.SecondarySearch;
import org.ballast.planner.state.ClusterState;

/**
 * The explanation of requests that bring new instances or mirrors to nodes. The planner is asked once more what it
 * chose, one instance after another; what stands between each instance and the nodes is asked of the nodes.
 */
final class ArrivalExplainer {
    private final Cluster cluster;
    private final ClusterState state;
    private final HostSurvey survey;
    private final AllocationRules rules;
    private final TagRules wantedTags;
    private final boolean dedicated;

    /** Prepares to explain. */
    ArrivalExplainer(Question question, AllocationRules rules) {
        Scenario scenario = question.scenario();
        cluster = scenario.cluster();
        state = new ClusterState(scenario);
        // Where soft errors are ignored, users' rules are not what an instance is refused for.
        survey = TaggedRules.of(cluster, question.request())
                .filter(_ -> !rules.ignoreSoftErrors())
                .map(tagged -> tagged.survey(scenario))
                .orElseGet(() -> new HostSurvey(scenario));
        this.rules = Answers.withTagged(rules, state, question.request());
        wantedTags = question.wantedTags();
        dedicated = question.dedicated();
    }

    List<InstanceFinding> explain(Request.Allocate request, Reply reply) {
        return explain(List.of(request), rules.orRestrictedTo(request.restrictTo()), reply);
    }

    List<InstanceFinding> explain(Request.MultiAllocate request, Reply reply) {
        return explain(request.requests(), rules, reply);
    }

    private List<InstanceFinding> explain(List<Request.Allocate> wanted, AllocationRules restricted, Reply reply) {
        GroupSearch search = new GroupSearch(state, restricted, dedicated);
        List<InstanceFinding> findings = new ArrayList<>();
        for (Request.Allocate each : wanted) {
            Optional<Integer> group = each.group().map(this::group).orElse(Optional.of(Placement.NONE));
            if (group.isEmpty()) {
                findings.add(new InstanceFinding.NotSearched(each.instance().name(), reply.info()));
                return findings;
            }
            Step step = new Step(each, search, restricted, group.filter(index -> index != Placement.NONE));
            findings.add(step.finding());
            // Where nodes are not shared and a group is named, each instance is placed as if it was the only one.
            if (dedicated && each.group().isPresent()) {
                step.expect();
            } else {
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
        private final InstanceFinding finding;
        private final Optional<Allocation.Choice> choice;
        private final boolean isImpossible;
        private final Optional<RuleFilter> users;

        Step(Request.Allocate request, GroupSearch search, AllocationRules restricted, Optional<Integer> group) {
            this.search = search;
            planned = state.add(request.instance(), Utilisation.UNMEASURED, wantedTags);
            asking = survey.enter(request.instance(), wantedTags);
            users = restricted.users();
            users.ifPresent(rules -> rules.enter(planned, asking));
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
            finding = choice.<InstanceFinding>map(
                            nodes -> new InstanceFinding.Granted(name, names(nodes.placement()), found))
                    .orElseGet(() -> found.isEmpty()
                            ? new InstanceFinding.NotSearched(name, "no group has nodes")
                            : new InstanceFinding.Denied(name, found));
        }

        InstanceFinding finding() {
            return finding;
        }

        /** Returns whether all of a request is refused because of this instance. */
        boolean endsRequest() {
            return isImpossible;
        }

        /** Notes for users' rules, and nothing else, where the instance goes. */
        void expect() {
            choice.ifPresent(nodes -> users.ifPresent(rules -> rules.expect(asking, nodes.placement())));
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

    List<InstanceFinding> explain(Request.AllocateSecondary request, Reply reply) {
        String name = request.instance();
        Optional<Integer> index = IntStream.range(0, cluster.instances().size())
                .filter(i -> cluster.instances().get(i).name().equals(name))
                .boxed()
                .findFirst();
        if (index.isEmpty() || state.placement(index.get()).hasSecondary()) {
            return List.of(new InstanceFinding.NotSearched(name, reply.info()));
        }
        int i = index.get();
        int primary = state.placement(i).primary();
        Allocation found = new SecondarySearch(state, rules).search(i);
        survey.withdraw(i);
        int mirrored = survey.enterFor(
                i,
                cluster.instances().get(i).withTemplate(DiskTemplate.DRBD),
                state.scenario().tags());
        int home = cluster.nodes().get(primary).group();
        List<Integer> others = Arrays.stream(state.nodesOf(home))
                .filter(node -> node != primary)
                .boxed()
                .toList();
        if (others.isEmpty()) {
            return List.of(new InstanceFinding.NotSearched(name, "its group has no other node"));
        }
        Candidates.CandidateFinding answers =
                new Candidates(survey, mirrored, rules.ignoreSoftErrors()).pair(List.of(primary), others);
        List<Integer> all = IntStream.range(0, cluster.nodes().size()).boxed().toList();
        FailoverShortfall capacity = new FailoverShortfall(survey, mirrored, i, false, all);
        Group group = cluster.groups().get(home);
        GroupFinding finding = GroupExplainer.asked(
                group, Optional.empty(), GroupFinding.LeftOut.NONE, answers, found, capacity, _ -> Optional.empty());
        return List.of(
                found.best().isPresent()
                        ? new InstanceFinding.Granted(
                                name, names(found.best().get().placement()), List.of(finding))
                        : new InstanceFinding.Denied(name, List.of(finding)));
    }
}
