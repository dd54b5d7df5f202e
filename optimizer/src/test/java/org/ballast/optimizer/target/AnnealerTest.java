package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.target.Objective.Standing;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.Dice;
import org.ballast.testkit.LooseClusters;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnealerTest {
    private static final long TRIES = 60_000;
    /** So many that there are several rounds, between which one walk joins the other. */
    private static final long SOME_ROUNDS = 400_000;

    private static final TargetRules ANYTHING = new TargetRules(MoveRules.ALL, true, true, List.of(), Rates.USUAL);

    private static TargetAssignment assignment(Scenario scenario, TargetRules rules) {
        int[] groups = IntStream.range(0, scenario.cluster().groups().size()).toArray();
        return new TargetAssignment(new ClusterState(scenario), groups, rules);
    }

    private static TargetAssignment skewed(long seed) {
        return assignment(Scenario.of(RandomClusters.skewed(8, 6, seed)), TargetRules.USUAL);
    }

    private static TargetAssignment anneal(TargetAssignment assignment, Objective objective, long tries) {
        new Annealer().improve(assignment, objective, new Tries(1, tries));
        return assignment;
    }

    private static Standing standing(TargetAssignment assignment, Objective objective) {
        return objective.standing(assignment.violations(), assignment.score(), assignment.changeCost());
    }

    private static Limits limits(Dice dice, TargetAssignment descended) {
        int moves = Math.max(1, descended.changeCost().moves());
        return switch (dice.between(0, 3)) {
            case 0 ->
                new Limits(
                        OptionalInt.of(dice.between(0, moves)),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty());
            case 1 ->
                new Limits(
                        OptionalInt.empty(),
                        OptionalLong.of(dice.between(0, descended.changeCost().dataMib())),
                        OptionalDouble.empty(),
                        OptionalInt.empty());
            case 2 ->
                new Limits(
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.of(dice.between(0, moves)));
            default ->
                new Limits(
                        OptionalInt.of(dice.between(1, moves)),
                        OptionalLong.of(
                                dice.between(0, 2 * descended.changeCost().dataMib())),
                        OptionalDouble.empty(),
                        OptionalInt.of(dice.between(1, moves)));
        };
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void theSameSeedLeadsToTheSameTargetWhateverTheThreadTiming(long seed) {
        Placement[] first = anneal(skewed(seed), Objective.of(1e-7, Limits.NONE), SOME_ROUNDS)
                .placements();
        Placement[] second = anneal(skewed(seed), Objective.of(1e-7, Limits.NONE), SOME_ROUNDS)
                .placements();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherSeedTriesOtherChanges() {
        TargetAssignment first = skewed(3);
        TargetAssignment second = skewed(3);
        Objective objective = Objective.of(1e-7, Limits.NONE);
        new Annealer().improve(first, objective, new Tries(1, TRIES));
        new Annealer().improve(second, objective, new Tries(2, TRIES));
        assertThat(second.placements()).isNotEqualTo(first.placements());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void targetsAreNeverWorseThanTheStartAndNeverBeyondTheLimits(long seed) {
        int improved = 0;
        for (long shift = 0; shift < 15; shift++) {
            Dice dice = Dice.of(seed + shift);
            Scenario scenario = LooseClusters.of(24_000 * seed + shift);
            TargetAssignment assignment = assignment(scenario, ANYTHING);
            TargetAssignment descended = assignment(scenario, ANYTHING);
            new DescentSolver(Budget.HBAL_USUAL).improve(descended, Objective.of(0, Limits.NONE), new Tries(1, 0));
            Objective objective = Objective.of(dice.pick(0.0, 1e-6, 1e-4), limits(dice, descended))
                    .withWork(
                            dice.chance(0.3)
                                    ? OptionalDouble.of(dice.fraction()
                                            * descended.changeCost().work())
                                    : OptionalDouble.empty());
            if (shift % 2 == 0) {
                new DescentSolver(Budget.HBAL_USUAL).improve(assignment, objective, new Tries(1, 0));
            }
            Standing start = standing(assignment, objective);
            assertThat(objective.admits(assignment.changeCost())).isTrue();
            anneal(assignment, objective, TRIES);
            assertThat(objective.admits(assignment.changeCost())).isTrue();
            assertThat(standing(assignment, objective)).isLessThanOrEqualTo(start);
            improved += standing(assignment, objective).compareTo(start) < 0 ? 1 : 0;
        }
        assertThat(improved).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aGoalIsReachedWithLessDataThanByTheDescent(long seed) {
        TargetAssignment assignment = skewed(seed);
        DescentSolver descent = new DescentSolver(Budget.HBAL_USUAL);
        descent.improve(assignment, Objective.of(0, Limits.NONE), new Tries(1, 0));
        double goal = assignment.score();
        long dearest = assignment.changeCost().dataMib();
        Objective objective = new Objective(1e-7, Limits.NONE, OptionalDouble.empty(), OptionalDouble.of(goal));
        anneal(assignment, objective, 5 * TRIES);
        assertThat(assignment.score()).isLessThanOrEqualTo(goal);
        assertThat(assignment.changeCost().dataMib()).isLessThan(dearest);
        TargetAssignment fromHome = skewed(seed);
        anneal(fromHome, objective, 5 * TRIES);
        assertThat(fromHome.score()).isLessThanOrEqualTo(goal);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void brokenRulesNeverBecomeMore(long seed) {
        int repaired = 0;
        for (long shift = 0; shift < 15; shift++) {
            Scenario scenario = LooseClusters.of(25_000 * seed + shift);
            TargetRules rules = new TargetRules(
                    MoveRules.ALL, true, true, SomeRules.of(scenario.cluster(), Dice.of(seed + shift)), Rates.USUAL);
            TargetAssignment assignment = assignment(scenario, rules);
            int before = assignment.violations();
            anneal(assignment, Objective.of(1e-7, Limits.NONE), TRIES);
            assertThat(assignment.violations()).isLessThanOrEqualTo(before);
            repaired += assignment.violations() < before ? 1 : 0;
        }
        assertThat(repaired).isPositive();
    }

    @Test
    void theDescentLeavesInstancesAloneThatRulesPin() {
        Scenario scenario = Scenario.of(RandomClusters.skewed(6, 6, 5));
        List<Integer> held = IntStream.range(0, scenario.cluster().instances().size() / 2)
                .boxed()
                .toList();
        TargetRules rules =
                new TargetRules(MoveRules.ALL, false, false, List.of(SomeRules.doNotMove(held)), Rates.USUAL);
        TargetAssignment assignment = assignment(scenario, rules);
        double before = assignment.score();
        new DescentSolver(Budget.HBAL_USUAL).improve(assignment, Objective.of(0, Limits.NONE), new Tries(1, 0));
        assertThat(assignment.score()).isLessThan(before);
        assertThat(assignment.violations()).isZero();
        assertThat(IntStream.range(0, assignment.movedCount()).map(assignment::moved))
                .doesNotContainAnyElementsOf(held);
        anneal(assignment, Objective.of(0, Limits.NONE), TRIES);
        assertThat(IntStream.range(0, assignment.movedCount()).map(assignment::moved))
                .doesNotContainAnyElementsOf(held);
    }

    @Test
    void instancesOnSharedStorageMoveWithoutASecondary() {
        SmallCluster cluster = new SmallCluster().node().node().node();
        for (int i = 0; i < 6; i++) {
            cluster.single(0, instance -> {});
        }
        TargetAssignment assignment =
                new TargetAssignment(cluster.as(ClusterState::new), new int[] {0}, TargetRules.USUAL);
        anneal(assignment, Objective.of(0, Limits.NONE), TRIES);
        for (int node = 0; node < 3; node++) {
            assertThat(assignment.primaries().count(node)).isEqualTo(2);
        }
        assertThat(assignment.changeCost().moves()).isEqualTo(4);
    }

    @Test
    void aClusterWithoutMovableInstancesIsUnchanged() {
        Objective objective = Objective.of(0, Limits.NONE);
        ClusterState empty = new SmallCluster().node().node().as(ClusterState::new);
        ClusterState alone =
                new SmallCluster().node().single(0, i -> {}).single(0, i -> {}).as(ClusterState::new);
        ClusterState fixed = new SmallCluster()
                .node()
                .node()
                .drbd(0, 1, i -> i.autoBalance = false)
                .as(ClusterState::new);
        ClusterState nowhere = new SmallCluster().as(ClusterState::new);
        for (ClusterState state : List.of(empty, alone, fixed, nowhere)) {
            TargetAssignment assignment = new TargetAssignment(state, new int[] {0}, TargetRules.USUAL);
            anneal(assignment, objective, TRIES);
            assertThat(assignment.movedCount()).isZero();
        }
    }

    @Test
    void instancesLeaveOfflineNodes() {
        ClusterState state = new SmallCluster()
                .node(node -> node.offline = true)
                .node()
                .node()
                .node()
                .drbd(0, 1)
                .drbd(1, 0)
                .drbd(0, 2)
                .single(0, i -> {})
                .as(ClusterState::new);
        TargetAssignment assignment = anneal(
                new TargetAssignment(state, new int[] {0}, TargetRules.USUAL), Objective.of(1e-9, Limits.NONE), TRIES);
        for (int i : assignment.movable()) {
            assertThat(assignment.primary(i)).isNotZero();
            assertThat(assignment.secondary(i)).isNotZero();
        }
    }

    @Test
    void reportsOfTriesEndAtTheLimit() {
        Tries watch = new Tries(1, TRIES);
        new Annealer().improve(skewed(1), Objective.of(0, Limits.NONE), watch);
        assertThat(watch.reports())
                .isNotEmpty()
                .allSatisfy(tries -> assertThat(tries).isLessThan(TRIES + 2 * 2 * AnnealingChain.STEPS_PER_UPDATE * 8));
        assertThat(watch.reports().getLast()).isGreaterThanOrEqualTo(TRIES);
    }
}
