package org.ballast.hbal.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ballast.cli.console.Failure;
import org.ballast.hbal.explain.Explanation;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.check.RuleChecker;
import org.ballast.planner.optimize.OptimizeListener;
import org.ballast.planner.optimize.OptimizeRequest;
import org.ballast.planner.optimize.Optimized;
import org.ballast.planner.optimize.Optimizer;

/**
 * Has the planner search, has every plan approved, and gathers what there is to tell.
 *
 * @param scenario the cluster
 * @param request what to search for
 * @param explains whether it is to be found out why
 */
public record Search(Scenario scenario, OptimizeRequest request, boolean explains) {

    /** Searches for one plan. */
    public Outcome one(OptimizeListener listener) {
        Optimized result = new Optimizer(scenario, request).run(listener);
        return outcome(result, List.of(), OptionalInt.empty());
    }

    /**
     * Searches for plans of different cost, and takes one.
     *
     * @param pick the number of the one to take, from 1; if it is missing, the objective decides
     * @throws Failure if there is none of this number
     */
    public Outcome front(OptimizeListener listener, OptionalInt pick) {
        List<Optimized> points =
                new Optimizer(scenario, request).front(listener).points();
        if (pick.isPresent() && pick.getAsInt() > points.size()) {
            throw Failure.because("The front has " + points.size() + (points.size() == 1 ? " point" : " points")
                    + ", so there is no point " + pick.getAsInt() + " to pick.");
        }
        if (points.isEmpty()) {
            return one(listener);
        }
        SearchApproval approval = new SearchApproval(scenario, request);
        points.forEach(approval::checkInOrder);
        int chosen = pick.isPresent() ? pick.getAsInt() - 1 : Outcome.best(points, request);
        return outcome(points.get(chosen), points, OptionalInt.of(chosen));
    }

    private Outcome outcome(Optimized result, List<Optimized> front, OptionalInt chosen) {
        new SearchApproval(scenario, request).check(result);
        Optional<Explanation> explanation = explains
                ? Optional.of(Explanation.of(scenario, request.groups(), request.rules(), result.plan()))
                : Optional.empty();
        RuleChecker rules = new RuleChecker(scenario.cluster(), request.rules().placement());
        return new Outcome(request, result, front, chosen, rules.broken(end(result.plan())), explanation);
    }

    private List<Placement> end(Plan plan) {
        List<Placement> placements = new ArrayList<>(
                scenario.cluster().instances().stream().map(Instance::placement).toList());
        plan.steps().forEach(step -> placements.set(step.move().instance(), step.to()));
        return placements;
    }
}
