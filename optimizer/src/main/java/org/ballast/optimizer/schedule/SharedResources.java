package org.ballast.optimizer.schedule;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;

/**
 * The resources for which the order of moves matters: the nodes that they touch, and the places in which users' rules
 * count the instances that move. Both are numbered, the nodes first.
 */
final class SharedResources {
    private final int nodes;
    private final List<PlacementRule> rules;
    private final List<Set<Integer>> members;

    SharedResources(Cluster cluster, List<PlacementRule> rules) {
        nodes = cluster.nodes().size();
        this.rules = rules;
        members = rules.stream()
                .<Set<Integer>>map(rule -> new HashSet<>(rule.instances()))
                .toList();
    }

    BitSet of(Plan.Step step) {
        BitSet resources = nodes(step);
        int[] touched = resources.stream().toArray();
        int offset = nodes;
        for (int k = 0; k < rules.size(); k++) {
            Optional<Places> places = counted(rules.get(k));
            if (places.isPresent() && members.get(k).contains(step.move().instance())) {
                for (int node : touched) {
                    for (int place : places.get().ofNode().get(node)) {
                        resources.set(offset + place);
                    }
                }
            }
            offset += places.map(Places::count).orElse(0);
        }
        return resources;
    }

    /** Returns the places in which a rule counts instances; other rules are about one instance alone. */
    private static Optional<Places> counted(PlacementRule rule) {
        return switch (rule) {
            case PlacementRule.KeepApart apart -> Optional.of(apart.places());
            case PlacementRule.AtMost most -> Optional.of(most.places());
            case PlacementRule.KeepTogether _,
                    PlacementRule.CopiesApart _,
                    PlacementRule.AllowedNodes _,
                    PlacementRule.ForbiddenNodes _,
                    PlacementRule.Pinned _,
                    PlacementRule.DoNotMove _ -> Optional.empty();
        };
    }

    /** Returns the nodes that a move touches. */
    static BitSet nodes(Plan.Step step) {
        BitSet nodes = new BitSet();
        add(nodes, step.from());
        add(nodes, step.to());
        return nodes;
    }

    private static void add(BitSet nodes, Placement placement) {
        nodes.set(placement.primary());
        if (placement.hasSecondary()) {
            nodes.set(placement.secondary());
        }
    }
}
