package org.ballast.planner.capacity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ballast.planner.state.Verdict;

/**
 * What came of filling a cluster.
 *
 * @param placed what was placed, in order
 * @param failures for how many choices of nodes the next one was refused, by reason
 */
public record Filling(List<Placed> placed, Map<Verdict, Integer> failures) {
    /** Copies both. */
    public Filling {
        placed = List.copyOf(placed);
        Map<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
        copy.putAll(failures);
        failures = Collections.unmodifiableMap(copy);
    }

    /**
     * An instance that found nodes.
     *
     * @param instance its index in the state
     * @param size its size
     */
    public record Placed(int instance, Shape.Size size) {}

    /** Nothing was placed because the cluster is not healthy. */
    public static final Filling REFUSED = new Filling(List.of(), Map.of(Verdict.REDUNDANCY, 1));
}
