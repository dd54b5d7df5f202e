package org.ballast.model.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.ballast.model.Cluster;

/**
 * Rules that cannot be kept: one by itself, or several together, each of which could be kept without the others.
 *
 * @param rules the rules, at least one
 * @param reason why
 */
public record RuleConflict(List<PlacementRule> rules, ConflictReason reason) {
    /** Copies the list. */
    public RuleConflict {
        rules = List.copyOf(rules);
    }

    /** Returns one line that names the rules and the reason. */
    public String describe(Cluster cluster) {
        return rules.stream().map(rule -> rule.describe(cluster)).collect(Collectors.joining(" and "))
                + (rules.size() == 1 ? ": " : " cannot all be kept: ")
                + reason.describe(cluster);
    }
}
