package org.ballast.hbal;

import java.util.List;
import java.util.Optional;
import org.ballast.hbal.optimize.Outcome;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.planner.cost.Cost;
import org.ballast.planner.cost.Rates;
import org.ballast.planner.sequence.Schedule;

/**
 * A plan and what it takes to carry it out.
 *
 * @param plan the plan
 * @param jobsets its steps as sets of jobs
 * @param costs what each step takes
 * @param schedule when each step is made if none waits longer than it must
 * @param jobsetsMakespan seconds that the sets of jobs take
 * @param search what is known of the search, if there was one for the whole plan
 */
record PlanTold(
        Plan plan,
        List<List<Plan.Step>> jobsets,
        List<Cost> costs,
        Schedule schedule,
        double jobsetsMakespan,
        Optional<Outcome> search) {

    /** Copies the lists. */
    PlanTold {
        jobsets = List.copyOf(jobsets);
        costs = List.copyOf(costs);
    }

    /** Returns what there is to tell of a plan that was made step by step. */
    static PlanTold descent(Scenario scenario, Plan plan, List<List<Plan.Step>> jobsets) {
        Rates rates = Rates.USUAL;
        Cluster cluster = scenario.cluster();
        List<Cost> costs =
                plan.steps().stream().map(step -> Cost.of(cluster, step, rates)).toList();
        return new PlanTold(
                plan,
                jobsets,
                costs,
                Schedule.of(scenario, plan.steps(), rates, List.of()),
                Schedule.makespan(cluster, jobsets, rates),
                Optional.empty());
    }

    /** Returns what there is to tell of a plan that was searched for as a whole. */
    static PlanTold optimized(Outcome outcome) {
        return new PlanTold(
                outcome.plan(),
                outcome.result().jobsets(),
                outcome.result().costs(),
                outcome.result().schedule(),
                outcome.result().jobsetsMakespan(),
                Optional.of(outcome));
    }

    /** Returns what all steps take together. */
    Cost cost() {
        return costs.stream().reduce(Cost.NONE, Cost::plus);
    }
}
