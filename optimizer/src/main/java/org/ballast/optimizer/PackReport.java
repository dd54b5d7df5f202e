package org.ballast.optimizer;

import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.Node;

/**
 * Which nodes a plan leaves empty, and why not more.
 *
 * @param before how many online nodes have anything at the start
 * @param emptied the nodes that become empty, in ascending order
 * @param emptyBefore the online nodes that are empty at the start, and stay so
 * @param stays the nodes that keep something, and why
 * @param bound a number of nodes that no plan gets below
 */
public record PackReport(int before, List<Integer> emptied, List<Integer> emptyBefore, List<Stay> stays, Bound bound) {
    /** Copies the lists. */
    public PackReport {
        emptied = List.copyOf(emptied);
        emptyBefore = List.copyOf(emptyBefore);
        stays = List.copyOf(stays);
    }

    /** Returns how many nodes have anything at the end. */
    public int after() {
        return before - emptied.size();
    }

    /** Returns whether it is proven that no plan needs fewer nodes. */
    public boolean isFewest() {
        return after() <= bound.nodes();
    }

    /**
     * A node that is not emptied.
     *
     * @param node its index
     * @param why the reason
     */
    public record Stay(int node, Why why) {
        /** Returns it in words. */
        public String describe(Cluster cluster) {
            return cluster.nodes().get(node).name() + ": " + why.describe(cluster);
        }
    }

    /** Why a node is not emptied. */
    public sealed interface Why {
        /** Returns it in words. */
        String describe(Cluster cluster);

        /** There is no other place for some instances, whatever else moves. */
        record Bound(List<String> conflicts) implements Why {
            /** Copies the list. */
            public Bound {
                conflicts = List.copyOf(conflicts);
            }

            @Override
            public String describe(Cluster cluster) {
                return String.join("; ", conflicts);
            }
        }

        /** Together with the nodes that are empty, this one would leave fewer than are needed. */
        record Needed() implements Why {
            @Override
            public String describe(Cluster cluster) {
                return "no fewer nodes are enough";
            }
        }

        /**
         * The search found no safe plan that empties it as well; no proof.
         *
         * @param instances how many have a copy there
         */
        record NotFound(int instances) implements Why {
            @Override
            public String describe(Cluster cluster) {
                return "no safe plan was found that also moves " + instances
                        + (instances == 1 ? " instance" : " instances") + " from there";
            }
        }
    }

    /**
     * So many nodes are needed at least.
     *
     * @param nodes the number
     * @param reason what they are needed for
     */
    public record Bound(int nodes, String reason) {}

    /** Returns the names of nodes, joined. */
    public static List<String> names(Cluster cluster, List<Integer> nodes) {
        return nodes.stream().map(cluster.nodes()::get).map(Node::name).toList();
    }
}
