package org.ballast.optimizer.target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.testkit.Dice;

/** A few placement rules of all kinds, some of which the cluster breaks. */
public final class SomeRules {
    private SomeRules() {}

    /** Returns up to four rules. */
    public static List<PlacementRule> of(Cluster cluster, Dice dice) {
        List<PlacementRule> rules = new ArrayList<>();
        int count = dice.between(1, 4);
        for (int k = 0; k < count && !cluster.instances().isEmpty(); k++) {
            rules.add(one(cluster, dice, RuleOrigin.in("rule " + k)));
        }
        return rules;
    }

    /** Returns a rule that holds instances where they are. */
    public static PlacementRule doNotMove(List<Integer> instances) {
        return new PlacementRule.DoNotMove(RuleOrigin.in("test"), instances);
    }

    private static PlacementRule one(Cluster cluster, Dice dice, RuleOrigin origin) {
        List<Integer> instances = dice.some(all(cluster.instances().size()), 6);
        Set<Integer> nodes = new HashSet<>(dice.some(all(cluster.nodes().size()), 4));
        Places places = Places.nodes(cluster);
        Copies copies = dice.pick(Copies.values());
        return switch (dice.between(0, 6)) {
            case 0 -> new PlacementRule.KeepApart(origin, instances, places, copies);
            case 1 -> new PlacementRule.KeepTogether(origin, instances, places);
            case 2 -> new PlacementRule.AtMost(origin, dice.between(1, 2), instances, places, copies);
            case 3 -> new PlacementRule.AllowedNodes(origin, instances, nodes, copies);
            case 4 -> new PlacementRule.ForbiddenNodes(origin, instances, nodes, copies);
            case 5 -> new PlacementRule.Pinned(origin, instances, copies);
            default -> new PlacementRule.DoNotMove(origin, dice.some(instances, 2));
        };
    }

    private static List<Integer> all(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
