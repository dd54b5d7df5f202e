package org.ballast.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ballast.checker.RuleChecker;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleConflict;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.testkit.Dice;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to be impossible is not found among all placements there are; what one rule makes impossible is said. */
class RuleConflictsPropertyTest {
    private static final int NODES = 3;
    private static final int INSTANCES = 4;

    /** Every instance may be everywhere. */
    private static final Reach ANYWHERE = new Reach() {
        @Override
        public boolean isMovable(int instance) {
            return true;
        }

        @Override
        public boolean mayRun(int instance, int node) {
            return true;
        }

        @Override
        public boolean mayHaveCopy(int instance, int node) {
            return true;
        }
    };

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void conflictsAreThoseThatNoPlacementResolves(long seed) {
        Dice dice = Dice.of(seed);
        Scenario scenario = scenario(dice);
        Cluster cluster = scenario.cluster();
        List<PlacementRule> rules = new ArrayList<>();
        int count = dice.between(1, 4);
        for (int k = 0; k < count; k++) {
            rules.add(rule(cluster, dice, RuleOrigin.in("rule " + k)));
        }
        RuleConflicts found = RuleConflicts.of(scenario, rules, ANYWHERE, true);
        List<List<Placement>> all = placements(cluster);
        for (RuleConflict conflict : found.conflicts()) {
            assertThat(isPossible(cluster, conflict.rules(), all))
                    .as(() -> conflict.describe(cluster))
                    .isFalse();
        }
        List<Placement> home =
                cluster.instances().stream().map(Instance::placement).toList();
        List<PlacementRule> kept = rules.stream()
                .filter(rule ->
                        new RuleChecker(cluster, List.of(rule)).broken(home).isEmpty())
                .toList();
        for (int k = 0; k < rules.size(); k++) {
            PlacementRule rule = rules.get(k);
            List<PlacementRule> with = new ArrayList<>(kept);
            with.add(rule);
            if (!found.waived().of(k).isEmpty()) {
                assertThat(kept).doesNotContain(rule);
                assertThat(isPossible(cluster, with, all))
                        .as(rule.describe(cluster))
                        .isFalse();
            } else if (!kept.contains(rule) && isProvable(rule, cluster)) {
                assertThat(isPossible(cluster, List.of(rule), all))
                        .as("alone: " + rule.describe(cluster))
                        .isTrue();
            }
        }
    }

    /** A rack of one node cannot have both copies of an instance, which is not looked at. */
    private static boolean isProvable(PlacementRule rule, Cluster cluster) {
        Places nodes = Places.nodes(cluster);
        if (rule instanceof PlacementRule.KeepApart apart) {
            return apart.copies() != Copies.BOTH || apart.places().equals(nodes);
        }
        return !(rule instanceof PlacementRule.AtMost most)
                || most.copies() != Copies.BOTH
                || most.places().equals(nodes);
    }

    private static boolean isPossible(Cluster cluster, List<PlacementRule> rules, List<List<Placement>> all) {
        RuleChecker checker = new RuleChecker(cluster, rules);
        return all.stream().anyMatch(placements -> checker.broken(placements).isEmpty());
    }

    private static Scenario scenario(Dice dice) {
        SmallCluster cluster = new SmallCluster();
        for (int node = 0; node < NODES; node++) {
            cluster.node();
        }
        for (int instance = 0; instance < INSTANCES; instance++) {
            int primary = dice.between(0, NODES - 1);
            if (dice.chance(0.7)) {
                cluster.drbd(primary, (primary + dice.between(1, NODES - 1)) % NODES);
            } else {
                cluster.single(primary, draft -> {});
            }
        }
        return cluster.scenario();
    }

    /** Of rules about each instance alone there is one for each instance. */
    private static PlacementRule rule(Cluster cluster, Dice dice, RuleOrigin origin) {
        List<Integer> several = new ArrayList<>();
        while (several.size() < 2) {
            several = new ArrayList<>(dice.some(all(INSTANCES), INSTANCES));
        }
        List<Integer> one = List.of(dice.between(0, INSTANCES - 1));
        Set<Integer> nodes = new HashSet<>(dice.some(all(NODES), NODES));
        Copies copies = dice.pick(Copies.values());
        Places places = dice.chance(0.6)
                ? Places.nodes(cluster)
                : new Places("rack", List.of(List.of(0), List.of(0), List.of(1)), 2);
        return switch (dice.between(0, 7)) {
            case 0, 1 -> new PlacementRule.KeepApart(origin, several, places, copies);
            case 2, 3 -> new PlacementRule.KeepTogether(origin, several, places);
            case 4 -> new PlacementRule.AtMost(origin, dice.between(1, 2), several, places, copies);
            case 5 -> new PlacementRule.AllowedNodes(origin, one, nodes, copies);
            case 6 -> new PlacementRule.ForbiddenNodes(origin, one, nodes, copies);
            default ->
                dice.chance(0.5)
                        ? new PlacementRule.Pinned(origin, one, copies)
                        : new PlacementRule.CopiesApart(origin, one, places);
        };
    }

    private static List<List<Placement>> placements(Cluster cluster) {
        List<List<Placement>> all = List.of(List.of());
        for (Instance instance : cluster.instances()) {
            List<List<Placement>> longer = new ArrayList<>();
            for (List<Placement> before : all) {
                for (int primary = 0; primary < NODES; primary++) {
                    for (int secondary = instance.placement().hasSecondary() ? 0 : Placement.NONE;
                            secondary < (instance.placement().hasSecondary() ? NODES : 0);
                            secondary++) {
                        if (primary != secondary) {
                            List<Placement> now = new ArrayList<>(before);
                            now.add(new Placement(primary, secondary));
                            longer.add(now);
                        }
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<Integer> all(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
