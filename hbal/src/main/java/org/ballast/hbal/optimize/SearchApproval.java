package org.ballast.hbal.optimize;

import java.util.Arrays;
import java.util.List;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.check.Allowance;
import org.ballast.model.check.PlanChecker;
import org.ballast.model.check.PlanChecker.Violation;
import org.ballast.model.check.PlanRefusal;
import org.ballast.model.check.RuleChecker;
import org.ballast.planner.optimize.OptimizeRequest;
import org.ballast.planner.optimize.Optimized;
import org.ballast.planner.search.TargetRules;
import org.ballast.planner.state.ClusterState;

/**
 * Lets no plan out that the independent checkers refuse: not move by move, not in sets of jobs, not in any order that its
 * schedule permits, as far as these are tried.
 */
final class SearchApproval {
    /** Orders of the schedule are tried until this many moves have been made, or until there were so many orders. */
    private static final int MOST_MOVES = 200_000;

    private static final int MOST_ORDERS = 1_000;
    private static final int FEWEST_ORDERS = 2;

    private final Scenario scenario;
    private final OptimizeRequest request;
    private final PlanChecker checker;
    private final RuleChecker rules;

    SearchApproval(Scenario scenario, OptimizeRequest request) {
        this.scenario = scenario;
        this.request = request;
        ClusterState start = new ClusterState(scenario);
        List<List<Integer>> groups = request.groups().stream()
                .map(group -> Arrays.stream(start.nodesOf(group)).boxed().toList())
                .toList();
        TargetRules allowed = request.rules();
        checker = new PlanChecker(
                scenario,
                groups,
                new Allowance(true, allowed.offlineMoves(), allowed.crossGroups()),
                allowed.moves().ignoreSoftErrors());
        rules = new RuleChecker(scenario.cluster(), allowed.placement());
    }

    /**
     * Checks a plan in every way.
     *
     * @throws IllegalStateException if it breaks a rule: that is a bug of the search
     */
    void check(Optimized optimized) {
        checkInOrder(optimized);
        List<Plan.Step> steps = optimized.plan().steps();
        require(checker.checkJobsets(optimized.jobsets()).violations());
        require(rules.checkJobsets(optimized.jobsets()).violations());
        int orders = Math.clamp(MOST_MOVES / Math.max(1, steps.size()), FEWEST_ORDERS, MOST_ORDERS);
        boolean apart = request.rules().rates().perNode() == 1;
        require(checker.checkSchedule(
                        steps,
                        optimized.schedule().after(),
                        orders,
                        apart,
                        request.effort().seed())
                .violations());
    }

    /**
     * Checks a plan move by move.
     *
     * @throws IllegalStateException if it breaks a rule: that is a bug of the search
     */
    void checkInOrder(Optimized optimized) {
        boolean mayRise = optimized.violationsAfter() < optimized.violationsBefore();
        require(checker.check(optimized.plan()).violations().stream()
                .filter(violation -> !(mayRise && violation.refusal() instanceof PlanRefusal.ScoreRise))
                .toList());
        require(rules.check(optimized.plan().steps()).violations());
    }

    private void require(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new IllegalStateException(
                    "the plan was refused: " + violations.getFirst().describe(scenario.cluster()));
        }
    }
}
