package org.ballast.hail.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.Instance;
import org.ballast.model.TagRules;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.GroupOutcome;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.place.allocate.SecondarySearch;
import org.ballast.planner.state.ClusterState;

/** The answers to requests that bring new instances or mirrors to nodes. */
final class Arrivals {
    private static final String SEPARATOR = ", ";

    private final ClusterState state;
    private final Directory directory;
    private final AllocationRules rules;
    private final TagRules wantedTags;
    private final boolean dedicated;
    private final AllocationWording wording;

    Arrivals(ClusterState state, Directory directory, AllocationRules rules, Question question) {
        this.state = state;
        this.directory = directory;
        this.rules = rules;
        wantedTags = question.wantedTags();
        dedicated = question.dedicated();
        wording = new AllocationWording(directory);
    }

    /**
     * The outcome for one instance.
     *
     * @param log what to say
     * @param bareText the same without the group, where only one was searched
     * @param choice the nodes, if there are any
     */
    private record Outcome(List<String> log, String bareText, Optional<Allocation.Choice> choice) {
        String text() {
            return String.join(SEPARATOR, log);
        }
    }

    Answer allocate(Request.Allocate request) {
        GroupSearch search = new GroupSearch(state, rules.orRestrictedTo(request.restrictTo()), dedicated);
        int i = state.add(request.instance(), Utilisation.UNMEASURED, wantedTags);
        int ruled = state.scenario().cluster().instances().size();
        rules.users().ifPresent(users -> users.enter(i, ruled));
        Outcome outcome = search(search, i, request);
        Allocation.Choice choice = outcome.choice().orElseThrow(() -> new RequestRefused(outcome.text()));
        search.commit(i, choice);
        Reply reply = new Reply.Allocated(outcome.text(), directory.nodeNames(choice.placement()));
        List<Instance> instances = Answer.known(state);
        instances.addFirst(request.instance().withPlacement(choice.placement()));
        boolean confined = dedicated || request.group().isPresent();
        // A single new instance never gets a number: so it comes first.
        return new Answer(reply, state, nodes(confined, choice), instances, GanetiNumbering.of(i, -1));
    }

    /** Returns the nodes of the group of a choice, if only that group was looked at. */
    private Optional<int[]> nodes(boolean confined, Allocation.Choice choice) {
        return confined
                ? Optional.of(state.nodesOf(state.groupOf(choice.placement().primary())))
                : Optional.empty();
    }

    private Outcome search(GroupSearch search, int i, Request.Allocate request) {
        return request.group().isPresent()
                ? searchGroup(search, i, request, request.group().get())
                : searchAll(search, i, request);
    }

    private Outcome searchAll(GroupSearch search, int i, Request.Allocate request) {
        String name = request.instance().name();
        GroupSearch.Result result = search.inAll(i, request.requiredNodes());
        List<String> texts = wording.of(result, name);
        GroupOutcome.Searched best = result.best().orElseThrow(() -> new RequestRefused(String.join(SEPARATOR, texts)));
        List<String> log = new ArrayList<>();
        log.add("Selected group: " + directory.group(best.group()).name());
        log.addAll(texts);
        return new Outcome(log, "", best.allocation().best());
    }

    private Outcome searchGroup(GroupSearch search, int i, Request.Allocate request, String group) {
        String name = request.instance().name();
        return switch (search.inGroup(directory.group(group), i, request.requiredNodes())) {
            case GroupOutcome.Searched searched ->
                new Outcome(
                        List.of(wording.of(searched, name)),
                        wording.of(searched.allocation()),
                        searched.allocation().best());
            case GroupOutcome.Impossible impossible -> throw new RequestRefused(wording.obstacle(impossible, name));
        };
    }

    Answer allocate(Request.MultiAllocate request) {
        GroupSearch search = new GroupSearch(state, rules, dedicated);
        List<Instance> instances = Answer.known(state);
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Reply.Placed> placed = new ArrayList<>();
        List<Reply.Failed> failed = new ArrayList<>();
        Optional<int[]> nodes = Optional.empty();
        // Where nodes are not shared and a group is named, Ganeti places each instance as if it was the only one.
        boolean forgetful = dedicated
                && request.requests().stream().anyMatch(each -> each.group().isPresent());
        Runnable last = () -> {};
        for (Request.Allocate each : request.requests()) {
            Instance instance = each.instance();
            int i = state.add(instance, Utilisation.UNMEASURED, wantedTags);
            int ruled = state.scenario().cluster().instances().size() + placed.size() + failed.size();
            rules.users().ifPresent(users -> users.enter(i, ruled));
            Outcome outcome = search(search, i, each);
            if (outcome.choice().isPresent()) {
                Allocation.Choice choice = outcome.choice().get();
                if (forgetful) {
                    last = () -> search.commit(i, choice);
                    rules.users().ifPresent(users -> users.expect(ruled, choice.placement()));
                } else {
                    search.commit(i, choice);
                }
                nodes = nodes(dedicated || each.group().isPresent(), choice);
                placed.add(new Reply.Placed(instance.name(), directory.nodeNames(choice.placement())));
                numbers.put(i, instances.size());
                instances.add(instance.withPlacement(choice.placement()));
            } else {
                failed.add(new Reply.Failed(instance.name(), forgetful ? outcome.bareText() : outcome.text()));
            }
        }
        last.run();
        return new Answer(
                new Reply.MultiAllocated(placed, failed), state, nodes, instances, new GanetiNumbering(0, numbers));
    }

    Answer allocate(Request.AllocateSecondary request) {
        int i = directory.instance(request.instance());
        if (state.placement(i).hasSecondary()) {
            throw new RequestRefused("Instance already has a secondary");
        }
        int mirrored = state.instanceCount();
        Allocation found = new SecondarySearch(state, rules).search(i);
        Allocation.Choice choice = found.best().orElseThrow(() -> new RequestRefused(wording.of(found)));
        Reply reply = new Reply.AllocatedSecondary(
                wording.of(found), directory.nodeName(choice.placement().secondary()));
        List<Instance> instances = new ArrayList<>(state.scenario().cluster().instances());
        instances.set(i, state.instance(mirrored).withPlacement(choice.placement()));
        return new Answer(reply, state, Optional.empty(), instances, GanetiNumbering.of(mirrored, i));
    }
}
