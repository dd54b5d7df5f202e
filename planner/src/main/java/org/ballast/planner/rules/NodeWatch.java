package org.ballast.planner.rules;

import java.util.Arrays;
import java.util.Set;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;

/** Allowed and forbidden nodes. */
final class NodeWatch extends OwnWatch {
    /** Whether it is a violation to be there: by node index plus 1, with none in front. */
    private final boolean[] asPrimary;

    private final boolean[] asSecondary;

    NodeWatch(PlacementRule.AllowedNodes rule, Homes homes, int nodes) {
        this(rule, homes, listed(rule.nodes(), nodes, false), rule.copies());
    }

    NodeWatch(PlacementRule.ForbiddenNodes rule, Homes homes, int nodes) {
        this(rule, homes, listed(rule.nodes(), nodes, true), rule.copies());
    }

    private NodeWatch(PlacementRule rule, Homes homes, boolean[] bad, Copies copies) {
        super(rule, homes);
        boolean[] fine = new boolean[bad.length];
        asPrimary = copies.withPrimary() ? bad : fine;
        asSecondary = copies.withSecondary() ? bad : fine;
        beginAtHome();
    }

    private NodeWatch(NodeWatch other) {
        super(other);
        asPrimary = other.asPrimary;
        asSecondary = other.asSecondary;
    }

    @Override
    Watch copy() {
        return new NodeWatch(this);
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
