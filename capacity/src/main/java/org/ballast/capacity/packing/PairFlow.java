package org.ballast.capacity.packing;

import java.util.Arrays;

/**
 * The number of instances of each pair of nodes, as a flow from primary to secondary nodes. How many a node is to run
 * decides how many it can back for any other node, so for given demands the best assignment is a maximum flow; when
 * demands change it is repaired instead of being sought anew, by augmenting paths. Changes since the last {@link #keep}
 * can be taken back.
 *
 * <p>Source: L. R. Ford, D. R. Fulkerson, Maximal flow through a network, 1956.
 */
final class PairFlow {
    private static final int UNSEEN = -1;
    private static final int ROOT = -2;

    private final PairFigures figures;
    private final int count;
    /** How many instances each node is to run. */
    private final int[] demanded;

    private final int[] running;
    private final int[] backed;
    /** Instances by primary and secondary node, row by row. */
    private final int[] pairs;

    private final int[] most;
    private int total;

    /** The changes that can be taken back: each a cell of {@link #pairs}, or a node, and what was added there. */
    private int[] journal = new int[64];

    private int journalSize;
    private final int[] queue;
    private final int[] primaryFrom;
    private final int[] secondaryFrom;

    /** Begins with no instances. */
    PairFlow(PairFigures figures) {
        this.figures = figures;
        count = figures.count;
        demanded = new int[count];
        running = new int[count];
        backed = new int[count];
        pairs = new int[count * count];
        most = new int[count * count];
        queue = new int[count];
        primaryFrom = new int[count];
        secondaryFrom = new int[count];
        for (int n = 0; n < count; n++) {
            bound(n);
        }
    }

    /** Becomes equal to another flow of the same figures; there is nothing to take back then. */
    void copyFrom(PairFlow other) {
        System.arraycopy(other.demanded, 0, demanded, 0, count);
        System.arraycopy(other.running, 0, running, 0, count);
        System.arraycopy(other.backed, 0, backed, 0, count);
        System.arraycopy(other.pairs, 0, pairs, 0, pairs.length);
        System.arraycopy(other.most, 0, most, 0, most.length);
        total = other.total;
        keep();
    }

    /** Makes the changes so far final. */
    void keep() {
        journalSize = 0;
    }

    /** Takes the changes back that are not final. */
    void takeBack() {
        while (journalSize > 0) {
            int added = journal[--journalSize];
            int at = journal[--journalSize];
            if (at < 0) {
                demanded[-1 - at] -= added;
                bound(-1 - at);
            } else {
                enter(at / count, at % count, -added);
            }
        }
    }

    private void note(int at, int added) {
        if (journalSize + 2 > journal.length) {
            journal = Arrays.copyOf(journal, 2 * journal.length);
        }
        journal[journalSize++] = at;
        journal[journalSize++] = added;
    }

    /** Returns how many instances there are. */
    int total() {
        return total;
    }

    int demanded(int n) {
        return demanded[n];
    }

    int pairs(int primary, int secondary) {
        return pairs[primary * count + secondary];
    }

    /**
     * Sets how many instances a node is to run; those that no longer fit are removed. {@link #maximize} places what it
     * can.
     */
    void demand(int n, int instances) {
        note(-1 - n, instances - demanded[n]);
        demanded[n] = instances;
        bound(n);
        for (int q = 0; q < count; q++) {
            int at = q * count + n;
            if (pairs[at] > most[at]) {
                add(q, n, most[at] - pairs[at]);
            }
        }
        for (int q = largestPrimary(n); backed[n] > Math.max(0, figures.copies[n] - instances); q = largestPrimary(n)) {
            add(q, n, -1);
        }
        for (int s = largestSecondary(n); running[n] > instances; s = largestSecondary(n)) {
            add(n, s, -1);
        }
    }

    private void bound(int n) {
        for (int q = 0; q < count; q++) {
            most[q * count + n] = figures.mostPairs(q, n, demanded[n]);
        }
    }

    private void add(int primary, int secondary, int instances) {
        note(primary * count + secondary, instances);
        enter(primary, secondary, instances);
    }

    private void enter(int primary, int secondary, int instances) {
        pairs[primary * count + secondary] += instances;
        running[primary] += instances;
        backed[secondary] += instances;
        total += instances;
    }

    private int largestPrimary(int secondary) {
        int largest = 0;
        for (int q = 1; q < count; q++) {
            largest = pairs(q, secondary) > pairs(largest, secondary) ? q : largest;
        }
        return largest;
    }

    private int largestSecondary(int primary) {
        int largest = 0;
        for (int n = 1; n < count; n++) {
            largest = pairs(primary, n) > pairs(primary, largest) ? n : largest;
        }
        return largest;
    }

    /** Puts an instance on a pair of nodes, if it fits there. */
    void offer(int primary, int secondary) {
        int at = primary * count + secondary;
        if (running[primary] < demanded[primary] && pairs[at] < most[at] && canBack(secondary)) {
            add(primary, secondary, 1);
        }
    }

    private boolean canBack(int n) {
        return backed[n] < figures.copies[n] - demanded[n];
    }

    /** Places as many of the demanded instances as possible. */
    void maximize() {
        for (int q = 0; q < count; q++) {
            boolean grows = true;
            while (grows && running[q] < demanded[q]) {
                grows = augment(q);
            }
        }
    }

    /** Lowers the demands to what is placed. */
    void acceptCurrent() {
        for (int n = 0; n < count; n++) {
            if (demanded[n] > running[n]) {
                demand(n, running[n]);
            }
        }
    }

    /** Lets a node run one more instance by moving second copies of others, along a shortest path. */
    private boolean augment(int root) {
        Arrays.fill(primaryFrom, UNSEEN);
        Arrays.fill(secondaryFrom, UNSEEN);
        primaryFrom[root] = ROOT;
        queue[0] = root;
        int size = 1;
        for (int head = 0; head < size; head++) {
            int q = queue[head];
            for (int n = 0; n < count; n++) {
                if (secondaryFrom[n] != UNSEEN || pairs[q * count + n] >= most[q * count + n]) {
                    continue;
                }
                secondaryFrom[n] = q;
                if (canBack(n)) {
                    shift(n);
                    return true;
                }
                for (int other = 0; other < count; other++) {
                    if (primaryFrom[other] == UNSEEN && pairs[other * count + n] > 0) {
                        primaryFrom[other] = n;
                        queue[size++] = other;
                    }
                }
            }
        }
        return false;
    }

    /** Moves one second copy each along the path that was found. */
    private void shift(int last) {
        int n = last;
        while (true) {
            int q = secondaryFrom[n];
            add(q, n, 1);
            if (primaryFrom[q] == ROOT) {
                return;
            }
            n = primaryFrom[q];
            add(q, n, -1);
        }
    }
}
