package org.ballast.optimizer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.testkit.Dice;

/** Rules of all kinds for a cluster, and moves of its instances, by chance. */
record RandomRules(Cluster cluster, Dice dice) {

    List<PlacementRule> rules() {
        List<PlacementRule> rules = new ArrayList<>();
        int count = dice.between(1, 8);
        for (int k = 0; k < count; k++) {
            rules.add(rule(RuleOrigin.in("rule " + k)));
        }
        return rules;
    }

    /** Returns limits of which some places have reached theirs. */
    List<PlacementRule> tightRules() {
        List<Integer> instances = all(cluster.instances().size());
        List<PlacementRule> rules = new ArrayList<>();
        for (Copies copies : Copies.values()) {
            Places places = places();
            int[] residents = new int[places.count()];
            for (Instance instance : cluster.instances()) {
                Placement placement = instance.placement();
                Set<Integer> mine = new HashSet<>();
                if (copies.withPrimary()) {
                    mine.addAll(places.ofNode().get(placement.primary()));
                }
                if (copies.withSecondary() && placement.hasSecondary()) {
                    mine.addAll(places.ofNode().get(placement.secondary()));
                }
                mine.forEach(place -> residents[place]++);
            }
            int fullest = Arrays.stream(residents).max().orElse(0);
            rules.add(new PlacementRule.AtMost(
                    RuleOrigin.in("tight"), Math.max(1, fullest - 1), instances, places, copies));
        }
        return rules;
    }

    private PlacementRule rule(RuleOrigin origin) {
        List<Integer> instances = dice.some(all(cluster.instances().size()), 12);
        Set<Integer> nodes = new HashSet<>(dice.some(all(cluster.nodes().size()), 6));
        Copies copies = dice.pick(Copies.values());
        return switch (dice.between(0, 7)) {
            case 0 -> new PlacementRule.KeepApart(origin, instances, places(), copies);
            case 1 -> new PlacementRule.KeepTogether(origin, instances, places());
            case 2 -> new PlacementRule.AtMost(origin, dice.between(0, 3), instances, places(), copies);
            case 3 -> new PlacementRule.CopiesApart(origin, instances, places());
            case 4 -> new PlacementRule.AllowedNodes(origin, instances, nodes, copies);
            case 5 -> new PlacementRule.ForbiddenNodes(origin, instances, nodes, copies);
            case 6 -> new PlacementRule.Pinned(origin, instances, copies);
            default -> new PlacementRule.DoNotMove(origin, dice.some(instances, 2));
        };
    }

    /** Returns nodes, or domains of which nodes may be in up to three. */
    private Places places() {
        if (dice.chance(0.5)) {
            return Places.nodes(cluster);
        }
        int count = dice.between(1, 4);
        List<List<Integer>> ofNode = cluster.nodes().stream()
                .map(node -> {
                    List<Integer> several = dice.some(all(count), 3);
                    return several.isEmpty() ? List.of(dice.between(0, count - 1)) : several;
                })
                .toList();
        return new Places("rack", ofNode, count);
    }

    /** Returns a move of any instance that can be thought of, given where all are; whether it is wise is left open. */
    Plan.Step step(List<Placement> now) {
        int instance = dice.between(0, now.size() - 1);
        Placement from = now.get(instance);
        List<Integer> others = new ArrayList<>(all(cluster.nodes().size()));
        others.removeAll(List.of(from.primary(), from.secondary()));
        int target = others.isEmpty() ? from.primary() : dice.pick(others);
        Move move = from.hasSecondary()
                ? dice.pick(
                        new Move.Failover(instance),
                        new Move.ReplacePrimary(instance, target),
                        new Move.ReplaceSecondary(instance, target),
                        new Move.ReplaceAndFailover(instance, target),
                        new Move.FailoverAndReplace(instance, target))
                : new Move.FailoverToAny(instance, target);
        return new Plan.Step(move, from, 0);
    }

    private static List<Integer> all(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
