package org.ballast.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ballast.checker.Allowance;
import org.ballast.checker.PlanBound;
import org.ballast.checker.PlanChecker;
import org.ballast.checker.PlanRefusal;
import org.ballast.checker.RuleChecker;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.schedule.Jobsets;
import org.ballast.optimizer.target.ChangeCost;
import org.ballast.optimizer.target.DescentSolver;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.Objective.Standing;
import org.ballast.optimizer.target.TargetAssignment;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.optimizer.target.Tries;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.score.PlanReplay;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.Dice;
import org.ballast.testkit.LooseClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every plan, whatever the cluster, the rules and the objective. */
class OptimizerPropertyTest {
    private static final long TRIES = 25_000;
    private static final int ORDERS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPlanIsSafeWithinItsLimitsAndNeverWorse(long seed) {
        int moving = 0;
        for (long shift = 0; shift < 25; shift++) {
            Scenario scenario = LooseClusters.of(31_000 * seed + shift);
            Dice dice = Dice.of(1000 * seed + shift);
            TargetRules rules = Requests.anyRules(scenario, dice);
            Objective objective = Requests.anyObjective(dice);
            OptimizeRequest request = Requests.of(scenario, rules, objective, TRIES);
            Optimized found = Requests.run(scenario, request);
            String where = "seed %d/%d, %s, %s".formatted(seed, shift, rules, objective);
            assertSafe(scenario, request, found, where);
            assertWithin(scenario.cluster(), rules, objective.limits(), found, where);
            assertNeverWorse(scenario, request, found, where);
            moving += found.plan().steps().isEmpty() ? 0 : 1;
        }
        assertThat(moving).isGreaterThan(5);
    }

    private static void assertSafe(Scenario scenario, OptimizeRequest request, Optimized found, String where) {
        Plan plan = found.plan();
        TargetRules rules = request.rules();
        if (Double.isNaN(plan.before().total())) {
            assertThat(plan.steps()).as(where).isEmpty();
            return;
        }
        // Broken rules may be repaired at the expense of the score.
        boolean repairs = found.violationsAfter() < found.violationsBefore();
        PlanChecker checker = new PlanChecker(scenario, request.groups(), allowance(request));
        List<PlanChecker.Violation> wrong = checker.check(plan).violations().stream()
                .filter(violation -> !(repairs
                        && violation instanceof PlanChecker.Violation.OfPlan(var refusal)
                        && refusal instanceof PlanRefusal.ScoreRise))
                .toList();
        assertThat(wrong)
                .as(() -> where + new PlanChecker.Report(wrong).describe(scenario.cluster()))
                .isEmpty();
        List<List<Plan.Step>> jobsets = Jobsets.of(scenario.cluster(), plan.steps(), rules.placement());
        PlanChecker.Report inSets = checker.checkJobsets(jobsets);
        assertThat(inSets.isClean())
                .as(() -> where + inSets.describe(scenario.cluster()))
                .isTrue();
        List<List<Integer>> after = found.schedule().after();
        PlanChecker.Report inOrders =
                checker.checkSchedule(plan.steps(), after, ORDERS, rules.rates().perNode() == 1, 7);
        assertThat(inOrders.isClean())
                .as(() -> where + inOrders.describe(scenario.cluster()))
                .isTrue();
        RuleChecker ruleChecker = new RuleChecker(scenario.cluster(), rules.placement());
        assertThat(ruleChecker.check(plan.steps()).violations()).as(where).isEmpty();
        assertThat(ruleChecker.checkJobsets(jobsets).violations()).as(where).isEmpty();
        assertThat(ruleChecker.checkSchedule(plan.steps(), after, ORDERS, 7).violations())
                .as(where)
                .isEmpty();
    }

    private static Allowance allowance(OptimizeRequest request) {
        TargetRules rules = request.rules();
        Limits limits = request.objective().limits();
        List<PlanBound> bounds = new ArrayList<>();
        limits.moves().ifPresent(most -> bounds.add(new PlanBound.MostMoves(most)));
        limits.instances().ifPresent(most -> bounds.add(new PlanBound.MostInstances(most)));
        limits.dataMib().ifPresent(mib -> bounds.add(new PlanBound.MostData(mib)));
        Rates rates = rules.rates();
        limits.seconds()
                .ifPresent(seconds -> bounds.add(new PlanBound.LongestTime(seconds, rates.disk(), rates.migration())));
        return Allowance.WHOLE
                .with(rules.moves())
                .withOfflineMoves(rules.offlineMoves())
                .withoutLiveMigration(rates.changes().neverLive())
                .withOtherGroups(rules.crossGroups())
                .within(bounds);
    }

