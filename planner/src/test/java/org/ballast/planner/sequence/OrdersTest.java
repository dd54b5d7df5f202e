package org.ballast.planner.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.cost.Cost;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
    private static final int MOVES = 7;

    /** Three or four rather full nodes, where the order matters. */
    private static Cluster tight(long seed) {
        Shape.Workload usual = Shape.PLAIN.workload();
        return RandomClusters.of(
                seed,
                new Shape(
                        new Shape.Sizes(1, 3 + (int) (seed % 2), 10),
                        Shape.PLAIN.hardware(),
                        new Shape.Workload(1, usual.others(), 0.1, 0, 0, 0, 0.5, 0.6, 0.5, 0.4, 1),
                        new Shape.Tagging(0.3, 0, 0, 0),
                        Shape.PLAIN.faults()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anOrderIsFoundIfThereIsOne(long seed) {
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
            Scores scores = new Scores(state, groups);
            Walk walk = new Walk(state, scores, rules);
            Routes routes = new Routes(state, rules);
            Wishes wishes = new Wishes(state, scores, routes, targets, wishing);
            boolean exists = anyOrder(walk, state, routes, targets, wishing, new BitSet());
            Placement[] before = Targets.present(state);
            Cost cheapest = Arrays.stream(wishing)
                    .mapToObj(i -> routes.cheapest(i, state.placement(i), targets[i]))
                    .map(all -> all.isEmpty() ? Cost.NONE : all.getFirst().cost())
                    .reduce(Cost.NONE, Cost::plus);
            boolean taken = new Orders(state, walk, wishes, routes, wishing).take();
            if (exists) {
                assertThat(taken).as("seed %d/%d", seed, shift).isTrue();
                found++;
            }
            if (taken) {
                assertThat(Targets.present(state)).isEqualTo(targets);
                assertThat(walk.cost().dataMib()).isEqualTo(cheapest.dataMib());
                assertThat(walk.cost().diskCopies()).isEqualTo(cheapest.diskCopies());
            } else {
                assertThat(Targets.present(state)).isEqualTo(before);
                assertThat(walk.length()).isZero();
            }
        }
        assertThat(found).isGreaterThan(10);
    }

    /** Tries all orders of whole ways. */
    private static boolean anyOrder(
            Walk walk, ClusterState state, Routes routes, Placement[] targets, int[] wishing, BitSet gone) {
        if (gone.cardinality() == wishing.length) {
            return true;
        }
        for (int k = gone.nextClearBit(0); k < wishing.length; k = gone.nextClearBit(k + 1)) {
            int i = wishing[k];
            List<Route> cheapest = routes.cheapest(i, state.placement(i), targets[i]);
            for (Route route : cheapest) {
                if (walk.permits(route.moves())) {
                    int length = walk.length();
                    walk.take(route);
                    gone.set(k);
                    boolean leads = anyOrder(walk, state, routes, targets, wishing, gone);
                    gone.clear(k);
                    walk.cutTo(length);
                    if (leads) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
