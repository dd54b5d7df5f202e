package org.ballast.hspace.study;

import java.util.List;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.Totals;

/**
 * The result of filling a cluster, with the totals before and after.
 *
 * @param filling what was placed, and why no more
 * @param before the cluster without it
 * @param after the cluster with it
 */
public record FillOutcome(FillResult filling, Totals before, Totals after) {
    /** Returns how many instances were placed. */
    public int count() {
        return filling.placed().size();
    }

    /** Returns what was placed, in order; a size can come again. */
    public List<FillResult.Batch> batches() {
        return filling.batches();
    }
}
