package org.ballast.optimizer;

import java.util.BitSet;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.target.ChangeCost;

/** The instances that a plan has moved so far, and those of them that are on their way between two groups. */
final class MovedInstances {
    private final Cluster cluster;
    private final BitSet moved = new BitSet();
    private final BitSet split = new BitSet();

    MovedInstances(Cluster cluster) {
        this.cluster = cluster;
    }

    void follow(Plan.Step step) {
        int instance = step.move().instance();
        moved.set(instance);
        split.set(instance, cluster.isSplit(step.to()));
    }

    /** Returns whether no instance has its nodes in two groups. */
    boolean isWhole() {
        return split.isEmpty();
    }

    /** Returns how many instances have moved. */
    int moved() {
        return moved.cardinality();
    }

    ChangeCost changeCost(Cost cost) {
        return new ChangeCost(cost.moves(), cost.dataMib(), moved(), cost.work(), cost.restarts());
    }
}
