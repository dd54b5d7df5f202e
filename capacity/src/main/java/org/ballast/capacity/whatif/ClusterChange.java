package org.ballast.capacity.whatif;

import java.util.Optional;
import org.ballast.capacity.bottleneck.NodeHardware;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Scenario;

/** A hypothetical change of a cluster. */
public sealed interface ClusterChange {
    /** How many nodes may be added at once: a slip of the finger must not fill the memory. */
    int MOST_NODES = 100_000;

    /**
     * The cluster afterwards.
     *
     * @param scenario the cluster, with all that a run adds to it
     * @param losses what happened to its instances
     */
    record Effect(Scenario scenario, Losses losses) {}

    /**
     * Makes the change.
     *
     * @throws BadChange if the cluster cannot undergo it
     */
    default Effect applyTo(Scenario scenario) {
        return switch (this) {
            case AddNodes add -> Growth.add(scenario, add);
            case AddGroup add -> Growth.add(scenario, add);
            case Upgrade upgrade -> Growth.upgrade(scenario, upgrade);
            case LoseNode(String node) -> Loss.of(scenario, NameFinder.node(scenario, node));
            case LoseGroup(String group) -> Loss.ofGroup(scenario, NameFinder.group(scenario, group));
        };
    }

    /**
     * New nodes in a group. They are like those of a simulation: they keep one CPU for themselves, and their storage is
     * exclusive if that of all nodes in the group is.
     *
     * @param count how many
     * @param each what is in each of them
     * @param group the group's name; without one the first group that takes new instances
     */
    record AddNodes(int count, NodeHardware each, Optional<String> group) implements ClusterChange {
        /** Rejects counts that are none. */
        public AddNodes {
            requireCount(count);
        }
    }

    /**
     * A new group of equal nodes with the cluster's policy.
     *
     * @param allocationPolicy whether new instances may be placed there
     * @param count how many nodes
     * @param each what is in each of them
     * @param exclusiveStorage whether instances own whole spindles
     */
    record AddGroup(AllocationPolicy allocationPolicy, int count, NodeHardware each, boolean exclusiveStorage)
            implements ClusterChange {
        /** Rejects counts that are none. */
        public AddGroup {
            requireCount(count);
        }
    }

    /**
     * More hardware in nodes that are online.
     *
     * @param each what is added to each of them
     * @param where to which
     */
    record Upgrade(NodeHardware each, Where where) implements ClusterChange {}

    /** A choice of nodes. */
    sealed interface Where {
        /** All. */
        record Everywhere() implements Where {}

        /**
         * One node.
         *
         * @param name its name
         */
        record OnNode(String name) implements Where {}

        /**
         * Those of a group.
         *
         * @param name the group's name
         */
        record InGroup(String name) implements Where {}
    }

    /**
     * The loss of a node for good. Mirrored instances fail over and get other secondary nodes, the others restart
     * elsewhere in the group; those that find no place are stranded.
     *
     * @param name its name
     */
    record LoseNode(String name) implements ClusterChange {}

    /**
     * The loss of all nodes of a group for good, and at the same time; what was on them cannot go to another group.
     *
     * @param name the group's name
     */
    record LoseGroup(String name) implements ClusterChange {}

    private static void requireCount(int count) {
        if (count < 1 || count > MOST_NODES) {
            throw new BadChange("expected from 1 to " + MOST_NODES + " new nodes, found " + count);
        }
    }
}
