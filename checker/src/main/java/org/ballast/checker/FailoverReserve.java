package org.ballast.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Memory that a node keeps free for the failure of another one. It is carried on from one arrival or departure to the
 * next, as Ganeti does: with instances of negative size, which a file may name, it depends on their order. Without them
 * it is the largest sum over the instances that are here.
 *
 * @param byPrimary memory in MiB that the failure of each other node would claim here
 * @param memory memory in MiB that is kept free
 */
record FailoverReserve(Map<Integer, Long> byPrimary, long memory) {

    FailoverReserve {
        byPrimary = Map.copyOf(byPrimary);
    }

    /** Returns the reserve for those that are here at the start. */
    static FailoverReserve load(List<Residence> residences) {
        Map<Integer, Long> sums = new HashMap<>();
        for (Residence residence : residences) {
            if (residence instanceof Residence.Secondary copy && copy.resident().isReal()) {
                sums.merge(copy.primary(), copy.resident().failoverMemory(), Long::sum);
            }
        }
        return new FailoverReserve(sums, largest(sums));
    }

    FailoverReserve arrive(Residence residence) {
        if (!(residence instanceof Residence.Secondary copy && copy.resident().isReal())) {
            return this;
        }
        Map<Integer, Long> sums = new HashMap<>(byPrimary);
        long sum = sums.merge(copy.primary(), copy.resident().failoverMemory(), Long::sum);
        return new FailoverReserve(sums, Math.max(memory, sum));
    }

    FailoverReserve depart(Residence residence) {
        if (!(residence instanceof Residence.Secondary copy && copy.resident().isReal())) {
            return this;
        }
        Map<Integer, Long> sums = new HashMap<>(byPrimary);
        long before = sums.getOrDefault(copy.primary(), 0L);
        long after = before - copy.resident().failoverMemory();
        if (after > 0) {
            sums.put(copy.primary(), after);
        } else {
            sums.remove(copy.primary());
        }
        return new FailoverReserve(sums, before < memory ? memory : largest(sums));
    }

    /** Returns the node whose failure claims all that is kept free, the first of equal ones. */
    OptionalInt worst() {
        return byPrimary.entrySet().stream()
                .filter(claim -> claim.getValue() == memory)
                .mapToInt(Map.Entry::getKey)
                .min();
    }

    private static long largest(Map<Integer, Long> sums) {
        return sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
