package org.ballast.hail.answer;

import java.util.Optional;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.state.ClusterState;

/** The dispatch of requests to their answers. */
public final class Answers {
    private Answers() {}

    /** Returns the answer to a question. */
    public static Answer answer(Question question, AllocationRules rules) {
        ClusterState state = new ClusterState(question.scenario());
        AllocationRules all = withTagged(rules, state, question.request());
        Directory directory = new Directory(question.scenario().cluster());
        try {
            return switch (question.request()) {
                case Request.Allocate allocate -> new Arrivals(state, directory, all, question).allocate(allocate);
                case Request.MultiAllocate several -> new Arrivals(state, directory, all, question).allocate(several);
                case Request.AllocateSecondary secondary ->
                    new Arrivals(state, directory, all, question).allocate(secondary);
                case Request.Relocate relocate -> new Departures(state, directory, all).relocate(relocate);
                case Request.NodeEvacuate evacuate -> new Departures(state, directory, all).evacuate(evacuate);
                case Request.ChangeGroup change -> new Departures(state, directory, all).changeGroup(change);
            };
        } catch (RequestRefused refusal) {
            return Answer.of(new Reply.Refused(refusal.reason()), new ClusterState(question.scenario()));
        }
    }

    /** Returns rules for placements, and with them those that tags ask for. */
    public static AllocationRules withTagged(AllocationRules rules, ClusterState state, Request request) {
        return TaggedRules.of(state.scenario().cluster(), request)
                .map(tagged -> rules.withUsers(Optional.of(tagged.filter(state))))
                .orElse(rules);
    }
}
