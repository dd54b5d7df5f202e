package org.ballast.planner.place.allocate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.Placement;
import org.ballast.planner.place.PlacementValue;
import org.ballast.planner.state.Verdict;

/**
 * The outcome of the search for nodes for one instance.
 *
 * @param failures how many choices of nodes were refused, by reason
 * @param successes how many choices would do
 * @param best the choice to take, if any would do
 */
public record Allocation(Map<Verdict, Integer> failures, int successes, Optional<Choice> best) {
    /** Copies the map, in the order of the reasons. */
    public Allocation {
        Map<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
        copy.putAll(failures);
        failures = Collections.unmodifiableMap(copy);
    }

    /**
     * A choice of nodes.
     *
     * @param placement the nodes
     * @param value what it is worth
     */
    public record Choice(Placement placement, PlacementValue value) {}

    /** Returns how many choices were refused. */
    public int failureCount() {
        int sum = 0;
        for (int count : failures.values()) {
            sum += count;
        }
        return sum;
    }

    /** Collects outcomes; of equally good choices the one that came last is kept. */
    public static final class Tally {
        private final int[] failures = new int[Verdict.values().length];
        private int successes;
        private Optional<Choice> best = Optional.empty();

        public void refuse(Verdict reason, int times) {
            failures[reason.ordinal()] += times;
        }

        public void accept(int times) {
            successes += times;
        }

        void offer(Choice choice) {
            if (best.isEmpty() || !best.get().value().isLessThan(choice.value())) {
                best = Optional.of(choice);
            }
        }

        public Allocation result() {
            Map<Verdict, Integer> reasons = new EnumMap<>(Verdict.class);
            for (Verdict reason : Verdict.values()) {
                if (failures[reason.ordinal()] > 0) {
                    reasons.put(reason, failures[reason.ordinal()]);
                }
            }
            return new Allocation(reasons, successes, best);
        }
    }
}
