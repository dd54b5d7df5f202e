package org.ballast.model;

/** What a node is to its cluster. */
public enum NodeRole {
    /** An ordinary node. */
    NORMAL,
    /** The master node. */
    MASTER,
    /** Offline or drained: takes no instances. */
    OFFLINE
}
