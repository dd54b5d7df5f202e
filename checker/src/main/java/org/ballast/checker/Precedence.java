package org.ballast.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** The order of steps of which each waits for some others. */
final class Precedence {
    private final List<List<Integer>> after;
    private final List<List<Integer>> followers = new ArrayList<>();

    /** Takes for each step the positions of the others that it waits for. */
    Precedence(List<List<Integer>> after) {
        this.after = after;
        after.forEach(_ -> followers.add(new ArrayList<>()));
        for (int step = 0; step < after.size(); step++) {
            for (int other : after.get(step)) {
                followers.get(other).add(step);
            }
        }
    }

    /** Returns for each step all that it waits for, be it through others. */
    List<BitSet> closure() {
        List<BitSet> all = new ArrayList<>();
        after.forEach(_ -> all.add(new BitSet()));
        for (int step : random(new SplittableRandom(0))) {
            for (int other : after.get(step)) {
                all.get(step).or(all.get(other));
                all.get(step).set(other);
            }
        }
        return all;
    }

    /**
     * Returns some order: again and again one of the steps that wait for none is taken, each as likely as any other.
     * Steps that wait for each other, and those behind them, are not part of it.
     */
    int[] random(SplittableRandom random) {
        int[] order = new int[after.size()];
        int made = 0;
        int[] missing = new int[after.size()];
        int[] ready = new int[after.size()];
        int readyCount = 0;
        for (int step = 0; step < missing.length; step++) {
            missing[step] = after.get(step).size();
            if (missing[step] == 0) {
                ready[readyCount++] = step;
            }
        }
        while (readyCount > 0) {
            int chosen = random.nextInt(readyCount);
            int step = ready[chosen];
            ready[chosen] = ready[--readyCount];
            order[made++] = step;
            for (int follower : followers.get(step)) {
                if (--missing[follower] == 0) {
                    ready[readyCount++] = follower;
                }
            }
        }
        return made == order.length ? order : Arrays.copyOf(order, made);
    }
}
