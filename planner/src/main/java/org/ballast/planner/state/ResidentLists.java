package org.ballast.planner.state;

import java.util.Arrays;

/**
 * The instances of each node as linked lists through two arrays: an instance comes first on the node it moves to, and
 * leaves its list without a search.
 */
public final class ResidentLists {
    private static final int END = -1;

    private final int[] first;
    private int[] next;
    private int[] previous;

    ResidentLists(int nodes, int instances) {
        first = new int[nodes];
        next = new int[instances];
        previous = new int[instances];
        Arrays.fill(first, END);
        Arrays.fill(next, END);
        Arrays.fill(previous, END);
    }

    /** Makes room for more instances. */
    void grow(int instances) {
        int before = next.length;
        next = Arrays.copyOf(next, instances);
        previous = Arrays.copyOf(previous, instances);
        Arrays.fill(next, before, instances, END);
        Arrays.fill(previous, before, instances, END);
    }

    void addFirst(int node, int instance) {
        addBefore(first[node], node, instance);
    }

    /** Puts the instance before another one of the node, or last if there is no other ({@link #next} of the last). */
    void addBefore(int successor, int node, int instance) {
        int predecessor = successor == END ? last(node) : previous[successor];
        next[instance] = successor;
        previous[instance] = predecessor;
        if (successor != END) {
            previous[successor] = instance;
        }
        if (predecessor == END) {
            first[node] = instance;
        } else {
            next[predecessor] = instance;
        }
    }

    void remove(int node, int instance) {
        if (previous[instance] == END) {
            first[node] = next[instance];
        } else {
            next[previous[instance]] = next[instance];
        }
        if (next[instance] != END) {
            previous[next[instance]] = previous[instance];
        }
        next[instance] = END;
        previous[instance] = END;
    }

    /** Returns the first instance of the node, or -1. */
    public int first(int node) {
        return first[node];
    }

    /** Returns the instance after this one on its node, or -1. */
    public int next(int instance) {
        return next[instance];
    }

    int[] of(int node) {
        int size = 0;
        for (int i = first[node]; i != END; i = next[i]) {
            size++;
        }
        int[] residents = new int[size];
        int at = 0;
        for (int i = first[node]; i != END; i = next[i]) {
            residents[at++] = i;
        }
        return residents;
    }

    private int last(int node) {
        int last = END;
        for (int i = first[node]; i != END; i = next[i]) {
            last = i;
        }
        return last;
    }
}
