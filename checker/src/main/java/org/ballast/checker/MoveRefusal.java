package org.ballast.checker;

import static org.ballast.checker.RefusalText.instanceName;
import static org.ballast.checker.RefusalText.nodeName;
import static org.ballast.checker.RefusalText.placementText;

import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Placement;

/** A fault of a move that does not depend on the room of its nodes. */
public sealed interface MoveRefusal extends Refusal {

    /** There is no instance of this index. */
    record UnknownInstance(int instance) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return "there is no instance number " + instance + " among "
                    + cluster.instances().size();
        }
    }

    /** There is no node of this index. */
    record UnknownNode(int instance, int node) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return "there is no node number " + node + " among "
                    + cluster.nodes().size() + " for " + instanceName(cluster, instance);
        }
    }

    /**
     * The instance is not where the plan has it.
     *
     * @param claimed the placement that the plan names
     * @param actual the real one at this point
     */
    record Misplaced(int instance, Placement claimed, Placement actual) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " is on " + placementText(cluster, actual) + ", not on "
                    + placementText(cluster, claimed);
        }
    }

    /**
     * Instances with such disks do not move this way.
     *
     * @param template how the instance's disks are stored
     * @param kind the kind of move
     */
    record WrongKind(int instance, DiskTemplate template, String kind) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " has " + template.label() + " disks, which " + kind
                    + " does not apply to";
        }
    }

    /** The move needs a secondary node, but the instance has none. */
    record NoSecondary(int instance) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " has no secondary node";
        }
    }

    /** The target is one of the instance's nodes already. */
    record AlreadyThere(int instance, int node) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " is on " + nodeName(cluster, node) + " already";
        }
    }

    /**
     * The instance must not move, or not in this way, whatever its nodes say.
     *
     * @param why who or what forbids it
     */
    record Prohibited(int instance, Prohibition why) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return why.sentence(instanceName(cluster, instance));
        }
    }

    /** A node that would run the instance, or get a copy of its disks, is offline. */
    record OfflineTarget(int instance, int node) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return nodeName(cluster, node) + " is offline and cannot take " + instanceName(cluster, instance);
        }
    }

    /** The disks cannot be copied, because the only node that has them is offline. */
    record OfflineSource(int instance, int node) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return nodeName(cluster, node) + " is offline and cannot give the disks of "
                    + instanceName(cluster, instance);
        }
    }

    /** The target is not in the instance's group, nor in another one that it may go to. */
    record OtherGroup(int instance, int node) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            int group = cluster.nodes().get(node).group();
            return nodeName(cluster, node) + " is in group "
                    + cluster.groups().get(group).name() + ", which is not that of " + instanceName(cluster, instance);
        }
    }

    /**
     * Instances do not migrate between these nodes.
     *
     * @param from index of the node that is left
     * @param to index of the node that would take over
     * @param tag a migration tag of the first node that the second one does not accept
     */
    record MigrationTag(int instance, int from, int to, String tag) implements MoveRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " cannot migrate from " + nodeName(cluster, from) + " to "
                    + nodeName(cluster, to) + ", which does not accept the migration tag " + tag;
        }
    }
}
