package org.ballast.planner.state;

import java.util.Arrays;

/**
 * The memory that a node must have free for the failure of each other node: a list of primary nodes and the sum of the
 * memory of their instances that have their secondary here, largest first. Among equals the one that changed last comes
 * first; the order shows in node listings.
 */
public final class PeerList {
    private int[] nodes = new int[0];
    private long[] memory = new long[0];
    private int size;

    void copyFrom(PeerList other) {
        if (nodes.length < other.size) {
            nodes = new int[other.nodes.length];
            memory = new long[other.nodes.length];
        }
        System.arraycopy(other.nodes, 0, nodes, 0, other.size);
        System.arraycopy(other.memory, 0, memory, 0, other.size);
        size = other.size;
    }

    public int size() {
        return size;
    }

    public int node(int position) {
        return nodes[position];
    }

    public long memory(int position) {
        return memory[position];
    }

    /** Returns the memory needed if the node fails; 0 if it has no instance with a secondary here. */
    public long of(int node) {
        for (int k = 0; k < size; k++) {
            if (nodes[k] == node) {
                return memory[k];
            }
        }
        return 0;
    }

    /** Returns the largest need. */
    long largest() {
        return size == 0 ? 0 : memory[0];
    }

    /** Returns the sum of all needs. */
    long sum() {
        long sum = 0;
        for (int k = 0; k < size; k++) {
            sum += memory[k];
        }
        return sum;
    }

    void set(int node, long need) {
        remove(node);
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size + 4);
            memory = Arrays.copyOf(memory, 2 * size + 4);
        }
        int at = 0;
        while (at < size && memory[at] > need) {
            at++;
        }
        System.arraycopy(nodes, at, nodes, at + 1, size - at);
        System.arraycopy(memory, at, memory, at + 1, size - at);
        nodes[at] = node;
        memory[at] = need;
        size++;
    }

    void remove(int node) {
        for (int k = 0; k < size; k++) {
            if (nodes[k] == node) {
                size--;
                System.arraycopy(nodes, k + 1, nodes, k, size - k);
                System.arraycopy(memory, k + 1, memory, k, size - k);
                return;
            }
        }
    }
}
