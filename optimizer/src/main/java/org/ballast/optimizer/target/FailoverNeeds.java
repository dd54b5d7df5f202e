package org.ballast.optimizer.target;

import java.util.Arrays;

/**
 * The memory (MiB) that each node must keep free for the failure of each other node, and the largest such need. The two
 * largest needs of a node are known, so that the effect of a change is told without a search.
 */
final class FailoverNeeds {
    private static final int NONE = -1;

    private final int[][] peers;
    private final long[][] needs;
    private final int[] size;
    private final long[] largest;
    private final int[] largestPeer;
    private final long[] second;

    FailoverNeeds(int nodes) {
        peers = new int[nodes][4];
        needs = new long[nodes][4];
        size = new int[nodes];
        largest = new long[nodes];
        largestPeer = new int[nodes];
        second = new long[nodes];
        Arrays.fill(largestPeer, NONE);
    }

    /** Returns the largest need of a node. */
    long largest(int node) {
        return largest[node];
    }

    /** Returns the primary node whose failure needs most, or -1. */
    int largestPeer(int node) {
        return largestPeer[node];
    }

    /** Returns what a node needs if a primary node fails. */
    long of(int node, int primary) {
        int[] known = peers[node];
        for (int k = size[node] - 1; k >= 0; k--) {
            if (known[k] == primary) {
                return needs[node][k];
            }
        }
        return 0;
    }

    /**
     * Returns the largest need of a node if an instance came to it as a secondary, or left it, or changed its primary.
     *
     * @param oldPrimary the primary whose failure needs less, or -1
     * @param newPrimary the primary whose failure needs more, or -1
     */
    long largestAfter(int node, int oldPrimary, int newPrimary, long memory) {
        long result = largest[node];
        if (oldPrimary >= 0 && oldPrimary != newPrimary) {
            result = largestPeer[node] == oldPrimary ? Math.max(second[node], of(node, oldPrimary) - memory) : result;
        }
        return newPrimary >= 0 && oldPrimary != newPrimary ? Math.max(result, of(node, newPrimary) + memory) : result;
    }

    /** Adds to what a node needs if a primary node fails. */
    void add(int node, int primary, long memory) {
        int at = size[node] - 1;
        while (at >= 0 && peers[node][at] != primary) {
            at--;
        }
        if (at < 0) {
            at = append(node, primary);
        }
        needs[node][at] += memory;
        if (needs[node][at] == 0) {
            remove(node, at);
        }
        findLargest(node);
    }

    private int append(int node, int primary) {
        int at = size[node]++;
        if (at == peers[node].length) {
            peers[node] = Arrays.copyOf(peers[node], 2 * at);
            needs[node] = Arrays.copyOf(needs[node], 2 * at);
        }
        peers[node][at] = primary;
        needs[node][at] = 0;
        return at;
    }

    private void remove(int node, int at) {
        int last = --size[node];
        peers[node][at] = peers[node][last];
        needs[node][at] = needs[node][last];
    }

    private void findLargest(int node) {
        long first = 0;
        long next = 0;
        int peer = NONE;
        for (int k = 0; k < size[node]; k++) {
            long need = needs[node][k];
            if (need > first) {
                next = first;
                first = need;
                peer = peers[node][k];
            } else if (need > next) {
                next = need;
            }
        }
        largest[node] = first;
        largestPeer[node] = peer;
        second[node] = next;
    }
}
