package org.ballast.hail.explain;

import java.util.List;
import java.util.Optional;
import org.ballast.model.AllocationPolicy;

/** The result of the search for nodes in one group. */
public sealed interface GroupFinding {
    /** Returns the group's name. */
    String group();

    /** Returns whether the group accepts new instances. */
    AllocationPolicy policy();

    /** Returns what came nearest to a choice of nodes, unless there is nothing to choose or some choice would do. */
    Optional<NearestShortfall> nearest();

    /**
     * A group whose nodes were not asked.
     *
     * @param reason why, in a sentence that starts with what the group is or does
     */
    record Closed(String group, AllocationPolicy policy, String reason) implements GroupFinding {
        @Override
        public Optional<NearestShortfall> nearest() {
            return Optional.empty();
        }
    }

    /**
     * A group whose nodes were asked.
     *
     * @param barred why the group is not chosen even if its nodes would do; empty if it might be
     * @param left nodes that were not asked
     * @param roles what they said, by role
     * @param capacity what speaks against choices of nodes that all have room
     */
    record SearchedGroup(
            String group,
            AllocationPolicy policy,
            Optional<String> barred,
            LeftOut left,
            List<RoleFinding> roles,
            Optional<CapacityFinding> capacity,
            Optional<NearestShortfall> nearest)
            implements GroupFinding {
        /** Copies the list. */
        public SearchedGroup {
            roles = List.copyOf(roles);
        }
    }

    /**
     * Nodes of a group that were not asked.
     *
     * @param offline how many are offline
     * @param unwanted how many of the others are not among those to consider
     */
    record LeftOut(int offline, int unwanted) {
        /** All nodes were asked. */
        static final LeftOut NONE = new LeftOut(0, 0);
    }

    /**
     * Choices of nodes that have room, but after which some node could no longer fail without loss.
     *
     * @param refused how many were refused for that; those worse than the one taken were not looked at
     * @param isRefusal whether none was left
     * @param nearest the one that lacks least; only where none was left
     */
    record CapacityFinding(int refused, boolean isRefusal, Optional<NearestShortfall> nearest) {}
}
