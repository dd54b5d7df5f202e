package org.ballast.optimizer.rules;

import java.util.Arrays;
import java.util.Set;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;

/** The rule of allowed and forbidden nodes. */
final class NodesCounter extends InstanceRuleCounter {
    /** Whether it is a violation to be there: by node index plus 1, with none in front. */
    private final boolean[] asPrimary;

    private final boolean[] asSecondary;

    NodesCounter(PlacementRule.AllowedNodes rule, InitialPlacements homes, int nodes) {
        this(rule, homes, listed(rule.nodes(), nodes, false), rule.copies());
    }

    NodesCounter(PlacementRule.ForbiddenNodes rule, InitialPlacements homes, int nodes) {
        this(rule, homes, listed(rule.nodes(), nodes, true), rule.copies());
    }

    private NodesCounter(PlacementRule rule, InitialPlacements homes, boolean[] bad, Copies copies) {
        super(rule, homes);
        boolean[] fine = new boolean[bad.length];
        asPrimary = copies.withPrimary() ? bad : fine;
        asSecondary = copies.withSecondary() ? bad : fine;
        beginAtHome();
    }

    private NodesCounter(NodesCounter other) {
        super(other);
        asPrimary = other.asPrimary;
        asSecondary = other.asSecondary;
    }

    @Override
    RuleCounter copy() {
        return new NodesCounter(this);
    }

    @Override
    int faults(int instance, int primary, int secondary) {
        return (asPrimary[primary + 1] ? 1 : 0) + (asSecondary[secondary + 1] ? 1 : 0);
    }

    private static boolean[] listed(Set<Integer> listed, int nodes, boolean value) {
        boolean[] bad = new boolean[nodes + 1];
        Arrays.fill(bad, 1, bad.length, !value);
        listed.forEach(node -> bad[node + 1] = value);
        return bad;
    }
}
