package org.ballast.capacity.bottleneck;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.Scenario;

/**
 * The hardware that would have to be added before more instances fit.
 *
 * @param wanted how many more
 * @param fitting how many fit now
 * @param alone what would do of one resource alone, for each resource of which more helps
 * @param together the cheapest mixture that was found, if no resource alone would do
 * @param hindrance why nothing would do
 */
public record Expansion(
        int wanted, int fitting, List<Addition> alone, Optional<Addition> together, Optional<Obstacle> hindrance) {
    /** Copies the list. */
    public Expansion {
        alone = List.copyOf(alone);
    }

    /** The reason for which more hardware in existing nodes does not help. */
    public enum Obstacle {
        /** No node may be used. */
        NO_NODE("no node may be used"),
        /** Some node cannot host the failovers it may have to, so that nothing is placed at all. */
        UNHEALTHY("the cluster is not healthy"),
        /** The instances need two nodes of a group, and none has two. */
        TOO_FEW_NODES("no group has two nodes to use"),
        /** No group's policy accepts such instances. */
        POLICY("the policy accepts no such instance"),
        /** A way may exist, but was not found. */
        NOT_FOUND("no way was found");

        private final String label;

        Obstacle(String label) {
            this.label = label;
        }

        /** Returns the words for reports. */
        public String label() {
            return label;
        }
    }

    /**
     * Searches the cheapest hardware.
     *
     * @param progress is told again and again how many instances are placed
     */
    public static Expansion search(
            Scenario scenario,
            CapacityRules rules,
            InstanceShape shape,
            int wanted,
            ExpansionEffort effort,
            IntConsumer progress) {
        return new Expander(scenario, rules, shape, progress).search(wanted, effort);
    }
}
