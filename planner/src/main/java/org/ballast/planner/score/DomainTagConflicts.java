package org.ballast.planner.score;

import java.util.Arrays;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.TagCounter;
import org.ballast.planner.state.Trial;

/**
 * The count of instances that carry the same exclusion tag and run in the same failure domain, over all online nodes of
 * a set: for each pair of domain and tag those beyond the first.
 */
final class DomainTagConflicts {
    private final ClusterState state;
    private final int[] online;
    private final boolean[] member;
    private final int tags;
    private final int[] counts;
    /** Tags of each node's running instances as they were last counted. */
    private final TagCounter[] counted;

    private final int[][] locations;
    private int shared;

    DomainTagConflicts(ClusterState state, int[] online) {
        this.state = state;
        this.online = online;
        tags = state.instances.exclusionTagNames.size();
        counts = new int[tags * state.nodes.locationNumbers.size()];
        member = new boolean[state.nodes.count];
        counted = new TagCounter[state.nodes.count];
        locations = new int[state.nodes.count][];
        for (int node : online) {
            locations[node] = state.nodes.locationTags[node].toArray();
            member[node] = counts.length > 0;
            counted[node] = new TagCounter();
        }
    }

    void refresh() {
        Arrays.fill(counts, 0);
        shared = 0;
        for (int node : online) {
            if (member[node]) {
                counted[node].copyFrom(state.ledgers[node].real.tags);
                change(node, counted[node], 1);
            }
        }
    }

    void update(NodeLedger ledger) {
        if (member[ledger.node]) {
            change(ledger.node, counted[ledger.node], -1);
            counted[ledger.node].copyFrom(ledger.real.tags);
            change(ledger.node, counted[ledger.node], 1);
        }
    }

    int count() {
        return shared;
    }

    int countAfter(Trial trial) {
        if (counts.length == 0) {
            return shared;
        }
        exchange(trial, -1, 1);
        int after = shared;
        exchange(trial, 1, -1);
        return after;
    }

    /** Returns the count if a node's books were these. */
    int countWith(NodeLedger ledger) {
        if (counts.length == 0 || !member[ledger.node]) {
            return shared;
        }
        change(ledger.node, counted[ledger.node], -1);
        change(ledger.node, ledger.real.tags, 1);
        int after = shared;
        change(ledger.node, ledger.real.tags, -1);
        change(ledger.node, counted[ledger.node], 1);
        return after;
    }

    private void exchange(Trial trial, int ofOld, int ofNew) {
        for (int k = 0; k < trial.touchedCount(); k++) {
            NodeLedger ledger = trial.touched(k);
            if (member[ledger.node]) {
                change(ledger.node, counted[ledger.node], ofOld);
                change(ledger.node, ledger.real.tags, ofNew);
            }
        }
    }

    private void change(int node, TagCounter tagCounts, int sign) {
        for (int location : locations[node]) {
            for (int k = 0; k < tagCounts.size(); k++) {
                int pair = location * tags + tagCounts.tag(k);
                int before = counts[pair];
                int after = before + sign * tagCounts.count(k);
                counts[pair] = after;
                shared += Math.max(0, after - 1) - Math.max(0, before - 1);
            }
        }
    }
}