    private static void assertWithin(Cluster cluster, TargetRules rules, Limits limits, Optimized found, String where) {
        Cost total = Cost.NONE;
        Set<Integer> moved = new HashSet<>();
        for (Plan.Step step : found.plan().steps()) {
            total = total.plus(Cost.of(cluster, step, rules.rates()));
            moved.add(step.move().instance());
        }
        assertThat(found.total()).as(where).isEqualTo(total);
        assertThat(found.costs()).hasSameSizeAs(found.plan().steps());
        assertThat(found.instances()).as(where).isEqualTo(moved.size());
        assertThat(found.plan().steps().size())
                .as(where)
                .isLessThanOrEqualTo(limits.moves().orElse(Integer.MAX_VALUE));
        assertThat(total.dataMib())
                .as(where)
                .isLessThanOrEqualTo(limits.dataMib().orElse(Long.MAX_VALUE));
        assertThat(moved.size())
                .as(where)
                .isLessThanOrEqualTo(limits.instances().orElse(Integer.MAX_VALUE));
        assertThat(found.schedule().makespan())
                .as(where)
                .isLessThanOrEqualTo(limits.seconds().orElse(Double.POSITIVE_INFINITY));
        double last = found.schedule().slots().stream()
                .mapToDouble(slot -> slot.end())
                .max()
                .orElse(0);
        assertThat(found.schedule().makespan()).isCloseTo(last, within(1e-9));
    }

    private static void assertNeverWorse(Scenario scenario, OptimizeRequest request, Optimized found, String where) {
        if (Double.isNaN(found.plan().before().total())) {
            return;
        }
        Objective objective = request.objective();
        Standing end = objective.standing(
                found.violationsAfter(), found.plan().after().total(), changeCost(found.total(), found.instances()));
        Standing start = objective.standing(
                found.violationsBefore(), found.plan().before().total(), changeCost(Cost.NONE, 0));
        assertThat(end).as(where).isLessThanOrEqualTo(start);
        boolean hasDescent = request.rules().placement().isEmpty()
                && !request.rules().crossGroups()
                && objective.limits().seconds().isEmpty();
        if (hasDescent) {
            assertThat(end).as(where).isLessThanOrEqualTo(descent(scenario, request, start));
        }
    }

    /** Returns how good the descent is at the best point within the limits. */
    private static Standing descent(Scenario scenario, OptimizeRequest request, Standing start) {
        ClusterState state = new ClusterState(scenario);
        int[] groups = request.groups().stream().mapToInt(Integer::intValue).toArray();
        TargetAssignment assignment = new TargetAssignment(state, groups, request.rules());
        List<Plan.Step> steps =
                new DescentSolver(Budget.HBAL_USUAL).steps(assignment, request.objective(), new Tries(1, 0));
        List<Double> scores = PlanReplay.ofGroups(
                        scenario, request.groups(), request.rules().moves().ignoreSoftErrors())
                .of(steps.stream().map(Plan.Step::move).toList(), Plan.StopReason.NO_BETTER_MOVE)
                .steps()
                .stream()
                .map(Plan.Step::score)
                .toList();
        Standing best = start;
        Cost cost = Cost.NONE;
        Set<Integer> moved = new HashSet<>();
        for (int k = 0; k < steps.size(); k++) {
            cost = cost.plus(
                    Cost.of(scenario.cluster(), steps.get(k), request.rules().rates()));
            moved.add(steps.get(k).move().instance());
            Standing now = request.objective().standing(0, scores.get(k), changeCost(cost, moved.size()));
            if (request.objective().limits().admits(cost, moved.size()) && now.compareTo(best) < 0) {
                best = now;
            }
        }
        return best;
    }

    private static ChangeCost changeCost(Cost cost, int instances) {
        return new ChangeCost(cost.moves(), cost.dataMib(), instances, cost.work(), cost.restarts());
    }
}
