package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.ballast.checker.Allowance;
import org.ballast.checker.Approval;
import org.ballast.checker.PlanBound;
import org.ballast.checker.PlanChecker;
import org.ballast.checker.PlanChecker.Violation;
import org.ballast.checker.PlanRefusal;
import org.ballast.checks.PlansOfSeeds.Searched;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.state.ClusterState;
import org.junit.jupiter.api.Test;

/**
 * Plans that just keep the bounds of a user are approved; with a bound a little tighter the first step beyond is
 * refused.
 */
class UserBoundsTest {

    private static List<Violation> violations(Searched searched, PlanBound bound) {
        Allowance allowance = searched.allowance().within(List.of(bound));
        PlanChecker checker = new PlanChecker(searched.scenario(), searched.groups(), allowance);
        List<Violation> violations =
                new ArrayList<>(checker.check(searched.plan()).violations());
        violations.addAll(checker.checkSchedule(
                        searched.plan().steps(), searched.found().schedule().after(), 2, true, 1)
                .violations());
        return violations;
    }

    private static void assertBites(Searched searched, PlanBound enough, PlanBound tooLittle, OptionalInt step) {
        assertThat(violations(searched, enough)).isEmpty();
        List<Violation> violations = violations(searched, tooLittle);
        assertThat(violations).singleElement().isInstanceOfSatisfying(Violation.OfStep.class, violation -> {
            assertThat(violation.refusal()).isInstanceOfSatisfying(PlanRefusal.BeyondBound.class, refusal -> {
                assertThat(refusal.bound()).isEqualTo(tooLittle);
                assertThat(refusal.instance()).isEqualTo(violation.move().instance());
            });
            assertThat(violation.move())
                    .isEqualTo(searched.plan().steps().get(violation.step()).move());
            step.ifPresent(expected -> assertThat(violation.step()).isEqualTo(expected));
        });
        String name = searched.scenario()
                .cluster()
                .instances()
                .get(((Violation.OfStep) violations.getFirst()).move().instance())
                .name();
        assertThat(violations.getFirst().describe(searched.scenario().cluster()))
                .startsWith("step ")
                .contains(name)
                .endsWith("by " + tooLittle.option());
    }

    @Test
    void theNumberOfMovesIsBounded() {
        for (Searched searched : PlansOfSeeds.SEARCHED) {
            int moves = searched.plan().steps().size();
            assertBites(
                    searched,
                    new PlanBound.MostMoves(moves),
                    new PlanBound.MostMoves(moves - 1),
                    OptionalInt.of(moves - 1));
        }
    }

    @Test
    void theNumberOfInstancesIsBounded() {
        for (Searched searched : PlansOfSeeds.SEARCHED) {
            Set<Integer> moved = new HashSet<>();
            int last = 0;
            for (int step = 0; step < searched.plan().steps().size(); step++) {
                last = moved.add(searched.plan().steps().get(step).move().instance()) ? step : last;
            }
            assertBites(
                    searched,
                    new PlanBound.MostInstances(moved.size()),
                    new PlanBound.MostInstances(moved.size() - 1),
                    OptionalInt.of(last));
        }
    }

    private static boolean isAllOnline(Searched searched) {
        return searched.scenario().cluster().nodes().stream().noneMatch(node -> node.isOffline());
    }

    /** Instances of offline nodes are reckoned too cheap, for nobody knows how they will be restarted. */
    @Test
    void dataIsBounded() {
        int exact = 0;
        for (Searched searched : PlansOfSeeds.SEARCHED) {
            long data = searched.found().total().dataMib();
            assertThat(violations(searched, new PlanBound.MostData(data))).isEmpty();
            if (isAllOnline(searched) && data > 0) {
                assertBites(
                        searched,
                        new PlanBound.MostData(data),
                        new PlanBound.MostData(data - 1),
                        OptionalInt.of(lastData(searched)));
                exact++;
            }
        }
        assertThat(exact).isGreaterThan(3);
    }

    private static int lastData(Searched searched) {
        List<Cost> costs = searched.found().costs();
        int last = 0;
        for (int step = 0; step < costs.size(); step++) {
            last = costs.get(step).dataMib() > 0 ? step : last;
        }
        return last;
    }

    @Test
    void theTimeThatThePlanTakesIsBounded() {
        int exact = 0;
        Rates rates = Rates.USUAL;
        for (Searched searched : PlansOfSeeds.SEARCHED) {
            double seconds = searched.found().schedule().makespan();
            PlanBound enough = new PlanBound.LongestTime(seconds, rates.disk(), rates.migration());
            assertThat(violations(searched, enough)).isEmpty();
            long ended = searched.found().schedule().slots().stream()
                    .filter(slot -> slot.end() > 0.999 * seconds)
                    .count();
            if (isAllOnline(searched) && ended == 1) {
                PlanBound tooLittle = new PlanBound.LongestTime(0.999 * seconds, rates.disk(), rates.migration());
                assertBites(searched, enough, tooLittle, OptionalInt.empty());
                exact++;
            }
        }
        assertThat(exact).isGreaterThan(3);
    }

    @Test
    void aMoveOfADescentHasToGainEnoughAndToBeNeeded() {
        int refused = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Scenario scenario = PlansOfSeeds.scenario(80_000 + seed);
            Plan plan = PlansOfSeeds.descent(new ClusterState(scenario), 0, MoveRules.ALL, new Budget(10, -1, 0, 0));
            if (plan.steps().size() < 3 || Double.isNaN(plan.before().total())) {
                continue;
            }
            double last = plan.steps().getLast().score();
            double before = plan.steps().get(plan.steps().size() - 2).score();
            double first = plan.before().total() - plan.steps().getFirst().score();
            int end = plan.steps().size() - 1;
            assertStepwise(scenario, plan, new PlanBound.LeastGain(0.9 * (before - last), before), OptionalInt.empty());
            assertStepwise(scenario, plan, new PlanBound.EnoughScore(before), OptionalInt.empty());
            assertStepwise(scenario, plan, new PlanBound.EnoughScore(before + 1e-6), OptionalInt.of(end));
            assertStepwise(
                    scenario,
                    plan,
                    new PlanBound.LeastGain(first + 1e-6, plan.before().total() + 1),
                    OptionalInt.of(0));
            refused++;
        }
        assertThat(refused).isGreaterThan(8);
    }

    private static void assertStepwise(Scenario scenario, Plan plan, PlanBound bound, OptionalInt step) {
        Allowance allowance = Allowance.STEPWISE.within(List.of(bound));
        List<Violation> violations =
                new PlanChecker(scenario, List.of(0), allowance).check(plan).violations();
        if (step.isEmpty()) {
            assertThat(violations).isEmpty();
            return;
        }
        assertThat(violations).singleElement().isInstanceOfSatisfying(Violation.OfStep.class, violation -> {
            assertThat(violation.step()).isEqualTo(step.getAsInt());
            assertThat(violation.refusal()).isInstanceOf(PlanRefusal.BeyondBound.class);
        });
        assertThatCode(() -> new Approval(scenario, List.of(0), allowance).require(plan))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(bound.option());
    }
}
