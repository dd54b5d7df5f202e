package org.ballast.checker;

import static org.ballast.checker.RefusalText.instanceName;
import static org.ballast.checker.RefusalText.nodeName;
import static org.ballast.checker.RefusalText.placementText;

import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.rules.PlacementRule;

/** A breach of a user's rule by a plan. */
public sealed interface RuleRefusal extends Refusal {
    /** Returns the rule. */
    PlacementRule rule();

    /** An instance moves that must not take part in any move. */
    record Fixed(PlacementRule rule, int instance) implements RuleRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " must not move, by the rule " + rule.describe(cluster);
        }
    }

    /**
     * An instance is worse off with a rule that asks something of each by itself.
     *
     * @param to where it is then
     */
    record Displaced(PlacementRule rule, int instance, Placement to) implements RuleRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " on " + placementText(cluster, to) + " breaks the rule "
                    + rule.describe(cluster);
        }
    }

    /**
     * An instance comes to a place that has, or at the same time may get, as many instances as it may have.
     *
     * @param node the node it comes to, which stands for its failure domain where such are meant
     * @param residents how many of the rule's instances may be in the place then
     * @param limit how many may be
     */
    record Crowded(PlacementRule rule, int instance, int node, int residents, int limit) implements RuleRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " on " + nodeName(cluster, node) + " makes " + residents
                    + " where " + limit + " may be, by the rule " + rule.describe(cluster);
        }
    }

    /** In the end there are more violations of a rule than there were at the start. */
    record Worse(PlacementRule rule, int before, int after) implements RuleRefusal {
        @Override
        public String describe(Cluster cluster) {
            return "violations rise from " + before + " to " + after + " by the end, of the rule "
                    + rule.describe(cluster);
        }
    }
}
