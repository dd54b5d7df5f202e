package org.ballast.iallocator;

import java.util.List;
import java.util.Optional;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Instance;

/**
 * A request of a cluster manager to its allocator. Nodes and instances that must exist are named by their full names
 * and groups by their UUIDs, whatever names the document used for them.
 */
public sealed interface Request {

    /**
     * Nodes for a new instance.
     *
     * @param instance the instance, which is nowhere yet
     * @param requiredNodes how many nodes it needs: 2 if it has a mirror, otherwise 1
     * @param group name or UUID of the only group to consider, as the document has it: it need not exist, and then the
     *     request fails like one that finds no room
     * @param restrictTo full names of the only nodes to consider, as the document has them: they need not exist
     */
    record Allocate(Instance instance, int requiredNodes, Optional<String> group, Optional<List<String>> restrictTo)
            implements Request {

        /** Copies the nodes. */
        public Allocate {
            restrictTo = restrictTo.isEmpty() ? restrictTo : Optional.of(List.copyOf(restrictTo.get()));
        }
    }

    /**
     * Nodes for several new instances, one after another.
     *
     * @param requests one for each instance; none is restricted to nodes, and all have the same group or none
     */
    record MultiAllocate(List<Allocate> requests) implements Request {

        /** Copies the requests. */
        public MultiAllocate {
            requests = List.copyOf(requests);
        }
    }

    /**
     * Another secondary node for a mirrored instance, or another primary node for one on shared storage.
     *
     * @param instance name of the instance
     * @param requiredNodes how many nodes to find
     * @param relocateFrom names of the nodes that it is to leave
     */
    record Relocate(String instance, int requiredNodes, List<String> relocateFrom) implements Request {

        /** Copies the nodes. */
        public Relocate {
            relocateFrom = List.copyOf(relocateFrom);
        }
    }

    /**
     * Jobs that move instances off their nodes, within their groups.
     *
     * @param instances names of the instances
     * @param mode which of their nodes they leave
     */
    record NodeEvacuate(List<String> instances, EvacuationMode mode) implements Request {

        /** Copies the instances. */
        public NodeEvacuate {
            instances = List.copyOf(instances);
        }
    }

    /**
     * Jobs that move instances into another group.
     *
     * @param instances names of the instances
     * @param targetGroups UUIDs of the groups to consider; none means all that no instance is leaving
     */
    record ChangeGroup(List<String> instances, List<String> targetGroups) implements Request {

        /** Copies the lists. */
        public ChangeGroup {
            instances = List.copyOf(instances);
            targetGroups = List.copyOf(targetGroups);
        }
    }

    /**
     * A secondary node for an instance that is to be mirrored.
     *
     * @param instance name of the instance
     */
    record AllocateSecondary(String instance) implements Request {}
}
