package org.ballast.hbal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.hbal.explain.PlanExplanation;
import org.ballast.hbal.explain.StrandedInstance;
import org.ballast.hbal.optimize.SearchOutcome;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.model.RoleChanges;
import org.ballast.model.Scenario;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.schedule.Schedule;

/**
 * A plan, what it takes to carry it out, and what is known about it.
 *
 * @param plan the plan
 * @param jobsets its steps as sets of jobs
 * @param costs what each step takes
 * @param schedule when each step is made if none waits longer than it must
 * @param jobsetsMakespan seconds that the sets of jobs take
 * @param search what is known of the search, if there was one for the whole plan
 * @param explanation why the plan is as it is, if somebody wants to know
 * @param stranded instances that are still on offline nodes when it is done; only the first ones if more are not told of
 * @param strandedCount how many there are
 * @param leftOut indices of nodes that were left out because their capacity is not known
 */
record PlanSummary(
        Plan plan,
        List<List<Plan.Step>> jobsets,
        List<Cost> costs,
        Schedule schedule,
        double jobsetsMakespan,
        Optional<SearchOutcome> search,
        Optional<PlanExplanation> explanation,
        List<StrandedInstance> stranded,
        int strandedCount,
        Set<Integer> leftOut) {

    /** Copies the collections. */
    PlanSummary {
        jobsets = List.copyOf(jobsets);
        costs = List.copyOf(costs);
        stranded = List.copyOf(stranded);
        leftOut = Set.copyOf(leftOut);
    }

    /** Returns what there is to tell of a plan that was made step by step. */
    static PlanSummary descent(Scenario scenario, Plan plan, List<List<Plan.Step>> jobsets) {
        Rates rates = Rates.USUAL;
        Cluster cluster = scenario.cluster();
        List<Cost> costs =
                plan.steps().stream().map(step -> Cost.of(cluster, step, rates)).toList();
        return new PlanSummary(
                plan,
                jobsets,
                costs,
                Schedule.of(scenario, plan.steps(), rates, List.of()),
                Schedule.makespan(cluster, jobsets, rates),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Set.of());
    }

    /** Returns what there is to tell of a plan that was searched for as a whole. */
    static PlanSummary optimized(SearchOutcome outcome) {
        return new PlanSummary(
                outcome.plan(),
                outcome.result().jobsets(),
                outcome.result().costs(),
                outcome.result().schedule(),
                outcome.result().jobsetsMakespan(),
                Optional.of(outcome),
                Optional.empty(),
                List.of(),
                0,
                Set.of());
    }

    /** Returns the same with what is known about it. */
    PlanSummary with(
            Optional<PlanExplanation> why, List<StrandedInstance> staying, int count, Set<Integer> nodesLeftOut) {
        return new PlanSummary(
                plan, jobsets, costs, schedule, jobsetsMakespan, search, why, staying, count, nodesLeftOut);
    }

    /** Returns how instances come to another primary node. */
    RoleChanges changes() {
        return search.map(outcome -> outcome.request().rules().rates().changes())
                .orElse(RoleChanges.BY_STATUS);
    }

    /** Returns what all steps take together. */
    Cost cost() {
        return costs.stream().reduce(Cost.NONE, Cost::plus);
    }

    /** Returns how fast moves were reckoned. */
    Rates rates() {
        return search.map(outcome -> outcome.request().rules().rates()).orElse(Rates.USUAL);
    }
}
