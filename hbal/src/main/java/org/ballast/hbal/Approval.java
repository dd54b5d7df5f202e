package org.ballast.hbal;

import java.util.Arrays;
import java.util.List;
import org.ballast.model.Plan;
import org.ballast.model.check.PlanChecker;
import org.ballast.planner.balance.MoveRules;

/**
 * Lets no plan out that the independent checker refuses, neither move by move nor in sets of jobs.
 *
 * @param groups the groups that were balanced
 * @param rules which moves were allowed
 */
record Approval(BalancedGroups groups, MoveRules rules) {
    /**
     * Checks a plan.
     *
     * @throws IllegalStateException if it breaks a rule: that is a bug of the search
     */
    void check(Plan plan, List<List<Plan.Step>> jobsets) {
        PlanChecker checker = new PlanChecker(
                groups.state().scenario(), Arrays.stream(groups.nodes()).boxed().toList(), rules.ignoreSoftErrors());
        require(checker.check(plan));
        require(checker.checkJobsets(jobsets));
    }

    private void require(PlanChecker.Report report) {
        if (!report.isClean()) {
            throw new IllegalStateException(
                    "the plan was refused: " + report.violations().getFirst().describe(groups.cluster()));
        }
    }
}
