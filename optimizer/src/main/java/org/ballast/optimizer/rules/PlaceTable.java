package org.ballast.optimizer.rules;

import java.util.List;
import org.ballast.model.rules.Places;

/** The places that each node is part of, as arrays; never changed. */
final class PlaceTable {
    final int count;
    /** By node index plus 1, with none in front. */
    private final int[][] ofNode;

    /** Whether no node is part of several places. */
    final boolean isSimple;

    /** One place of each node by node index plus 1, -1 in front; all there are if the table is simple. */
    private final int[] first;

    PlaceTable(Places places) {
        count = places.count();
        List<List<Integer>> lists = places.ofNode();
        ofNode = new int[lists.size() + 1][];
        ofNode[0] = new int[0];
        for (int n = 0; n < lists.size(); n++) {
            ofNode[n + 1] = lists.get(n).stream().mapToInt(Integer::intValue).toArray();
        }
        isSimple = most() == 1;
        first = new int[ofNode.length];
        for (int k = 0; k < first.length; k++) {
            first[k] = ofNode[k].length == 0 ? -1 : ofNode[k][0];
        }
    }

    /** Returns the places of a node, none for -1. */
    int[] of(int node) {
        return ofNode[node + 1];
    }

    /** Returns one place of a node, or -1 for none. */
    int first(int node) {
        return first[node + 1];
    }

    boolean contains(int node, int place) {
        for (int each : ofNode[node + 1]) {
            if (each == place) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many places a node is part of at most. */
    int most() {
        int most = 0;
        for (int[] places : ofNode) {
            most = Math.max(most, places.length);
        }
        return most;
    }
}
