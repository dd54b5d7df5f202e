package org.ballast.planner.place;

import org.ballast.planner.state.Admission;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.Trial;

/** The number of instances of one size that a node takes, one after another. */
public final class RepeatedPlacing {
    /** Sizes of nothing would fit for ever. */
    private static final int MOST = 1 << 16;

    private final ClusterState state;
    private final Admission admission;
    private final NodeLedger ledger;

    /** Prepares counting; instances must be known to the state. */
    public RepeatedPlacing(ClusterState state) {
        this.state = state;
        admission = new Admission(state.nodes, state.instances);
        ledger = new NodeLedger(state.nodes, state.instances, 0);
    }

    /** Returns how many instances like this one the node takes as it is. */
    public int count(int node, int like) {
        return count(state.ledgers[node], like);
    }

    /** Returns how many instances like this one the k-th touched node would take after an accepted trial. */
    public int countAfter(Trial trial, int k, int like) {
        return count(trial.touched(k), like);
    }

    private int count(NodeLedger from, int like) {
        ledger.copyFrom(from);
        int count = 0;
        while (count < MOST && admission.primary(ledger, like, false).accepted()) {
            ledger.addPrimary(like, 0);
            count++;
        }
        return count;
    }
}
