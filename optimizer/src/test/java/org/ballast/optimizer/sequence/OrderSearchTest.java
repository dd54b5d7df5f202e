package org.ballast.optimizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.optimizer.cost.Cost;
import org.ballast.planner.score.GroupScores;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.ClusterShape;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderSearchTest {
    private static final int MOVES = 7;

    /** Three or four rather full nodes, where the order matters. */
    private static Cluster tight(long seed) {
        ClusterShape.Workload usual = ClusterShape.PLAIN.workload();
        return RandomClusters.of(
                seed,
                new ClusterShape(
                        new ClusterShape.Sizes(1, 3 + (int) (seed % 2), 10),
                        ClusterShape.PLAIN.hardware(),
                        new ClusterShape.Workload(1, usual.others(), 0.1, 0, 0, 0, 0.5, 0.6, 0.5, 0.4, 1),
                        new ClusterShape.Tagging(0.3, 0, 0, 0),
                        ClusterShape.PLAIN.faults()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anOrderIsFoundWheneverOneExists(long seed) {
        int found = 0;
        for (long shift = 0; shift < 60; shift++) {
            Cluster cluster = tight(7000 * seed + shift);
            ClusterState state = new ClusterState(Scenario.of(cluster));
            SequenceRules rules = SequenceRules.all(cluster);
            int[] groups = {0};
            Placement[] targets = Targets.afterWalk(state, groups, MOVES, seed + shift);
            int[] wishing = IntStream.range(0, targets.length)
                    .filter(i -> !targets[i].equals(state.placement(i)))
                    .toArray();
            if (wishing.length == 0 || wishing.length > 5) {
                continue;
            }
            GroupScores scores = new GroupScores(state, groups);
            MoveSequence moveSequence = new MoveSequence(state, scores, rules);
            Routes routes = new Routes(state, rules);
            PendingMoves pending = new PendingMoves(state, scores, routes, targets, wishing);
            boolean exists = anyOrder(moveSequence, state, routes, targets, wishing, new BitSet());
            Placement[] before = Targets.present(state);
            Cost cheapest = Arrays.stream(wishing)
                    .mapToObj(i -> routes.cheapest(i, state.placement(i), targets[i]))
                    .map(all -> all.isEmpty() ? Cost.NONE : all.getFirst().cost())
                    .reduce(Cost.NONE, Cost::plus);
            boolean taken = new OrderSearch(state, moveSequence, pending, routes, wishing).take();
            if (exists) {
                assertThat(taken).as("seed %d/%d", seed, shift).isTrue();
                found++;
            }
            if (taken) {
                assertThat(Targets.present(state)).isEqualTo(targets);
                assertThat(moveSequence.cost().dataMib()).isEqualTo(cheapest.dataMib());
                assertThat(moveSequence.cost().diskCopies()).isEqualTo(cheapest.diskCopies());
            } else {
                assertThat(Targets.present(state)).isEqualTo(before);
                assertThat(moveSequence.length()).isZero();
            }
        }
        assertThat(found).isGreaterThan(10);
    }

    /** Tries all orders of whole ways. */
    private static boolean anyOrder(
            MoveSequence moveSequence,
            ClusterState state,
            Routes routes,
            Placement[] targets,
            int[] wishing,
            BitSet gone) {
        if (gone.cardinality() == wishing.length) {
            return true;
        }
        for (int k = gone.nextClearBit(0); k < wishing.length; k = gone.nextClearBit(k + 1)) {
            int i = wishing[k];
            List<Route> cheapest = routes.cheapest(i, state.placement(i), targets[i]);
            for (Route route : cheapest) {
                if (moveSequence.permits(route.moves())) {
                    int length = moveSequence.length();
                    moveSequence.take(route);
                    gone.set(k);
                    boolean leads = anyOrder(moveSequence, state, routes, targets, wishing, gone);
                    gone.clear(k);
                    moveSequence.truncateTo(length);
                    if (leads) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
