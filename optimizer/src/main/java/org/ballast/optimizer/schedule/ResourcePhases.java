package org.ballast.optimizer.schedule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.Action;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.PlacementRule;
import org.ballast.optimizer.sequence.WorstCase;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Replay;

/**
 * Cuts what happens on each ground into stints: within one, moves may come in any order, and several at once; one is over
 * when all its moves are done, and the next begins. A stint is as long as the node has room for all who come in it, even if
 * none who leaves has gone. Where it is short of room, each move is a stint of its own, and the plan's order is kept.
 */
final class ResourcePhases {
    private final List<List<Stint>> ofSteps = new ArrayList<>();
    private final Map<Integer, WorstCase> worst = new HashMap<>();
    private final Map<Integer, Integer> last = new HashMap<>();
    private final ClusterState state;
    private final int nodes;

    /**
     * A part of the time on a ground.
     *
     * @param number counted from 0 on each ground
     */
    record Stint(int resource, int number) {}

    /** Replays the plan. */
    ResourcePhases(Scenario scenario, List<Plan.Step> steps, List<PlacementRule> rules) {
        state = new ClusterState(scenario);
        nodes = scenario.cluster().nodes().size();
        SharedResources resource = new SharedResources(scenario.cluster(), rules);
        // What was accepted once is accepted without a look at soft limits, and the outcome is the same.
        Replay replay = new Replay(state, true);
        for (Plan.Step step : steps) {
            ofSteps.add(resourcePhases(step, resource.of(step)));
            replay.make(step.move());
        }
    }

    List<List<Stint>> ofSteps() {
        return ofSteps;
    }

    private List<Stint> resourcePhases(Plan.Step step, BitSet sharedResources) {
        List<Stint> resourcePhases = new ArrayList<>();
        sharedResources.stream().forEach(resource -> {
            boolean begins = resource >= nodes || beginsNew(step, resource) || !last.containsKey(resource);
            resourcePhases.add(
                    new Stint(resource, last.merge(resource, 0, (number, _) -> begins ? number + 1 : number)));
        });
        return resourcePhases;
    }

    private boolean beginsNew(Plan.Step step, int node) {
        List<WorstCase.Arrival> arrivals = arrivals(step, node);
        WorstCase present = worst.computeIfAbsent(node, _ -> new WorstCase(state, node));
        if (present.add(arrivals)) {
            return false;
        }
        present.restart(arrivals);
        return true;
    }

    /** Returns the roles of the instance on the node that are checked, that of running there in between included. */
    private static List<WorstCase.Arrival> arrivals(Plan.Step step, int node) {
        int instance = step.move().instance();
        Placement from = step.from();
        boolean hasCopy = from.primary() == node || from.secondary() == node;
        List<WorstCase.Arrival> arrivals = new ArrayList<>();
        Placement at = from;
        for (Action action : step.move().actions(from)) {
            at = action.to(at);
            if (at.primary() == node && from.primary() != node) {
                arrivals.add(new WorstCase.Arrival(instance, node, hasCopy, true));
            }
        }
        if (at.secondary() == node && (from.secondary() != node || from.primary() != at.primary())) {
            arrivals.add(new WorstCase.Arrival(instance, at.primary(), hasCopy, true));
        }
        if (from.primary() == node && at.primary() == node) {
            arrivals.add(new WorstCase.Arrival(instance, node, hasCopy, false));
        }
        return arrivals.stream().distinct().toList();
    }
}
