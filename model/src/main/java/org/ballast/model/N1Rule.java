package org.ballast.model;

/**
 * The rule that says whether a node, as it was read, has memory for the failover of any one other node. Once a move has
 * touched the node, all releases of Ganeti go by the memory that instances are assigned, and the rules are the same.
 *
 * <p>Source: {@code Loader.updateMemStat} of Ganeti 3.1, and what the tools of 3.0 print.
 */
public enum N1Rule {
    /** As Ganeti 3.0: the free memory that the hypervisor reports is not less than what has to be reserved. */
    REPORTED,
    /**
     * As Ganeti 3.1: the memory left beside all that instances are assigned, less any that is missing, is more than what
     * has to be reserved.
     */
    ASSIGNED;

    /** The tag of a node that is judged by {@link #ASSIGNED}, whatever the rule of the others. */
    public static final String ASSIGNED_TAG = "ballast:n1:3.1";

    /** Returns the rule for a node where this one is the usual rule. */
    public N1Rule of(Node node) {
        return node.tags().contains(ASSIGNED_TAG) ? ASSIGNED : this;
    }
}
