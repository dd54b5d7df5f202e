package org.ballast.optimizer;

import java.util.List;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.optimizer.target.TargetSolver;
import org.ballast.planner.balance.Budget;

/**
 * A request to optimize: the groups, the rules and the effort.
 *
 * @param groups the groups whose instances may move; the score is the sum of theirs
 * @param rules what targets may look like
 * @param objective which target is better
 * @param solver the search
 * @param descent thresholds of the descent that the search has to beat
 * @param effort how far the search goes
 */
public record OptimizeRequest(
        List<Integer> groups,
        TargetRules rules,
        Objective objective,
        TargetSolver solver,
        Budget descent,
        Effort effort) {
    /** Copies the groups. */
    public OptimizeRequest {
        groups = List.copyOf(groups);
    }

    /** Returns this request with other rules. */
    public OptimizeRequest with(TargetRules newRules) {
        return new OptimizeRequest(groups, newRules, objective, solver, descent, effort);
    }
}
