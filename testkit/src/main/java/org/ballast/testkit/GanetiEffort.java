package org.ballast.testkit;

import java.util.HashMap;
import java.util.Map;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;

/** An estimate of how long Ganeti balances a cluster, to keep comparisons with it short. */
final class GanetiEffort {
    /** Moves to evaluate in one run: Ganeti evaluates about 23,000 a second. */
    private static final long BUDGET = 1_000_000;

    private static final int MOVES_PER_TARGET = 4;

    private GanetiEffort() {}

    /** Returns whether balancing without a limit may exceed the budget, at one step an instance. */
    static boolean isTooMuch(Cluster cluster) {
        return evaluationsPerStep(cluster) * cluster.instances().size() > BUDGET;
    }

    /** Returns the most steps within the budget, at least 1. */
    static int affordableSteps(Cluster cluster) {
        return (int) Math.max(1, BUDGET / Math.max(1, evaluationsPerStep(cluster)));
    }

    private static long evaluationsPerStep(Cluster cluster) {
        Map<Integer, Long> nodes = new HashMap<>();
        for (Node node : cluster.nodes()) {
            nodes.merge(node.group(), 1L, Long::sum);
        }
        long evaluations = 0;
        for (Instance instance : cluster.instances()) {
            int group = cluster.nodes().get(instance.placement().primary()).group();
            evaluations += MOVES_PER_TARGET * nodes.getOrDefault(group, 0L);
        }
        return evaluations;
    }
}
