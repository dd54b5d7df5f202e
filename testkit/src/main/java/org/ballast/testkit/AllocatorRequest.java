package org.ballast.testkit;

import java.util.List;
import java.util.Optional;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Instance;

/** A request of a cluster manager to its allocator. Instances and nodes of the cluster are given by their indices. */
public sealed interface AllocatorRequest {
    /** Returns the type's name in the protocol. */
    String type();

    /**
     * A new instance.
     *
     * @param instance what is wanted
     * @param nodes number of nodes to find
     */
    record Wanted(Instance instance, int nodes) {}

    /**
     * A request for nodes for a new instance.
     *
     * @param wanted the instance
     * @param group name of the only group to look at
     * @param restrictedTo names of the only nodes to look at
     */
    record Allocate(Wanted wanted, Optional<String> group, Optional<List<String>> restrictedTo)
            implements AllocatorRequest {
        @Override
        public String type() {
            return "allocate";
        }
    }

    /**
     * A request for nodes for several new instances, one after another.
     *
     * @param wanted the instances
     * @param group name of the only group to look at
     */
    record MultiAllocate(List<Wanted> wanted, Optional<String> group) implements AllocatorRequest {
        @Override
        public String type() {
            return "multi-allocate";
        }
    }

    /**
     * A request for a node that takes over for one of the instance's.
     *
     * @param nodes number of nodes to replace
     * @param from the nodes to replace
     */
    record Relocate(int instance, int nodes, List<Integer> from) implements AllocatorRequest {
        @Override
        public String type() {
            return "relocate";
        }
    }

    /** A request for jobs that move these instances off their nodes. */
    record Evacuate(List<Integer> instances, EvacuationMode mode) implements AllocatorRequest {
        @Override
        public String type() {
            return "node-evacuate";
        }
    }

    /**
     * A request for jobs that move these instances to another group.
     *
     * @param targets names or identities of the groups to choose from; none for all others
     */
    record ChangeGroup(List<Integer> instances, List<String> targets) implements AllocatorRequest {
        @Override
        public String type() {
            return "change-group";
        }
    }

    /** A request for a node to hold a second copy of the instance's disks. */
    record AllocateSecondary(int instance) implements AllocatorRequest {
        @Override
        public String type() {
            return "allocate-secondary";
        }
    }
}
