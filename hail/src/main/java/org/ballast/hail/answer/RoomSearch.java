package org.ballast.hail.answer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.checker.Allowance;
import org.ballast.checker.Approval;
import org.ballast.iallocator.Request;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.allocate.GroupOutcome;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.place.relocate.RoomMaker;
import org.ballast.planner.state.ClusterState;

/** A search for moves after which a new instance fits that was refused. */
public final class RoomSearch {
    private final Scenario scenario;
    private final Request.Allocate request;
    private final AllocationRules rules;
    private final Directory directory;
    private final ClusterState state;
    private final GroupSearch groups;
    private final int instance;

    private RoomSearch(Question question, Request.Allocate request, AllocationRules rules) {
        scenario = question.scenario();
        this.request = request;
        directory = new Directory(scenario.cluster());
        state = new ClusterState(scenario);
        this.rules = Answers.withTagged(rules.orRestrictedTo(request.restrictTo()), state, request);
        groups = new GroupSearch(state, this.rules, question.dedicated());
        instance = state.add(request.instance(), Utilisation.UNMEASURED);
        this.rules
                .users()
                .ifPresent(users ->
                        users.enter(instance, scenario.cluster().instances().size()));
    }

    /**
     * Searches for room.
     *
     * @param request the question's
     * @param moves the most moves that may be made
     * @return nothing if no way was found
     */
    public static Optional<RoomMaker.Room> search(
            Question question, Request.Allocate request, AllocationRules rules, int moves) {
        try {
            return new RoomSearch(question, request, rules).search(moves);
        } catch (RequestRefused groupUnknown) {
            return Optional.empty();
        }
    }

    /**
     * Returns why no moves could make room, in words without a full stop; nothing if they might.
     *
     * @param request the question's
     */
    public static Optional<String> obstacle(Question question, Request.Allocate request, AllocationRules rules) {
        try {
            RoomSearch search = new RoomSearch(question, request, rules);
            return new RoomObstacle(search.scenario.cluster(), request, search.open()).find();
        } catch (RequestRefused groupUnknown) {
            return Optional.of("there is no group " + request.group().orElse(""));
        }
    }

    private Optional<RoomMaker.Room> search(int moves) {
        return new RoomMaker(state, instance, open(), this::fit, this::permits).make(moves);
    }

    /** Returns the nodes that the request may use. */
    private List<Integer> open() {
        Cluster cluster = scenario.cluster();
        return IntStream.range(0, cluster.nodes().size())
                .filter(n -> rules.permits(cluster.nodes().get(n))
                        && isWanted(cluster, cluster.nodes().get(n)))
                .boxed()
                .toList();
    }

    private boolean isWanted(Cluster cluster, Node node) {
        return request.group()
                .map(name -> directory.group(name) == node.group())
                .orElse(cluster.groups().get(node.group()).allocationPolicy() != AllocationPolicy.UNALLOCABLE);
    }

    private Optional<Placement> fit() {
        Optional<GroupOutcome.Searched> best = request.group().isPresent()
                ? searched(groups.inGroup(directory.group(request.group().get()), instance, request.requiredNodes()))
                : groups.inAll(instance, request.requiredNodes()).best();
        return best.flatMap(outcome -> outcome.allocation().best()).map(choice -> choice.placement());
    }

    private static Optional<GroupOutcome.Searched> searched(GroupOutcome outcome) {
        return outcome instanceof GroupOutcome.Searched searched ? Optional.of(searched) : Optional.empty();
    }

    /** Has the independent checker replay the moves, one after another, and asks the rules of tags. */
    private boolean permits(List<Move> moves) {
        return new Approval(scenario, Allowance.FOR_ROOM).permits(moves)
                && TaggedRules.of(scenario.cluster(), request)
                        .map(tagged -> tagged.all().checkMoves(moves).isClean())
                        .orElse(true);
    }
}
