package org.ballast.checker;

import static org.ballast.checker.RefusalText.instanceName;
import static org.ballast.checker.RefusalText.nodeName;
import static org.ballast.checker.RefusalText.placementText;

import java.util.Locale;
import org.ballast.model.Cluster;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.Placement;

/** A fault of an instance's placement that does not depend on the room of its nodes. */
public sealed interface PlacementRefusal extends Refusal {

    private static String ifFails(Cluster cluster, int node) {
        return "if " + nodeName(cluster, node)
                + (cluster.nodes().get(node).isOffline() ? ", which is offline or drained, is given up" : " failed");
    }

    /** An instance with such disks needs another number of nodes, or the two are one, or in two groups. */
    record WrongNodes(int instance, Placement placement) implements PlacementRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + ", which has "
                    + cluster.instances().get(instance).template().label() + " disks, cannot live on "
                    + placementText(cluster, placement);
        }
    }

    /**
     * The policy of the node's group does not accept the instance.
     *
     * @param violation what it refuses the instance for
     */
    record AgainstPolicy(int instance, int node, InstancePolicy.Violation violation) implements PlacementRefusal {
        @Override
        public String describe(Cluster cluster) {
            String what = violation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            Node asked = cluster.nodes().get(node);
            InstancePolicy policy = cluster.groups().get(asked.group()).policy();
            PolicyBounds bounds = new PolicyBounds(cluster.instances().get(instance), asked, policy);
            return "the group of " + nodeName(cluster, node) + " does not accept the " + what + " of "
                    + instanceName(cluster, instance) + " (" + bounds.of(violation) + ")";
        }
    }

    /**
     * The node's group lacks a network of the instance.
     *
     * @param network the network's identity
     */
    record Disconnected(int instance, int node, String network) implements PlacementRefusal {
        @Override
        public String describe(Cluster cluster) {
            return "the group of " + nodeName(cluster, node) + " is not connected to " + network + ", which "
                    + instanceName(cluster, instance) + " needs";
        }
    }

    /**
     * If a node failed, the instance could not be restarted in its group.
     *
     * @param failed index of the node that fails
     */
    record Stranded(int instance, int failed) implements PlacementRefusal {
        @Override
        public String describe(Cluster cluster) {
            return cluster.nodes().get(failed).isOffline()
                    ? instanceName(cluster, instance) + " cannot be restarted elsewhere, while "
                            + nodeName(cluster, failed) + " is offline or drained"
                    : instanceName(cluster, instance) + " could not be restarted if " + nodeName(cluster, failed)
                            + " failed";
        }
    }

    /**
     * If a node failed, all its instances together would need more memory than is left in their group.
     *
     * @param failed index of the node that fails
     * @param needed memory in MiB that has to be found
     * @param free memory in MiB that is free on all other nodes of the group
     */
    record GroupFull(int failed, long needed, long free) implements PlacementRefusal {
        @Override
        public String describe(Cluster cluster) {
            return ifFails(cluster, failed) + ", its instances would need " + needed
                    + " MiB of memory, but its group has " + free + " MiB";
        }
    }

    /**
     * If a node failed, the one that has the second copy of its instances could not run all of them.
     *
     * @param node index of the node that would take over
     * @param failed index of the node that fails
     * @param needed memory in MiB of the instances that would come
     * @param free memory in MiB that is free for them, and of which some has to be left
     */
    record Takeover(int node, int failed, long needed, long free) implements PlacementRefusal {
        /** Returns the memory in MiB that is missing. */
        public long missing() {
            return needed - free + 1;
        }

        @Override
        public String describe(Cluster cluster) {
            if (cluster.nodes().get(node).isOffline()) {
                return nodeName(cluster, node) + " is offline or drained and could not take over "
                        + nodeName(cluster, failed) + "'s instances";
            }
            String whose = cluster.nodes().get(failed).isOffline()
                    ? " the instances of " + nodeName(cluster, failed) + ", which is offline or drained"
                    : " " + nodeName(cluster, failed) + "'s instances if it fails";
            return nodeName(cluster, node) + " needs " + missing() + " MiB more memory to take over" + whose;
        }
    }

    /**
     * If a node failed, its instances that have no second copy would not all find room in its group, though together
     * they need no more memory than is left there.
     *
     * @param failed index of the node that fails
     * @param instances how many they are
     * @param needed memory in MiB that they need
     */
    record Scattered(int failed, int instances, long needed) implements PlacementRefusal {
        @Override
        public String describe(Cluster cluster) {
            return ifFails(cluster, failed) + ", its instances without a second copy (" + instances
                    + ", needing " + needed + " MiB of memory) would not all find room: what is left in its group is"
                    + " in too small pieces";
        }
    }
}
