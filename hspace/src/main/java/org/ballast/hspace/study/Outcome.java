package org.ballast.hspace.study;

import java.util.ArrayList;
import java.util.List;
import org.ballast.planner.capacity.Filling;
import org.ballast.planner.capacity.Shape;
import org.ballast.planner.capacity.Totals;

/**
 * What came of filling a cluster.
 *
 * @param filling what was placed, and why no more
 * @param before the cluster without it
 * @param after the cluster with it
 */
public record Outcome(Filling filling, Totals before, Totals after) {
    /**
     * Instances of one size that were placed one after the other.
     *
     * @param count how many
     */
    public record Batch(Shape.Size size, int count) {}

    /** Returns how many instances were placed. */
    public int count() {
        return filling.placed().size();
    }

    /** Returns what was placed, in order; a size can come again. */
    public List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        for (Filling.Placed each : filling.placed()) {
            boolean isSame = !batches.isEmpty() && batches.getLast().size().equals(each.size());
            int count = isSame ? batches.removeLast().count() : 0;
            batches.add(new Batch(each.size(), count + 1));
        }
        return batches;
    }
}
