package org.ballast.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Move;
import org.ballast.model.Scenario;
import org.ballast.planner.balance.MoveScan;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.testkit.RandomClusters;

/** A generated cluster, ready for the planner: one group, 10 DRBD instances a node, skewed, the same each time. */
final class Subject {
    static final int GROUP = 0;
    private static final int INSTANCES_PER_NODE = 10;
    private static final long SEED = 1;

    /** All kinds of moves that a DRBD instance can make. */
    static final int KINDS = MoveKind.FAILOVER.bit()
            | MoveKind.REPLACE_SECONDARY.bit()
            | MoveKind.REPLACE_AND_FAILOVER.bit()
            | MoveKind.REPLACE_PRIMARY.bit()
            | MoveKind.FAILOVER_AND_REPLACE.bit();

    final Scenario scenario;
    final ClusterState state;
    final ScoreSheet sheet;
    final MoveScan scan;
    final int[] instances;

    private Subject(Scenario scenario) {
        this.scenario = scenario;
        state = new ClusterState(scenario);
        sheet = new ScoreSheet(state, state.nodesOf(GROUP));
        scan = new MoveScan(state, sheet, false);
        instances = state.instancesOf(GROUP);
    }

    /** Makes the cluster with this number of nodes. */
    static Subject of(int nodes) {
        return new Subject(Scenario.of(RandomClusters.skewed(nodes, INSTANCES_PER_NODE, SEED)));
    }

    /** Returns how many moves one look at every instance is about. */
    long candidates() {
        long nodes = sheet.online().length;
        return instances.length * (1 + 4 * (nodes - 2));
    }

    /** Returns one move of each instance, over targets and kinds in turn. */
    List<Move> sample() {
        int[] nodes = sheet.online();
        List<MoveKind> kinds = MoveKind.TARGETED.stream()
                .filter(kind -> (KINDS & kind.bit()) != 0)
                .toList();
        return IntStream.range(0, instances.length)
                .mapToObj(k -> {
                    int target = k;
                    while (uses(instances[k], nodes[target % nodes.length])) {
                        target++;
                    }
                    return kinds.get(k % kinds.size()).move(instances[k], nodes[target % nodes.length]);
                })
                .toList();
    }

    private boolean uses(int instance, int node) {
        return state.placement(instance).primary() == node
                || state.placement(instance).secondary() == node;
    }
}
