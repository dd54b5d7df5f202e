package org.ballast.optimizer.schedule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The transitive reduction of which moves wait for which others. */
final class TransitiveReduction {
    private TransitiveReduction() {}

    /**
     * Returns the waits that are needed, in ascending order.
     *
     * @param after for each the others that it waits for
     * @param order all of them, in an order in which none waits for a later one
     */
    static List<List<Integer>> of(List<? extends Collection<Integer>> after, List<Integer> order) {
        int[] rank = new int[order.size()];
        List<BitSet> reached = new ArrayList<>(Collections.nCopies(order.size(), new BitSet()));
        List<List<Integer>> needed = new ArrayList<>(Collections.nCopies(order.size(), List.of()));
        for (int k = 0; k < order.size(); k++) {
            int each = order.get(k);
            rank[each] = k;
            BitSet all = new BitSet();
            List<Integer> own = new ArrayList<>();
            List<Integer> latestFirst = after.get(each).stream()
                    .sorted(Comparator.<Integer>comparingInt(other -> rank[other])
                            .reversed())
                    .toList();
            for (int other : latestFirst) {
                if (!all.get(other)) {
                    all.or(reached.get(other));
                    own.add(other);
                }
            }
            all.set(each);
            reached.set(each, all);
            needed.set(each, own.stream().sorted().toList());
        }
        return needed;
    }
}
