package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.checker.Allowance;
import org.ballast.checker.Approval;
import org.ballast.checker.HostRefusal;
import org.ballast.checker.MoveRefusal;
import org.ballast.checker.PlanBound;
import org.ballast.checker.PlanChecker;
import org.ballast.checker.PlanChecker.Violation;
import org.ballast.checker.Prohibition;
import org.ballast.checker.Refusal;
import org.ballast.checks.PlansOfSeeds.Searched;
import org.ballast.model.Action;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.schedule.Jobsets;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a user allows bites: plans of planners that were told of an option are approved, and real plans of planners that
 * were not told, or forgot it on the way, are refused at exactly those steps that ignore it.
 */
class UserAllowanceTest {
    private static final int SEEDS = 25;

    /** The options that say how instances move; which steps ignore them is read from the actions of a step. */
    enum Option {
        NO_DISK_MOVES(new MoveRules(false, true, false, false, false), Prohibition.DISK_MOVES) {
            @Override
            boolean isIgnoredBy(Scenario scenario, Plan.Step step) {
                return step.move().actions(step.from()).stream()
                        .anyMatch(action ->
                                action instanceof Action.ReplaceSecondary || action instanceof Action.MoveDisks);
            }
        },
        NO_INSTANCE_MOVES(new MoveRules(true, false, false, false, false), Prohibition.INSTANCE_MOVES) {
            @Override
            boolean isIgnoredBy(Scenario scenario, Plan.Step step) {
                return step.move().actions(step.from()).stream()
                        .anyMatch(action -> !(action instanceof Action.ReplaceSecondary));
            }
        },
        RESTRICTED_MIGRATION(new MoveRules(true, true, true, false, false), Prohibition.MIGRATION) {
            @Override
            boolean isIgnoredBy(Scenario scenario, Plan.Step step) {
                int actions = step.move().actions(step.from()).size();
                return actions == 3
                        || (actions == 2 && !isOffline(scenario, step.from().primary()));
            }
        },
        EVAC_MODE(new MoveRules(true, true, false, true, false), Prohibition.NOT_EVACUATED) {
            @Override
            boolean isIgnoredBy(Scenario scenario, Plan.Step step) {
                Placement home = scenario.cluster()
                        .instances()
                        .get(step.move().instance())
                        .placement();
                return !isOffline(scenario, home.primary())
                        && !(home.hasSecondary() && isOffline(scenario, home.secondary()));
            }
        };

        private final MoveRules rules;
        private final Prohibition prohibition;

        Option(MoveRules rules, Prohibition prohibition) {
            this.rules = rules;
            this.prohibition = prohibition;
        }

        abstract boolean isIgnoredBy(Scenario scenario, Plan.Step step);

        List<Found> expected(Scenario scenario, Plan plan) {
            return found(plan, step -> isIgnoredBy(scenario, step), prohibition);
        }
    }

    /** A step that was refused, and why. */
    record Found(int step, int instance, Prohibition why) {}

    private interface StepTest {
        boolean test(Plan.Step step);
    }

    private static List<Found> found(Plan plan, StepTest test, Prohibition why) {
        return IntStream.range(0, plan.steps().size())
                .filter(step -> test.test(plan.steps().get(step)))
                .mapToObj(step -> new Found(step, plan.steps().get(step).move().instance(), why))
                .toList();
    }

    private static boolean isOffline(Scenario scenario, int node) {
        return scenario.cluster().nodes().get(node).isOffline();
    }

    private static boolean isMeaningless(Plan plan) {
        return Double.isNaN(plan.before().total());
    }

