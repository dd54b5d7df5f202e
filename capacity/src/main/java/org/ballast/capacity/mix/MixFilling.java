package org.ballast.capacity.mix;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ballast.planner.state.Verdict;

/**
 * The result of filling a cluster with a mix of flavours.
 *
 * @param flavours the mix
 * @param placed what was placed, in order
 * @param stages what happened when a flavour no longer fitted, in order: the curve of the last ones. Fewer stages than
 *     flavours if as many instances as wanted were placed, or the run was stopped
 */
public record MixFilling(List<Flavour> flavours, List<Placed> placed, List<Stage> stages) {
    /** Copies the lists. */
    public MixFilling {
        flavours = List.copyOf(flavours);
        placed = List.copyOf(placed);
        stages = List.copyOf(stages);
    }

    /**
     * A placed instance.
     *
     * @param instance its index in the state
     * @param flavour its flavour's position in the mix
     */
    public record Placed(int instance, int flavour) {}

    /**
     * A flavour no longer fits; the others go on.
     *
     * @param flavour its position in the mix
     * @param counts how many instances of each flavour there are by now, in the order of the mix
     * @param failures for how many choices of nodes the next one was refused, by reason; empty if there is no node
     */
    public record Stage(int flavour, List<Integer> counts, Map<Verdict, Integer> failures) {
        /** Copies both. */
        public Stage {
            counts = List.copyOf(counts);
            Map<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
            copy.putAll(failures);
            failures = Collections.unmodifiableMap(copy);
        }

        /** Returns how many instances there are by now. */
        public int total() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Returns how many instances of each flavour were placed in the end, in the order of the mix. */
    public List<Integer> counts() {
        return counts(flavours.size(), placed);
    }

    static List<Integer> counts(int flavours, List<Placed> placed) {
        int[] counts = new int[flavours];
        placed.forEach(each -> counts[each.flavour()]++);
        return Arrays.stream(counts).boxed().toList();
    }

    /**
     * Returns how often the whole mix fits: how often each flavour could be placed as many times as its weight says,
     * the weights divided by what divides them all, before one no longer fitted.
     */
    public long wholeMixes() {
        List<Integer> complete = stages.isEmpty() ? counts() : stages.getFirst().counts();
        BigInteger divisor = flavours.stream()
                .map(flavour -> BigInteger.valueOf(flavour.weight()))
                .reduce(BigInteger.ZERO, BigInteger::gcd);
        long mixes = flavours.isEmpty() ? 0 : Long.MAX_VALUE;
        for (int k = 0; k < flavours.size(); k++) {
            mixes = Math.min(mixes, complete.get(k) / (flavours.get(k).weight() / divisor.longValue()));
        }
        return mixes;
    }
}
