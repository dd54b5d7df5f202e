package org.ballast.optimizer.schedule;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.PlacementRule;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;

/**
 * The times at which the moves of a plan are made, if each starts as soon as those are done that it waits for.
 *
 * @param slots for each move, in the order of the plan, when it is made
 * @param makespan seconds until the last move is done
 */
public record Schedule(List<Slot> slots, double makespan) {

    /** Copies the slots. */
    public Schedule {
        slots = List.copyOf(slots);
    }

    /**
     * The time of one move.
     *
     * @param after positions of the moves that it waits for, in ascending order, without those that it waits for
     *     through others; they may come later in the plan's list
     * @param start seconds from the start of the plan to the move's start
     * @param end seconds from the start of the plan to the move's end
     */
    public record Slot(List<Integer> after, double start, double end) {
        /** Copies the list. */
        public Slot {
            after = List.copyOf(after);
        }
    }

    /**
     * Makes a schedule. Where a node has room for all instances that come, moves are made in the order that makes the
     * whole plan shortest, as far as a simple rule can tell; elsewhere in the order of the plan.
     *
     * @param scenario the state at the start
     * @param steps moves that are safe one after another
     * @param rules the users' rules
     */
    public static Schedule of(Scenario scenario, List<Plan.Step> steps, Rates rates, List<PlacementRule> rules) {
        double[] work = steps.stream()
                .mapToDouble(step -> Cost.of(scenario.cluster(), step, rates).work())
                .toArray();
        int[] instances =
                steps.stream().mapToInt(step -> step.move().instance()).toArray();
        List<List<ResourcePhases.ResourcePhase>> phases = new ResourcePhases(scenario, steps, rules).ofSteps();
        Dispatcher dispatcher = new Dispatcher(phases, work, instances, rates.perNode());
        List<List<Integer>> after = dispatcher.after();
        List<Slot> slots = new ArrayList<>();
        for (int step = 0; step < work.length; step++) {
            slots.add(new Slot(after.get(step), dispatcher.start(step), dispatcher.end(step)));
        }
        return new Schedule(slots, dispatcher.makespan());
    }

    /** Returns for each move those that it waits for. */
    public List<List<Integer>> after() {
        return slots.stream().map(Slot::after).toList();
    }

    /**
     * Returns how many seconds sets of moves take, if all moves of a set start at once and the next set waits for all.
     */
    public static double makespan(Cluster cluster, List<List<Plan.Step>> jobsets, Rates rates) {
        double makespan = 0;
        for (List<Plan.Step> jobset : jobsets) {
            makespan += jobset.stream()
                    .mapToDouble(step -> Cost.of(cluster, step, rates).work())
                    .max()
                    .orElse(0);
        }
        return makespan;
    }
}
