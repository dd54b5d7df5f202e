package org.ballast.hbal.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ballast.checker.Approval;
import org.ballast.checker.RuleChecker;
import org.ballast.cli.console.Failure;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.RuleConflict;
import org.ballast.optimizer.NodePacker;
import org.ballast.optimizer.OptimizeListener;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.Optimizer;
import org.ballast.optimizer.PackReport;

/**
 * Has the planner search, has every plan approved, and gathers what there is to tell.
 *
 * @param scenario the cluster
 * @param request what to search for
 * @param conflicts users' rules that cannot be kept
 */
public record Search(Scenario scenario, OptimizeRequest request, List<RuleConflict> conflicts) {
    /** Copies the list. */
    public Search {
        conflicts = List.copyOf(conflicts);
    }

    /** Searches for one plan. */
    public SearchOutcome one(OptimizeListener listener) {
        Optimized result = new Optimizer(scenario, request).run(listener);
        return outcome(result, List.of(), OptionalInt.empty(), Optional.empty());
    }

    /** Searches for a plan that empties as many nodes as it can. */
    public SearchOutcome packed(OptimizeListener listener) {
        NodePacker.EmptyingPlan packed = new NodePacker(scenario, request).run(listener);
        return new Search(scenario, packed.request(), conflicts)
                .outcome(packed.plan(), List.of(), OptionalInt.empty(), Optional.of(packed.report()));
    }

    /**
     * Searches for plans of different cost, and takes one.
     *
     * @param pick the number of the one to take, from 1; if it is missing, the objective decides
     * @throws Failure if there is none of this number
     */
    public SearchOutcome front(OptimizeListener listener, OptionalInt pick) {
        List<Optimized> points =
                new Optimizer(scenario, request).front(listener).points();
        if (pick.isPresent() && pick.getAsInt() > points.size()) {
            throw Failure.because("The front has " + points.size() + (points.size() == 1 ? " point" : " points")
                    + ", so there is no point " + pick.getAsInt() + " to pick.");
        }
        if (points.isEmpty()) {
            return one(listener);
        }
        Approval approval = approval();
        points.forEach(point -> approval.require(point.plan()));
        int chosen = pick.isPresent() ? pick.getAsInt() - 1 : SearchOutcome.best(points, request);
        return outcome(points.get(chosen), points, OptionalInt.of(chosen), Optional.empty());
    }

    private SearchOutcome outcome(
            Optimized result, List<Optimized> front, OptionalInt chosen, Optional<PackReport> packing) {
        requireSound(result);
        RuleChecker rules = new RuleChecker(scenario.cluster(), request.rules().placement());
        return new SearchOutcome(request, result, front, chosen, rules.broken(end(result.plan())), conflicts, packing);
    }

    private Approval approval() {
        return new Approval(scenario, request.groups(), SearchAllowance.of(request));
    }

    private void requireSound(Optimized result) {
        Approval approval = approval();
        approval.require(result.plan());
        approval.requireJobsets(result.jobsets());
        approval.requireSchedule(
                result.plan().steps(),
                result.schedule().after(),
                request.rules().rates().perNode() == 1,
                request.effort().seed());
    }

    private List<Placement> end(Plan plan) {
        List<Placement> placements = new ArrayList<>(
                scenario.cluster().instances().stream().map(Instance::placement).toList());
        plan.steps().forEach(step -> placements.set(step.move().instance(), step.to()));
        return placements;
    }
}
