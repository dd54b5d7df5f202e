package org.ballast.optimizer.target;

import java.util.Arrays;

/** The instances that play one role on each node, to draw from; their order has no meaning. */
final class RoleResidents {
    private final int[][] members;
    private final int[] count;
    private final int[] position;

    RoleResidents(int nodes, int instances) {
        members = new int[nodes][4];
        count = new int[nodes];
        position = new int[instances];
    }

    /** Adds an instance to a node; it must be on none. */
    void add(int node, int i) {
        int at = count[node]++;
        if (at == members[node].length) {
            members[node] = Arrays.copyOf(members[node], 2 * at);
        }
        members[node][at] = i;
        position[i] = at;
    }

    /** Removes an instance from its node. */
    void remove(int node, int i) {
        int last = members[node][--count[node]];
        members[node][position[i]] = last;
        position[last] = position[i];
    }

    /** Returns how many there are on a node. */
    int count(int node) {
        return count[node];
    }

    /** Returns one of a node's instances. */
    int get(int node, int at) {
        return members[node][at];
    }
}
