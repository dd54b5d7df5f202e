package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.RoleChanges;
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.Dice;
import org.ballast.testkit.LooseClusters;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAssignmentTest {
    private static final TargetRules ANYTHING =
            new TargetRules(MoveRules.ALL, true, true, List.of(), new Rates(37, 91, 2));

    private static TargetAssignment assignment(Scenario scenario, TargetRules rules) {
        int[] groups = IntStream.range(0, scenario.cluster().groups().size()).toArray();
        return new TargetAssignment(new ClusterState(scenario), groups, rules);
    }

    /** Some nodes are dead, and some instances must not be migrated live. */
    private static TargetRules withAnyChanges(Cluster cluster, Dice dice) {
        Set<Integer> dead = new HashSet<>(
                dice.some(IntStream.range(0, cluster.nodes().size()).boxed().toList(), 2));
        Set<Integer> neverLive = new HashSet<>(
                dice.some(IntStream.range(0, cluster.instances().size()).boxed().toList(), 20));
        return new TargetRules(
                MoveRules.ALL, true, true, List.of(), new Rates(37, 91, 2, new RoleChanges(dead, neverLive)));
    }

    /** Puts some instances somewhere, whether there is room or not. */
    private static void scatter(TargetAssignment assignment, int changes, Dice dice) {
        int[] movable = assignment.movable();
        int[] targets = assignment.targets();
        for (int k = 0; k < changes && movable.length > 0 && targets.length > 1; k++) {
            int i = movable[dice.between(0, movable.length - 1)];
            int p = dice.chance(0.3) ? assignment.primary(i) : targets[dice.between(0, targets.length - 1)];
            int s = dice.chance(0.3) ? assignment.firstSecondary(i) : targets[dice.between(0, targets.length - 1)];
            if (!assignment.hasSecondary(i)) {
                assignment.place(i, p, Placement.NONE);
            } else if (p != s) {
                assignment.place(i, p, s);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theChangeCostIsThatOfTheCheapestRealMoves(long seed) {
        int changed = 0;
        for (long shift = 0; shift < 30; shift++) {
            Scenario scenario = LooseClusters.of(21_000 * seed + shift);
            TargetAssignment assignment =
                    assignment(scenario, withAnyChanges(scenario.cluster(), Dice.of(seed - shift)));
            scatter(assignment, 20, Dice.of(seed + shift));
            assertBill(assignment, scenario.cluster());
            changed += assignment.movedCount();
        }
        assertThat(changed).isGreaterThan(100);
    }

    private static void assertBill(TargetAssignment assignment, Cluster cluster) {
        Cost total = Cost.NONE;
        Set<Integer> elsewhere = new HashSet<>();
        for (int i : assignment.movable()) {
            Placement to = new Placement(assignment.primary(i), assignment.secondary(i));
            if (!to.equals(cluster.instances().get(i).placement())) {
                elsewhere.add(i);
                // A way over any third node costs the same as over any other.
                Set<Integer> nodes = new HashSet<>(List.of(to.primary(), assignment.firstPrimary(i), 0));
                if (to.hasSecondary()) {
                    nodes.addAll(List.of(to.secondary(), assignment.firstSecondary(i)));
                }
                total = total.plus(
                        new CheapestWays(cluster, i, nodes, assignment.rules().rates()).to(to));
            }
        }
        ChangeCost changeCost = assignment.changeCost();
        assertThat(changeCost.moves()).isEqualTo(total.moves());
        assertThat(changeCost.dataMib()).isEqualTo(total.dataMib());
        assertThat(changeCost.instances()).isEqualTo(elsewhere.size());
        assertThat(changeCost.work()).isCloseTo(total.work(), within(0.005 * (1 + elsewhere.size())));
        assertThat(IntStream.range(0, assignment.movedCount()).map(assignment::moved))
                .containsExactlyInAnyOrderElementsOf(elsewhere);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void residentsAreKnownByNodeAndRole(long seed) {
        for (long shift = 0; shift < 30; shift++) {
            Scenario scenario = LooseClusters.of(22_000 * seed + shift);
            TargetAssignment assignment = assignment(scenario, ANYTHING);
            scatter(assignment, 40, Dice.of(seed + shift));
            for (int node = 0; node < scenario.cluster().nodes().size(); node++) {
                int here = node;
                assertThat(members(assignment.primaries(), node))
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(assignment.movable())
                                .filter(i -> assignment.primary(i) == here)
                                .boxed()
                                .toList());
                assertThat(members(assignment.secondaries(), node))
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(assignment.movable())
                                .filter(i -> assignment.secondary(i) == here)
                                .boxed()
                                .toList());
            }
        }
    }

    private static List<Integer> members(RoleResidents residents, int node) {
        return IntStream.range(0, residents.count(node))
                .mapToObj(at -> residents.get(node, at))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void risesAreDifferencesOfScoreAndOfChangeCost(long seed) {
        int compared = 0;
        for (long shift = 0; shift < 30; shift++) {
            Scenario scenario = LooseClusters.of(23_000 * seed + shift);
            Dice dice = Dice.of(seed + shift);
            TargetAssignment assignment = assignment(scenario, ruled(scenario.cluster(), dice));
            PenaltyWeights penaltyWeights = new PenaltyWeights(1e-4, 0.3, 0.07, 0.002);
            int[] movable = assignment.movable();
            int[] targets = assignment.targets();
            for (int k = 0;
                    k < 60 && movable.length > 0 && targets.length > 1 && !Double.isNaN(assignment.score());
                    k++) {
                int i = movable[dice.between(0, movable.length - 1)];
                int p = dice.chance(0.5) ? assignment.primary(i) : targets[dice.between(0, targets.length - 1)];
                int s = assignment.hasSecondary(i) ? targets[dice.between(0, targets.length - 1)] : Placement.NONE;
                double rise = assignment.rise(i, p, s);
                if (rise != TargetAssignment.REFUSED) {
                    double costRise = assignment.costRise(i, p, s, penaltyWeights);
                    double worth = assignment.worth();
                    double cost = cost(assignment.changeCost(), penaltyWeights);
                    assignment.place(i, p, s);
                    assertThat(rise).isCloseTo(assignment.worth() - worth, within(1e-9 * Math.max(1, worth)));
                    assertThat(costRise).isCloseTo(cost(assignment.changeCost(), penaltyWeights) - cost, within(1e-6));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static double cost(ChangeCost changeCost, PenaltyWeights penaltyWeights) {
        return penaltyWeights.ofMib() * changeCost.dataMib()
                + penaltyWeights.ofMove() * changeCost.moves()
                + penaltyWeights.ofInstance() * changeCost.instances()
                + penaltyWeights.ofSecond() * changeCost.work();
    }

    private static TargetRules ruled(Cluster cluster, Dice dice) {
        return new TargetRules(MoveRules.ALL, true, true, SomeRules.of(cluster, dice), Rates.USUAL);
    }

    @Test
    void aCopyGoesOnByItself() {
        TargetAssignment assignment = assignment(LooseClusters.of(4242), ANYTHING);
        scatter(assignment, 10, Dice.of(1));
        TargetAssignment copy = assignment.copy();
        assertThat(copy.placements()).isEqualTo(assignment.placements());
        assertThat(copy.changeCost()).isEqualTo(assignment.changeCost());
        assertThat(copy.score()).isEqualTo(assignment.score());
        Placement[] before = assignment.placements();
        scatter(copy, 10, Dice.of(2));
        assertThat(copy.placements()).isNotEqualTo(before);
        assertThat(assignment.placements()).isEqualTo(before);
    }

    @Test
    void returningAllInstancesCostsNothing() {
        TargetAssignment assignment = assignment(LooseClusters.of(4243), ANYTHING);
        double score = assignment.score();
        scatter(assignment, 10, Dice.of(1));
        assertThat(assignment.movedCount()).isPositive();
        for (int i : assignment.movable()) {
            assignment.place(i, assignment.firstPrimary(i), assignment.firstSecondary(i));
        }
        assertThat(assignment.changeCost()).isEqualTo(new ChangeCost(0, 0, 0, 0));
        assertThat(assignment.score()).isEqualTo(score);
    }

    @Test
    void instancesThatRulesPinAreNotMovable() {
        ClusterState state =
                new SmallCluster().node().node().drbd(0, 1).drbd(0, 1).as(ClusterState::new);
        List<PlacementRule> rules = List.of(new PlacementRule.DoNotMove(RuleOrigin.in("test"), List.of(1)));
        TargetAssignment assignment = new TargetAssignment(
                state, new int[] {0}, new TargetRules(MoveRules.ALL, false, false, rules, Rates.USUAL));
        assertThat(assignment.movable()).containsExactly(0);
        assertThat(assignment.isMovable(0)).isTrue();
        assertThat(assignment.isMovable(1)).isFalse();
    }

    @Test
    void brokenRulesWeighMoreThanAnyScore() {
        ClusterState state =
                new SmallCluster().node().node().node().drbd(0, 1).drbd(0, 1).as(ClusterState::new);
        List<PlacementRule> rules = new ArrayList<>();
        rules.add(new PlacementRule.ForbiddenNodes(RuleOrigin.in("test"), List.of(0), Set.of(2), Copies.BOTH));
        TargetAssignment assignment = new TargetAssignment(
                state, new int[] {0}, new TargetRules(MoveRules.ALL, false, false, rules, Rates.USUAL));
        assertThat(assignment.rise(1, 2, 1)).isLessThan(0);
        assertThat(assignment.rise(0, 2, 1)).isGreaterThan(1000);
    }
}
