package org.ballast.planner.balance;

/** A small set of targets by their positions, filled and emptied again for each scan. */
final class TargetSet {
    private final boolean[] holds;
    private final int[] members;
    private int size;

    /** Creates an empty set of positions below a limit. */
    TargetSet(int limit) {
        holds = new boolean[limit];
        members = new int[limit];
    }

    void add(int k) {
        if (!holds[k]) {
            holds[k] = true;
            members[size++] = k;
        }
    }

    boolean contains(int k) {
        return holds[k];
    }

    int size() {
        return size;
    }

    /** Returns the member that came in this place, counted from 0. */
    int get(int place) {
        return members[place];
    }

    void clear() {
        while (size > 0) {
            holds[members[--size]] = false;
        }
    }
}
