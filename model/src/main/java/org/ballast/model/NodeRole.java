package org.ballast.model;

/** The role of a node in its cluster. */
public enum NodeRole {
    /** An ordinary node. */
    NORMAL,
    /** The master node. */
    MASTER,
    /** Offline or drained: takes no instances. */
    OFFLINE
}
