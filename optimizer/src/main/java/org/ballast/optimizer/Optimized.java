package org.ballast.optimizer;

import java.util.List;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.schedule.Schedule;
import org.ballast.optimizer.target.ChangeCost;

/**
 * An optimized plan with its figures.
 *
 * @param plan the moves in their order; those that gain most for what they cost come first where that is safe
 * @param schedule when each move can be made, if none waits longer than it has to
 * @param jobsets the moves as sets of jobs that can be made at the same time, one set after the other
 * @param jobsetsMakespan seconds that the moves take in sets of jobs, one set after the other
 * @param costs what each move takes, in order
 * @param total what all moves take
 * @param instances how many instances move
 * @param abandoned indices of instances for which the search wanted another place, to which no safe moves were found
 * @param violationsBefore the weight of broken placement rules at the start
 * @param violationsAfter the weight of broken placement rules in the end
 * @param search how the search went
 */
public record Optimized(
        Plan plan,
        Schedule schedule,
        List<List<Plan.Step>> jobsets,
        double jobsetsMakespan,
        List<Cost> costs,
        Cost total,
        int instances,
        List<Integer> abandoned,
        int violationsBefore,
        int violationsAfter,
        SearchReport search) {
    /** Copies the lists. */
    public Optimized {
        jobsets = jobsets.stream().map(List::copyOf).toList();
        costs = List.copyOf(costs);
        abandoned = List.copyOf(abandoned);
    }

    /** Returns what the plan takes, as the objective counts it. */
    public ChangeCost changeCost() {
        return new ChangeCost(total.moves(), total.dataMib(), instances, total.work(), total.restarts());
    }

    /** Returns this with another account of the plan and of the search for it. */
    Optimized with(Plan newPlan, SearchReport newSearch) {
        return new Optimized(
                newPlan,
                schedule,
                jobsets,
                jobsetsMakespan,
                costs,
                total,
                instances,
                abandoned,
                violationsBefore,
                violationsAfter,
                newSearch);
    }
}
