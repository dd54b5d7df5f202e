package org.ballast.planner.place.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementScoresTest {
    private static final List<DiskTemplate> TEMPLATES = List.of(
            DiskTemplate.PLAIN, DiskTemplate.FILE, DiskTemplate.RBD, DiskTemplate.SHARED_FILE, DiskTemplate.DISKLESS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oneNodeIsFoundAsIfEachWereWeighedByItself(long seed) {
        int found = 0;
        for (long shift = 0; shift < 60; shift++) {
            Cluster cluster = RandomClusters.of(1300 * seed + shift);
            found += fill(cluster, new Random(17 * seed + shift));
        }
        assertThat(found).isGreaterThan(20);
    }

    private static int fill(Cluster cluster, Random dice) {
        if (cluster.instances().isEmpty()) {
            return 0;
        }
        ClusterState state = new ClusterState(Scenario.of(cluster));
        int[] all = IntStream.range(0, cluster.nodes().size()).toArray();
        List<Integer> open =
                IntStream.of(all).filter(node -> !state.isOffline(node)).boxed().toList();
        boolean checked = dice.nextBoolean();
        Trial trial = new Trial(state);
        int found = 0;
        for (int step = 0; step < 12; step++) {
            Instance model =
                    cluster.instances().get(dice.nextInt(cluster.instances().size()));
            int i = state.add(
                    model.withTemplate(TEMPLATES.get(dice.nextInt(TEMPLATES.size())))
                            .withPlacement(Placement.NOWHERE),
                    Utilisation.UNMEASURED);
            Allocation expected = allocator(state, all, checked).nodeByNode(i, open);
            Allocation actual = allocator(state, all, checked).allocate(i, new AllocationTargets.Single(open));
            assertThat(actual).isEqualTo(expected);
            if (actual.best().isPresent()) {
                found++;
                trial.allocate(i, actual.best().get().placement().primary(), Placement.NONE, false);
                state.commit(trial);
            }
        }
        return found;
    }

    private static Allocator allocator(ClusterState state, int[] all, boolean checked) {
        Optional<GlobalN1Check> check = checked ? Optional.of(new GlobalN1Check(state, all, false)) : Optional.empty();
        return new Allocator(state, all, false, check);
    }
}
