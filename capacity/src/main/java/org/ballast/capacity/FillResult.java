package org.ballast.capacity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ballast.planner.state.Verdict;

/**
 * The result of filling a cluster.
 *
 * @param placed what was placed, in order
 * @param failures for how many choices of nodes the next one was refused, by reason
 */
public record FillResult(List<Placed> placed, Map<Verdict, Integer> failures) {
    /** Copies both. */
    public FillResult {
        placed = List.copyOf(placed);
        Map<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
        copy.putAll(failures);
        failures = Collections.unmodifiableMap(copy);
    }

    /**
     * A placed instance.
     *
     * @param instance its index in the state
     * @param size its size
     */
    public record Placed(int instance, InstanceShape.Size size) {}

    /**
     * Instances of one size that were placed one after the other.
     *
     * @param count how many
     */
    public record Batch(InstanceShape.Size size, int count) {}

    /** Returns what was placed, in order; a size can come again. */
    public List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        for (Placed each : placed) {
            boolean isSame = !batches.isEmpty() && batches.getLast().size().equals(each.size());
            int count = isSame ? batches.removeLast().count() : 0;
            batches.add(new Batch(each.size(), count + 1));
        }
        return batches;
    }

    /** The result without placements for a cluster that is not healthy. */
    public static final FillResult REFUSED = new FillResult(List.of(), Map.of(Verdict.REDUNDANCY, 1));
}
