package org.ballast.planner.place.allocate;

/**
 * A queue of candidates from the one with the lowest score up; of equal ones the last comes first. It is a heap:
 * usually only the first one or two are asked for.
 */
final class BestFirstQueue {
    private final double[] scores;
    private final int[] heap;
    private int size;

    /** Orders the first candidates by their scores. */
    BestFirstQueue(double[] scores, int count) {
        this.scores = scores;
        heap = new int[count];
        size = count;
        for (int k = 0; k < count; k++) {
            heap[k] = k;
        }
        for (int at = count / 2 - 1; at >= 0; at--) {
            sink(at);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns how many candidates are left. */
    int size() {
        return size;
    }

    /** Returns the next candidate. */
    int next() {
        int first = heap[0];
        heap[0] = heap[--size];
        sink(0);
        return first;
    }

    private void sink(int from) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && comesBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!comesBefore(heap[child], heap[at])) {
                return;
            }
            int other = heap[at];
            heap[at] = heap[child];
            heap[child] = other;
            at = child;
        }
    }

    private boolean comesBefore(int a, int b) {
        if (scores[a] < scores[b]) {
            return true;
        }
        if (scores[a] > scores[b]) {
            return false;
        }
        // Without a number nothing can be compared, and Ganeti's order of such candidates is the opposite one.
        return scores[a] == scores[b] ? a > b : a < b;
    }
}
