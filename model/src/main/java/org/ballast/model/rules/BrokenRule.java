package org.ballast.model.rules;

import org.ballast.model.Cluster;

/**
 * A rule that is not kept.
 *
 * @param rule the rule
 * @param violations how many violations it has, more than 0
 */
public record BrokenRule(PlacementRule rule, int violations) {
    /** Returns one line that names the rule and says how far it is from being kept. */
    public String describe(Cluster cluster) {
        return rule.describe(cluster) + ": " + violations + (violations == 1 ? " violation" : " violations");
    }
}
