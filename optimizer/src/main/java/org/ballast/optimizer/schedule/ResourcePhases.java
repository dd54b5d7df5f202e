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
 * The phases of each shared resource: within one, moves may come in any order, and several at once; one is over when
 * all its moves are done, and the next begins. A phase lasts as long as the node has room for all instances that
 * come in it, even if none that leaves has gone. Where room is short, each move is a phase of its own, and the plan's
 * order is kept.
 */
final class ResourcePhases {
    private final List<List<ResourcePhase>> ofSteps = new ArrayList<>();
    private final Map<Integer, WorstCase> worst = new HashMap<>();
    private final Map<Integer, Integer> last = new HashMap<>();
    private final ClusterState state;
    private final int nodes;

    /**
     * A phase of one resource.
     *
     * @param number counted from 0 for each resource
     */
    record ResourcePhase(int resource, int number) {}

    /** Replays the plan. */
    ResourcePhases(Scenario scenario, List<Plan.Step> steps, List<PlacementRule> rules) {
        state = new ClusterState(scenario);
        nodes = scenario.cluster().nodes().size();
        SharedResources resource = new SharedResources(scenario.cluster(), rules);
        // What was accepted once is accepted without soft limits, and the outcome is the same.
        Replay replay = new Replay(state, true);
        for (Plan.Step step : steps) {
            ofSteps.add(phasesOf(step, resource.of(step)));
            replay.make(step.move());
        }
    }

    List<List<ResourcePhase>> ofSteps() {
        return ofSteps;
    }

    private List<ResourcePhase> phasesOf(Plan.Step step, BitSet sharedResources) {
        List<ResourcePhase> phases = new ArrayList<>();
        sharedResources.stream().forEach(resource -> {
            boolean startsPhase = resource >= nodes || needsNewPhase(step, resource) || !last.containsKey(resource);
            phases.add(new ResourcePhase(
                    resource, last.merge(resource, 0, (number, _) -> startsPhase ? number + 1 : number)));
        });
        return phases;
    }

    private boolean needsNewPhase(Plan.Step step, int node) {
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
