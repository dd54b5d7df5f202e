package org.ballast.planner.search;

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
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.planner.balance.MoveRules;
import org.ballast.planner.cost.Cost;
import org.ballast.planner.cost.Rates;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.LooseClusters;
import org.ballast.planner.state.SmallCluster;
import org.ballast.testkit.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
    private static final TargetRules ANYTHING =
            new TargetRules(MoveRules.ALL, true, true, List.of(), new Rates(37, 91, 2));

    private static Draft draft(Scenario scenario, TargetRules rules) {
        int[] groups = IntStream.range(0, scenario.cluster().groups().size()).toArray();
        return new Draft(new ClusterState(scenario), groups, rules);
    }

    /** Puts some instances somewhere, whether there is room or not. */
    private static void scatter(Draft draft, int changes, Dice dice) {
        int[] movable = draft.movable();
        int[] targets = draft.targets();
        for (int k = 0; k < changes && movable.length > 0 && targets.length > 1; k++) {
            int i = movable[dice.between(0, movable.length - 1)];
            int p = dice.chance(0.3) ? draft.primary(i) : targets[dice.between(0, targets.length - 1)];
            int s = dice.chance(0.3) ? draft.firstSecondary(i) : targets[dice.between(0, targets.length - 1)];
            if (!draft.hasSecondary(i)) {
                draft.place(i, p, Placement.NONE);
            } else if (p != s) {
                draft.place(i, p, s);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theBillIsThatOfTheCheapestRealMoves(long seed) {
        int changed = 0;
        for (long shift = 0; shift < 30; shift++) {
            Scenario scenario = LooseClusters.of(21_000 * seed + shift);
            Draft draft = draft(scenario, ANYTHING);
            scatter(draft, 20, Dice.of(seed + shift));
            assertBill(draft, scenario.cluster());
            changed += draft.movedCount();
        }
        assertThat(changed).isGreaterThan(100);
    }

    private static void assertBill(Draft draft, Cluster cluster) {
        Cost total = Cost.NONE;
        Set<Integer> elsewhere = new HashSet<>();
        for (int i : draft.movable()) {
            Placement to = new Placement(draft.primary(i), draft.secondary(i));
            if (!to.equals(cluster.instances().get(i).placement())) {
                elsewhere.add(i);
                // A way over any third node costs the same as over any other.
                Set<Integer> nodes = new HashSet<>(List.of(to.primary(), draft.firstPrimary(i), 0));
                if (to.hasSecondary()) {
                    nodes.addAll(List.of(to.secondary(), draft.firstSecondary(i)));
                }
                total = total.plus(
                        new CheapestWays(cluster, i, nodes, draft.rules().rates()).to(to));
            }
        }
        Bill bill = draft.bill();
        assertThat(bill.moves()).isEqualTo(total.moves());
        assertThat(bill.dataMib()).isEqualTo(total.dataMib());
        assertThat(bill.instances()).isEqualTo(elsewhere.size());
        assertThat(bill.work()).isCloseTo(total.work(), within(0.005 * (1 + elsewhere.size())));
        assertThat(IntStream.range(0, draft.movedCount()).map(draft::moved))
                .containsExactlyInAnyOrderElementsOf(elsewhere);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoIsWhereIsKnownByNode(long seed) {
        for (long shift = 0; shift < 30; shift++) {
            Scenario scenario = LooseClusters.of(22_000 * seed + shift);
            Draft draft = draft(scenario, ANYTHING);
            scatter(draft, 40, Dice.of(seed + shift));
            for (int node = 0; node < scenario.cluster().nodes().size(); node++) {
                int here = node;
                assertThat(members(draft.primaries(), node))
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(draft.movable())
                                .filter(i -> draft.primary(i) == here)
                                .boxed()
                                .toList());
                assertThat(members(draft.secondaries(), node))
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(draft.movable())
                                .filter(i -> draft.secondary(i) == here)
                                .boxed()
                                .toList());
            }
        }
    }

    private static List<Integer> members(Residents residents, int node) {
        return IntStream.range(0, residents.count(node))
                .mapToObj(at -> residents.get(node, at))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void risesAreDifferencesOfWorthAndOfTheBill(long seed) {
        int compared = 0;
        for (long shift = 0; shift < 30; shift++) {
            Scenario scenario = LooseClusters.of(23_000 * seed + shift);
            Dice dice = Dice.of(seed + shift);
            Draft draft = draft(scenario, ruled(scenario.cluster(), dice));
            Prices prices = new Prices(1e-4, 0.3, 0.07, 0.002);
            int[] movable = draft.movable();
            int[] targets = draft.targets();
            for (int k = 0; k < 60 && movable.length > 0 && targets.length > 1 && !Double.isNaN(draft.score()); k++) {
                int i = movable[dice.between(0, movable.length - 1)];
                int p = dice.chance(0.5) ? draft.primary(i) : targets[dice.between(0, targets.length - 1)];
                int s = draft.hasSecondary(i) ? targets[dice.between(0, targets.length - 1)] : Placement.NONE;
                double rise = draft.rise(i, p, s);
                if (rise != Draft.REFUSED) {
                    double costRise = draft.costRise(i, p, s, prices);
                    double worth = draft.worth();
                    double cost = cost(draft.bill(), prices);
                    draft.place(i, p, s);
                    assertThat(rise).isCloseTo(draft.worth() - worth, within(1e-9 * Math.max(1, worth)));
                    assertThat(costRise).isCloseTo(cost(draft.bill(), prices) - cost, within(1e-6));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static double cost(Bill bill, Prices prices) {
        return prices.ofMib() * bill.dataMib()
                + prices.ofMove() * bill.moves()
                + prices.ofInstance() * bill.instances()
                + prices.ofSecond() * bill.work();
    }

    private static TargetRules ruled(Cluster cluster, Dice dice) {
        return new TargetRules(MoveRules.ALL, true, true, SomeRules.of(cluster, dice), Rates.USUAL);
    }

    @Test
    void aCopyGoesOnByItself() {
        Draft draft = draft(LooseClusters.of(4242), ANYTHING);
        scatter(draft, 10, Dice.of(1));
        Draft copy = draft.copy();
        assertThat(copy.placements()).isEqualTo(draft.placements());
        assertThat(copy.bill()).isEqualTo(draft.bill());
        assertThat(copy.score()).isEqualTo(draft.score());
        Placement[] before = draft.placements();
        scatter(copy, 10, Dice.of(2));
        assertThat(copy.placements()).isNotEqualTo(before);
        assertThat(draft.placements()).isEqualTo(before);
    }

    @Test
    void broughtHomeNothingIsOwed() {
        Draft draft = draft(LooseClusters.of(4243), ANYTHING);
        double score = draft.score();
        scatter(draft, 10, Dice.of(1));
        assertThat(draft.movedCount()).isPositive();
        for (int i : draft.movable()) {
            draft.place(i, draft.firstPrimary(i), draft.firstSecondary(i));
        }
        assertThat(draft.bill()).isEqualTo(new Bill(0, 0, 0, 0));
        assertThat(draft.score()).isEqualTo(score);
    }

    @Test
    void instancesThatRulesHoldAreNotMovable() {
        ClusterState state =
                new SmallCluster().node().node().drbd(0, 1).drbd(0, 1).state();
        List<PlacementRule> rules = List.of(new PlacementRule.DoNotMove(RuleOrigin.in("test"), List.of(1)));
        Draft draft = new Draft(state, new int[] {0}, new TargetRules(MoveRules.ALL, false, false, rules, Rates.USUAL));
        assertThat(draft.movable()).containsExactly(0);
        assertThat(draft.isMovable(0)).isTrue();
        assertThat(draft.isMovable(1)).isFalse();
    }

    @Test
    void brokenRulesWeighMoreThanAnyBalance() {
        ClusterState state =
                new SmallCluster().node().node().node().drbd(0, 1).drbd(0, 1).state();
        List<PlacementRule> rules = new ArrayList<>();
        rules.add(new PlacementRule.ForbiddenNodes(RuleOrigin.in("test"), List.of(0), Set.of(2), Copies.BOTH));
        Draft draft = new Draft(state, new int[] {0}, new TargetRules(MoveRules.ALL, false, false, rules, Rates.USUAL));
        assertThat(draft.rise(1, 2, 1)).isLessThan(0);
        assertThat(draft.rise(0, 2, 1)).isGreaterThan(1000);
    }
}
