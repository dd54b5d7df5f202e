package org.ballast.planner.place.allocate;

/** The outcome of the search in one group. */
public sealed interface GroupOutcome {
    /** Returns the group. */
    int group();

    /**
     * Nodes were weighed.
     *
     * @param group the group
     * @param allocation what came of it
     */
    record Searched(int group, Allocation allocation) implements GroupOutcome {}

    /**
     * There was nothing to weigh.
     *
     * @param group the group
     * @param obstacle why
     */
    record Impossible(int group, Obstacle obstacle) implements GroupOutcome {}

    /** A reason why no node of a group can be weighed. */
    enum Obstacle {
        /** One node is wanted, and none is there. */
        NO_ONLINE_NODES,
        /** Two nodes are wanted, and fewer are there. */
        NOT_ENOUGH_ONLINE_NODES,
        /** Neither one node nor two are wanted. */
        UNSUPPORTED_NODE_COUNT,
        /** The group lacks a network that the instance needs. */
        NETWORK_MISSING
    }
}
