package org.ballast.capacity.packing;

import java.util.OptionalLong;
import org.ballast.capacity.FillResult;
import org.ballast.model.Plan;
import org.ballast.planner.state.ClusterState;

/**
 * The result of a search. The instances are placed in the order of the filling, after the moves; each placement keeps
 * all rules at its time.
 *
 * @param state the cluster with everything moved and placed
 * @param filling what was placed, in order, and why no more is
 * @param moves what has to be moved first; its scores are over all nodes and may rise. Without steps if nothing has
 * @param greedy how many instances fit one after another, without any move
 * @param most no packing has more instances than this; nothing where that is not known
 * @param redundant whether any one node may fail afterwards: all that runs on it finds a place. False where that was so
 *     before, too, or is not checked, or where instances that are placed one after another break it and fewer would fit
 *     otherwise
 * @param stoppedBy why the search went no further
 */
public record Packing(
        ClusterState state,
        FillResult filling,
        Plan moves,
        int greedy,
        OptionalLong most,
        boolean redundant,
        StopReason stoppedBy) {

    /** Returns how many instances were placed. */
    public int count() {
        return filling.placed().size();
    }

    /** Returns whether no packing has more instances. */
    public boolean isOptimal() {
        return most.isPresent() && count() >= most.getAsLong();
    }

    /** The reason for which a search ended. */
    public enum StopReason {
        /** More instances cannot fit. */
        OPTIMAL("optimal"),
        /** As many as wanted are placed. */
        WANTED("wanted"),
        /** The cluster is not healthy, and nothing is placed. */
        UNHEALTHY("unhealthy"),
        /** All steps are made, or there has been no gain for long. */
        STEPS("steps"),
        /** The time is over. */
        TIME("time"),
        /** The search was interrupted. */
        INTERRUPTED("interrupted");

        private final String label;

        StopReason(String label) {
            this.label = label;
        }

        /** Returns the name used in machine-readable output. */
        public String label() {
            return label;
        }
    }
}
