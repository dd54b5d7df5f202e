package org.ballast.hbal.optimize;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ballast.model.Plan;
import org.ballast.model.rules.BrokenRule;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.target.Objective.Standing;

/**
 * All that is told about a search.
 *
 * @param request what was asked for
 * @param result the plan and how it was found
 * @param front the plans between which there was a choice, the smallest first; none if nobody asked for them
 * @param chosen the position among them of the plan that was taken, if there are any
 * @param broken users' rules that are not kept at the end
 */
public record SearchOutcome(
        OptimizeRequest request, Optimized result, List<Optimized> front, OptionalInt chosen, List<BrokenRule> broken) {

    /** Copies the lists. */
    public SearchOutcome {
        front = List.copyOf(front);
        broken = List.copyOf(broken);
    }

    /** Returns the plan. */
    public Plan plan() {
        return result.plan();
    }

    /** Returns what the plan takes. */
    public Cost cost() {
        return result.total();
    }

    /** Returns whether a position among the plans of the front is that of the plan that was taken. */
    public boolean isChosen(int position) {
        return chosen.isPresent() && chosen.getAsInt() == position;
    }

    /** Returns the position of the plan that the objective likes best: it reaches the goal, and is worth its price. */
    static int best(List<Optimized> front, OptimizeRequest request) {
        return IntStream.range(0, front.size())
                .reduce((one, other) -> isBetter(front.get(other), front.get(one), request) ? other : one)
                .orElseThrow();
    }

    private static boolean isBetter(Optimized one, Optimized other, OptimizeRequest request) {
        return standing(one, request).compareTo(standing(other, request)) < 0;
    }

    private static Standing standing(Optimized plan, OptimizeRequest request) {
        return request.objective()
                .standing(plan.violationsAfter(), plan.plan().after().total(), plan.changeCost());
    }
}