    /** Asserts that a plan is refused for these reasons and for nothing else. */
    private static void assertRefused(
            Scenario scenario, List<Integer> groups, Allowance allowance, Plan plan, List<Found> expected) {
        List<Violation> violations =
                new PlanChecker(scenario, groups, allowance).check(plan).violations();
        assertThat(violations)
                .hasSameSizeAs(expected)
                .allSatisfy(violation -> assertThat(violation)
                        .isInstanceOfSatisfying(
                                Violation.OfStep.class,
                                step -> assertThat(step.refusal())
                                        .isInstanceOfSatisfying(
                                                MoveRefusal.Prohibited.class,
                                                refusal -> assertThat(expected)
                                                        .contains(new Found(
                                                                step.step(), refusal.instance(), refusal.why())))));
        if (!expected.isEmpty()) {
            Cluster cluster = scenario.cluster();
            Found first = expected.getFirst();
            assertThatCode(() -> new Approval(scenario, groups, allowance).require(plan))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the plan was refused: step " + (first.step() + 1) + " (")
                    .hasMessageContaining(
                            cluster.instances().get(first.instance()).name());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void descentsThatKeepTheOptionsAreApproved(long seed) {
        int moving = 0;
        for (long shift = 0; shift < SEEDS; shift++) {
            Scenario scenario = PlansOfSeeds.scenario(71_000 * seed + shift);
            Dice dice = Dice.of(17 * seed + shift);
            MoveRules rules = PlansOfSeeds.anyRules(dice);
            Budget budget =
                    new Budget(dice.between(0, 12), 8 * dice.fraction(), 0.5 * dice.fraction(), 10 * dice.fraction());
            for (int group : PlansOfSeeds.groups(scenario)) {
                Plan plan = PlansOfSeeds.descent(new ClusterState(scenario), group, rules, budget);
                if (isMeaningless(plan)) {
                    continue;
                }
                Allowance allowance = Allowance.STEPWISE
                        .with(rules)
                        .within(List.of(
                                new PlanBound.MostMoves(budget.moves()),
                                new PlanBound.EnoughScore(budget.score()),
                                new PlanBound.LeastGain(budget.minGain(), budget.minGainLimit())));
                Approval approval = new Approval(scenario, List.of(group), allowance);
                assertThatCode(() -> {
                            approval.require(plan);
                            approval.requireJobsets(Jobsets.of(plan.steps()));
                        })
                        .as("seed %d/%d, %s, %s", seed, shift, rules, budget)
                        .doesNotThrowAnyException();
                moving += plan.steps().isEmpty() ? 0 : 1;
            }
        }
        assertThat(moving).isGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void searchedPlansThatKeepTheOptionsAreApproved(long seed) {
        int moving = 0;
        for (long shift = 0; shift < SEEDS; shift++) {
            Scenario scenario = PlansOfSeeds.scenario(72_000 * seed + shift);
            OptimizeRequest request = PlansOfSeeds.anyRequest(scenario, Dice.of(19 * seed + shift));
            Optimized optimized = PlansOfSeeds.optimized(scenario, request);
            List<Plan.Step> steps = optimized.plan().steps();
            if (isMeaningless(optimized.plan())) {
                continue;
            }
            Approval approval = new Approval(scenario, request.groups(), PlansOfSeeds.allowance(request));
            assertThatCode(() -> {
                        approval.require(optimized.plan());
                        approval.requireJobsets(optimized.jobsets());
                        boolean apart = request.rules().rates().perNode() == 1;
                        approval.requireSchedule(steps, optimized.schedule().after(), apart, seed);
                    })
                    .as("seed %d/%d, %s", seed, shift, request)
                    .doesNotThrowAnyException();
            moving += steps.isEmpty() ? 0 : 1;
        }
        assertThat(moving).isGreaterThan(4);
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void aDescentThatForgetsAnOptionOnTheWayIsRefusedFromThereOn(Option option) {
        int refused = 0;
        for (long seed = 1; seed <= 4 * SEEDS; seed++) {
            Scenario scenario = PlansOfSeeds.scenario(73_000 + seed);
            int kept = Dice.of(seed).between(0, 4);
            for (int group : PlansOfSeeds.groups(scenario)) {
                Plan plan = PlansOfSeeds.descent(scenario, group, option.rules, kept, MoveRules.ALL);
                if (isMeaningless(plan)) {
                    continue;
                }
                List<Found> expected = option.expected(scenario, plan);
                assertRefused(scenario, List.of(group), Allowance.STEPWISE.with(option.rules), plan, expected);
                refused += expected.isEmpty() ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void aSearchedPlanThatIgnoresAnOptionIsRefused(Option option) {
        int refused = 0;
        for (Searched searched : PlansOfSeeds.SEARCHED) {
            Scenario scenario = searched.scenario();
            List<Found> expected = option.expected(scenario, searched.plan());
            Allowance allowance = searched.allowance().with(option.rules);
            assertRefused(scenario, searched.groups(), allowance, searched.plan(), expected);
            refused += expected.isEmpty() ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(8);
    }

    @Test
    void excludedInstancesAndThoseThatWereNotSelectedMustNotMove() {
        int refused = 0;
        for (Searched searched : PlansOfSeeds.SEARCHED) {
            Plan plan = searched.plan();
            Scenario scenario = searched.scenario();
            int one = plan.steps().getFirst().move().instance();
            Set<Integer> others = new HashSet<>();
            IntStream.range(0, scenario.cluster().instances().size())
                    .filter(each -> each != one)
                    .forEach(others::add);
            for (Set<Integer> left : List.of(Set.of(one), others)) {
                List<Found> expected =
                        found(plan, step -> left.contains(step.move().instance()), Prohibition.NOT_SELECTED);
                Scenario chosen = PlansOfSeeds.with(scenario, left);
                assertRefused(chosen, searched.groups(), searched.allowance(), plan, expected);
                refused += expected.isEmpty() ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void instancesThatNobodyWantsBalancedMustNotMoveEither(long seed) {
        int refused = 0;
        for (long shift = 0; shift < SEEDS; shift++) {
            Scenario scenario = PlansOfSeeds.scenario(76_000 * seed + shift);
            for (int group : PlansOfSeeds.groups(scenario)) {
                ClusterState state = new ClusterState(scenario);
                Plan plan = PlansOfSeeds.descent(state, group, MoveRules.ALL, new Budget(5, -1, 0, 0));
                for (int i : state.instancesOf(group)) {
                    Placement home = state.placement(i);
                    if (state.instance(i).autoBalance() || !home.hasSecondary()) {
                        continue;
                    }
                    List<List<Plan.Step>> moves = new ArrayList<>();
                    plan.steps().forEach(step -> moves.add(List.of(step)));
                    moves.add(List.of(new Plan.Step(new Move.Failover(i), home, 0)));
                    List<Violation> violations = new PlanChecker(scenario, List.of(group), Allowance.STEPWISE)
                            .checkJobsets(moves)
                            .violations();
                    assertThat(violations)
                            .contains(new Violation.OfStep(
                                    plan.steps().size(),
                                    new Move.Failover(i),
                                    new MoveRefusal.Prohibited(i, Prohibition.AUTO_BALANCE)))
                            .allSatisfy(violation -> assertThat(violation)
                                    .isInstanceOfSatisfying(
                                            Violation.OfStep.class,
                                            step -> assertThat(step.step())
                                                    .isEqualTo(plan.steps().size())));
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(12);
    }

    private static List<Refusal> refusals(Scenario scenario, List<Integer> groups, Allowance allowance, Plan plan) {
        return new PlanChecker(scenario, groups, allowance)
                .check(plan).violations().stream().map(Violation::refusal).toList();
    }

    @Test
    void nodesThatTheUserDeclaresOfflineTakeNothing() {
        for (Searched searched : PlansOfSeeds.SEARCHED) {
            Plan.Step last = searched.plan().steps().getLast();
            int node = last.to().primary() == last.from().primary()
                    ? last.to().secondary()
                    : last.to().primary();
            Scenario declared = searched.scenario().withOffline(List.of(node));
            assertThat(refusals(declared, searched.groups(), searched.allowance(), searched.plan()))
                    .contains(new MoveRefusal.OfflineTarget(last.move().instance(), node));
        }
        assertThat(PlansOfSeeds.SEARCHED).hasSizeGreaterThan(20);
    }

    @Test
    void instancesOfOtherGroupsStayAndNoneComesToThem() {
        int refused = 0;
        int crossing = 0;
        for (Searched searched : PlansOfSeeds.SEARCHED) {
            Scenario scenario = searched.scenario();
            Plan plan = searched.plan();
            for (int group : searched.groups()) {
                List<Move> foreign = plan.steps().stream()
                        .map(Plan.Step::move)
                        .filter(move -> groupOf(scenario, home(scenario, move)) != group)
                        .toList();
                List<Refusal> refusals = refusals(scenario, List.of(group), searched.allowance(), plan);
                foreign.forEach(move ->
                        assertThat(refusals).contains(new MoveRefusal.Prohibited(move.instance(), Prohibition.GROUP)));
                refused += foreign.isEmpty() ? 0 : 1;
            }
            boolean crosses = plan.steps().stream()
                    .anyMatch(step -> groupOf(scenario, step.to()) != groupOf(scenario, step.from()));
            Allowance within = searched.allowance().withOtherGroups(false);
            boolean isRefused = refusals(scenario, searched.groups(), within, plan).stream()
                    .anyMatch(refusal -> refusal instanceof MoveRefusal.OtherGroup);
            assertThat(isRefused).isEqualTo(crosses);
            crossing += crosses ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(5);
        assertThat(crossing).isGreaterThan(2);
    }

    private static Placement home(Scenario scenario, Move move) {
        return scenario.cluster().instances().get(move.instance()).placement();
    }

    private static int groupOf(Scenario scenario, Placement placement) {
        return scenario.cluster().nodes().get(placement.primary()).group();
    }

    @Test
    void softErrorsAreIgnoredOnlyIfTheUserSaysSo() {
        int refused = 0;
        MoveRules lenient = new MoveRules(true, true, false, false, true);
        for (long seed = 1; seed <= SEEDS; seed++) {
            Scenario scenario = PlansOfSeeds.scenario(79_000 + seed);
            for (int group : PlansOfSeeds.groups(scenario)) {
                Plan plan = PlansOfSeeds.descent(new ClusterState(scenario), group, lenient, new Budget(20, -1, 0, 0));
                if (isMeaningless(plan)) {
                    continue;
                }
                assertThat(refusals(scenario, List.of(group), Allowance.STEPWISE.with(lenient), plan))
                        .isEmpty();
                List<Refusal> strict = refusals(scenario, List.of(group), Allowance.STEPWISE, plan);
                assertThat(strict).allSatisfy(refusal -> assertThat(refusal).isInstanceOf(HostRefusal.class));
                refused += strict.isEmpty() ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(5);
    }

    @Test
    void instancesAreShutDownOnlyIfTheUserSaysSo() {
        int refused = 0;
        for (Searched searched : PlansOfSeeds.SEARCHED) {
            Plan plan = searched.plan();
            List<Found> expected = found(plan, step -> step.move() instanceof Move.OfflineMove, Prohibition.TEMPLATE);
            Allowance running = searched.allowance().withOfflineMoves(false);
            assertRefused(searched.scenario(), searched.groups(), running, plan, expected);
            refused += expected.isEmpty() ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(3);
    }
}
