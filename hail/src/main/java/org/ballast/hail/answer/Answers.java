package org.ballast.hail.answer;

import java.util.Optional;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.state.ClusterState;

/** Answers requests. */
public final class Answers {
    private Answers() {}

    /** Returns the answer to a request about a cluster. */
    public static Answer answer(Scenario scenario, Request request, AllocationRules rules) {
        return answer(scenario, request, rules, scenario.tags());
    }

    /**
     * Returns the answer to a request about a cluster.
     *
     * @param wantedTags what the tags of new instances mean, in case the request was made for another cluster
     */
    public static Answer answer(Scenario scenario, Request request, AllocationRules rules, TagRules wantedTags) {
        ClusterState state = new ClusterState(scenario);
        AllocationRules all = withTagged(rules, state, request);
        Directory directory = new Directory(scenario.cluster());
        try {
            return switch (request) {
                case Request.Allocate allocate -> new Arrivals(state, directory, all, wantedTags).allocate(allocate);
                case Request.MultiAllocate several -> new Arrivals(state, directory, all, wantedTags).allocate(several);
                case Request.AllocateSecondary secondary ->
                    new Arrivals(state, directory, all, wantedTags).allocate(secondary);
                case Request.Relocate relocate -> new Departures(state, directory, all).relocate(relocate);
                case Request.NodeEvacuate evacuate -> new Departures(state, directory, all).evacuate(evacuate);
                case Request.ChangeGroup change -> new Departures(state, directory, all).changeGroup(change);
            };
        } catch (RequestRefused refusal) {
            return Answer.of(new Reply.Refused(refusal.reason()), new ClusterState(scenario));
        }
    }

    /** Returns rules for placements, and with them those that tags ask for. */
    public static AllocationRules withTagged(AllocationRules rules, ClusterState state, Request request) {
        return TaggedRules.of(state.scenario().cluster(), request)
                .map(tagged -> rules.withUsers(Optional.of(tagged.filter(state))))
                .orElse(rules);
    }

    /** Returns whether the request is for new instances where instances do not share nodes. */
    public static boolean isDedicated(Scenario scenario, Request request) {
        Cluster cluster = scenario.cluster();
        return switch (request) {
            case Request.Allocate allocate -> GroupSearch.isDedicated(cluster, allocate.group());
            case Request.MultiAllocate several -> GroupSearch.isDedicated(cluster, onlyGroup(several));
            case Request.Relocate _, Request.NodeEvacuate _, Request.ChangeGroup _, Request.AllocateSecondary _ ->
                false;
        };
    }

    private static Optional<String> onlyGroup(Request.MultiAllocate several) {
        return several.requests().stream()
                .flatMap(each -> each.group().stream())
                .findFirst();
    }
}
