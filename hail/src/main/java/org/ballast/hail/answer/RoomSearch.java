package org.ballast.hail.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.iallocator.Request;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.model.check.PlanChecker;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.GroupOutcome;
import org.ballast.planner.place.GroupSearch;
import org.ballast.planner.place.RoomMaker;
import org.ballast.planner.state.ClusterState;

/** Looks for moves after which a new instance fits that was refused. */
public final class RoomSearch {
    private final Scenario scenario;
    private final Request.Allocate request;
    private final AllocationRules rules;
    private final Directory directory;
    private final ClusterState state;
    private final GroupSearch groups;
    private final int instance;

    private RoomSearch(Scenario scenario, Request.Allocate request, AllocationRules rules) {
        this.scenario = scenario;
        this.request = request;
        this.rules = rules.orRestrictedTo(request.restrictTo());
        directory = new Directory(scenario.cluster());
        state = new ClusterState(scenario);
        groups = new GroupSearch(state, this.rules, Answers.isDedicated(scenario, request));
        instance = state.add(request.instance(), Utilisation.UNMEASURED);
    }

    /**
     * Searches for room.
     *
     * @param moves the most moves that may be made
     * @return nothing if no way was found
     */
    public static Optional<RoomMaker.Room> search(
            Scenario scenario, Request.Allocate request, AllocationRules rules, int moves) {
        try {
            return new RoomSearch(scenario, request, rules).search(moves);
        } catch (Refusal groupUnknown) {
            return Optional.empty();
        }
    }

    private Optional<RoomMaker.Room> search(int moves) {
        return new RoomMaker(state, instance, open(), this::fit, this::isSafe).make(moves);
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

    /** Has the independent checker replay the moves, one after another. */
    private boolean isSafe(List<Move> moves) {
        Map<Integer, Placement> placements = new HashMap<>();
        List<List<Plan.Step>> jobsets = new ArrayList<>();
        for (Move move : moves) {
            Placement from = placements.getOrDefault(
                    move.instance(),
                    scenario.cluster().instances().get(move.instance()).placement());
            jobsets.add(List.of(new Plan.Step(move, from, 0)));
            placements.put(move.instance(), move.to(from));
        }
        return new PlanChecker(scenario, false).checkJobsets(jobsets).isClean();
    }
}
