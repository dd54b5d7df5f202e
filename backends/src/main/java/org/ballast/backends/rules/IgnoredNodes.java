package org.ballast.backends.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.RuleOrigin;

/** Nodes that a plan leaves alone: what has a copy there does not move, and nothing else comes there. */
public final class IgnoredNodes {
    /** The tag of such a node. */
    static final String TAG = "ballast:ignore";

    private IgnoredNodes() {}

    /** Returns indices of the nodes that have the tag. */
    private static Set<Integer> tagged(Cluster cluster) {
        return IntStream.range(0, cluster.nodes().size())
                .filter(node -> cluster.nodes().get(node).tags().contains(TAG))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Returns the rules that leave alone the nodes with the tag. */
    static List<PlacementRule> byTags(Cluster cluster) {
        Set<Integer> nodes = tagged(cluster);
        return nodes.isEmpty() ? List.of() : rules(cluster, origin(), nodes);
    }

    private static RuleOrigin origin() {
        return RuleOrigin.in("tag " + TAG);
    }

    /**
     * Returns the rules by which instances on nodes with the tag come to no other of them, for those that have to leave
     * all the same.
     */
    public static List<PlacementRule> ofLeaving(Cluster cluster) {
        Set<Integer> nodes = tagged(cluster);
        Map<Set<Integer>, List<Integer>> byOthers = new LinkedHashMap<>();
        for (int i = 0; i < cluster.instances().size(); i++) {
            Placement placement = cluster.instances().get(i).placement();
            if (isOn(placement, nodes)) {
                Set<Integer> others = new TreeSet<>(nodes);
                others.remove(placement.primary());
                others.remove(placement.secondary());
                byOthers.computeIfAbsent(others, any -> new ArrayList<>()).add(i);
            }
        }
        byOthers.remove(Set.of());
        List<PlacementRule> rules = new ArrayList<>();
        byOthers.forEach((others, instances) ->
                rules.add(new PlacementRule.ForbiddenNodes(origin(), instances, others, Copies.BOTH)));
        return rules;
    }

    /** Returns the rules that leave some nodes alone. */
    public static List<PlacementRule> rules(Cluster cluster, RuleOrigin origin, Set<Integer> nodes) {
        List<Integer> there = new ArrayList<>();
        List<Integer> elsewhere = new ArrayList<>();
        for (int i = 0; i < cluster.instances().size(); i++) {
            Placement placement = cluster.instances().get(i).placement();
            (isOn(placement, nodes) ? there : elsewhere).add(i);
        }
        List<PlacementRule> rules = new ArrayList<>();
        if (!there.isEmpty()) {
            rules.add(new PlacementRule.DoNotMove(origin, there));
        }
        if (!elsewhere.isEmpty()) {
            rules.add(new PlacementRule.ForbiddenNodes(origin, elsewhere, nodes, Copies.BOTH));
        }
        return rules;
    }

    /** Returns whether an instance has a copy on any of the nodes. */
    public static boolean isOn(Placement placement, Set<Integer> nodes) {
        return nodes.contains(placement.primary()) || nodes.contains(placement.secondary());
    }
}
