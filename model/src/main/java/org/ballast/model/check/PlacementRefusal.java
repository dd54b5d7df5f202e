package org.ballast.model.check;

import static org.ballast.model.check.Wording.instanceName;
import static org.ballast.model.check.Wording.nodeName;
import static org.ballast.model.check.Wording.placementText;

import java.util.Locale;
import org.ballast.model.Cluster;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Placement;

/** What is wrong with where an instance was put, whatever room its nodes have. */
public sealed interface PlacementRefusal extends Refusal {

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
            return "the group of " + nodeName(cluster, node) + " does not accept the " + what + " of "
                    + instanceName(cluster, instance);
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
            return instanceName(cluster, instance) + " could not be restarted if " + nodeName(cluster, failed)
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
            return "if " + nodeName(cluster, failed) + " failed, its instances would need " + needed
                    + " MiB of memory, but its group has " + free + " MiB";
        }
    }
}
