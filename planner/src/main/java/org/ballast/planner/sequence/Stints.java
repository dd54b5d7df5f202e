package org.ballast.planner.sequence;

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
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.WorstCase;

/**
 * Cuts what happens on each ground into stints: within one, moves may come in any order, and several at once; one is over
 * when all its moves are done, and the next begins. A stint is as long as the node has room for all who come in it, even if
 * none who leaves has gone. Where it is short of room, each move is a stint of its own, and the plan's order is kept.
 */
final class Stints {
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
    record Stint(int ground, int number) {}

    /** Replays the plan. */
    Stints(Scenario scenario, List<Plan.Step> steps, List<PlacementRule> rules) {
        state = new ClusterState(scenario);
        nodes = scenario.cluster().nodes().size();
        Ground ground = new Ground(scenario.cluster(), rules);
        Trial trial = new Trial(state);
        for (Plan.Step step : steps) {
            ofSteps.add(stints(step, ground.of(step)));
            // What was accepted once is accepted without a look at soft limits, and the outcome is the same.
            trial.move(step.move(), true);
            state.commit(trial);
        }
    }

    List<List<Stint>> ofSteps() {
        return ofSteps;
    }

    private List<Stint> stints(Plan.Step step, BitSet grounds) {
        List<Stint> stints = new ArrayList<>();
        grounds.stream().forEach(ground -> {
            boolean begins = ground >= nodes || beginsNew(step, ground) || !last.containsKey(ground);
            stints.add(new Stint(ground, last.merge(ground, 0, (number, _) -> begins ? number + 1 : number)));
        });
        return stints;
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
