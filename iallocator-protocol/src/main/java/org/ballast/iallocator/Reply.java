package org.ballast.iallocator;

import java.util.ArrayList;
import java.util.List;

/**
 * An allocator's answer. A refusal and each kind of success carry the text for people, without the words
 * {@code Request failed: } and {@code Request successful: } that {@link ReplyWriter} puts in front.
 */
public sealed interface Reply {

    /** Returns the text for people, without the words that tell success from failure. */
    String info();

    /**
     * A refusal.
     *
     * @param info why
     */
    record Refused(String info) implements Reply {}

    /**
     * Nodes for a new instance.
     *
     * @param info how they were chosen
     * @param nodes names of its primary and, if it has one, its secondary node
     */
    record Allocated(String info, List<String> nodes) implements Reply {

        /** Copies the nodes. */
        public Allocated {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A secondary node for an instance that is to be mirrored.
     *
     * @param info how it was chosen
     * @param node name of the secondary node
     */
    record AllocatedSecondary(String info, String node) implements Reply {}

    /**
     * Other nodes for an instance.
     *
     * @param nodes names of the nodes in place of those it leaves
     */
    record Relocated(List<String> nodes) implements Reply {

        /** Copies the nodes. */
        public Relocated {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String info() {
            return "success";
        }
    }

    /**
     * The outcome for several new instances.
     *
     * @param allocated instances with nodes, in the order of the request
     * @param failed instances without, in the order of the request
     */
    record MultiAllocated(List<Placed> allocated, List<Failed> failed) implements Reply {

        /** Copies the lists. */
        public MultiAllocated {
            allocated = List.copyOf(allocated);
            failed = List.copyOf(failed);
        }

        @Override
        public String info() {
            return failed.size() + " instances failed to allocate and " + allocated.size()
                    + " were allocated successfully";
        }
    }

    /**
     * Jobs that move instances, for an evacuation or a change of group.
     *
     * @param moved instances that the jobs move
     * @param failed instances that cannot move
     * @param jobs the jobs, each a list of steps to be done in order
     */
    record Moves(List<Moved> moved, List<Failed> failed, List<List<Opcode>> jobs) implements Reply {

        /** Copies the lists. */
        public Moves {
            moved = List.copyOf(moved);
            failed = List.copyOf(failed);
            List<List<Opcode>> copies = new ArrayList<>(jobs.size());
            for (List<Opcode> job : jobs) {
                copies.add(List.copyOf(job));
            }
            jobs = List.copyOf(copies);
        }

        @Override
        public String info() {
            return failed.size() + " instances failed to move and " + moved.size() + " were moved successfully";
        }
    }

    /**
     * An instance with its nodes.
     *
     * @param instance name of the instance
     * @param nodes names of its nodes, the primary one first
     */
    record Placed(String instance, List<String> nodes) {

        /** Copies the nodes. */
        public Placed {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * An instance that moves.
     *
     * @param instance name of the instance
     * @param group name of the group it is in afterwards
     * @param nodes names of its nodes afterwards, the primary one first
     */
    record Moved(String instance, String group, List<String> nodes) {

        /** Copies the nodes. */
        public Moved {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * An instance for which nothing was found.
     *
     * @param instance name of the instance
     * @param reason why
     */
    record Failed(String instance, String reason) {}
}
