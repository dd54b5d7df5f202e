package org.ballast.planner.place;

/** The placements that users' rules leave to one instance, beside what the cluster manager's own rules say. */
public interface NodeFilter {
    /** Leaves everything. */
    NodeFilter NONE = (primary, secondary) -> true;

    /**
     * Returns whether the instance may be put there.
     *
     * @param secondary the node with its second copy, or {@link org.ballast.model.Placement#NONE}
     */
    boolean permits(int primary, int secondary);
}
