package org.ballast.planner.place.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.GroupPolicy;
import org.ballast.planner.place.PlacementValue;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocatorTest {
    private static final boolean STRICT = false;

    /** Takes all targets one after another, as slowly as the task is stated. */
    private static final class Exhaustive {
        final ClusterState state;
        final int[] nodes;
        final int instance;
        int refused;
        int accepted;
        double best = Double.POSITIVE_INFINITY;

        Exhaustive(ClusterState state, int[] nodes, int instance) {
            this.state = state;
            this.nodes = nodes;
            this.instance = instance;
        }

        void weigh(int primary, int secondary) {
            Trial trial = new Trial(state);
            boolean fits = GroupPolicy.verdict(state, instance, primary).accepted()
                    && trial.allocate(instance, primary, secondary, STRICT).accepted();
            if (!fits) {
                refused++;
                return;
            }
            accepted++;
            best = Math.min(best, new ScoreSheet(state, nodes).totalAfter(trial));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsTheLowestScoreThereIs(long seed) {
        for (long shift = 0; shift < 40; shift++) {
            Cluster cluster = RandomClusters.of(4700 * seed + shift);
            if (!cluster.instances().isEmpty()) {
                compare(cluster, cluster.instances().getLast());
            }
        }
    }

    private static void compare(Cluster cluster, Instance model) {
        ClusterState state = new ClusterState(Scenario.of(cluster));
        int[] nodes = IntStream.range(0, cluster.nodes().size()).toArray();
        List<Integer> open = IntStream.of(nodes)
                .filter(node -> !state.isOffline(node))
                .boxed()
                .toList();
        int i = state.add(model.withPlacement(Placement.NOWHERE), Utilisation.UNMEASURED);
        boolean mirrored = model.template().hasSecondary();
        AllocationTargets targets =
                mirrored ? AllocationTargets.Pairs.among(state, open) : new AllocationTargets.Single(open);
        Exhaustive expected = new Exhaustive(state, nodes, i);
        for (int primary : open) {
            if (!mirrored) {
                expected.weigh(primary, Placement.NONE);
                continue;
            }
            for (int secondary : open) {
                if (secondary != primary && state.groupOf(secondary) == state.groupOf(primary)) {
                    expected.weigh(primary, secondary);
                }
            }
        }
        Allocation found = new Allocator(state, nodes, STRICT, Optional.empty()).allocate(i, targets);
        assertThat(found.successes()).isEqualTo(expected.accepted);
        assertThat(found.failureCount()).isEqualTo(expected.refused);
        assertThat(found.best().isPresent()).isEqualTo(expected.accepted > 0);
        found.best().ifPresent(choice -> {
            double score = ((PlacementValue.ClusterScore) choice.value()).value();
            if (Double.isFinite(expected.best)) {
                // Pairs are weighed by another order of additions.
                assertThat(score).isBetween(expected.best - 1e-6, expected.best + 1e-6);
            }
        });
    }
}
