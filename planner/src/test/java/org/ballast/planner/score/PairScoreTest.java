package org.ballast.planner.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairScoreTest {
    private static final boolean STRICT = false;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheScoreOfAllNodesAddedUp(long seed) {
        for (long shift = 0; shift < 30; shift++) {
            Cluster cluster = RandomClusters.of(5300 * seed + shift);
            if (!cluster.instances().isEmpty()) {
                compare(cluster, cluster.instances().getFirst().withTemplate(DiskTemplate.DRBD));
            }
        }
    }

    private static void compare(Cluster cluster, Instance model) {
        ClusterState state = new ClusterState(Scenario.of(cluster));
        int[] nodes = IntStream.range(0, cluster.nodes().size()).toArray();
        int i = state.add(model.withPlacement(Placement.NOWHERE), Utilisation.UNMEASURED);
        PairScore pairs = new PairScore(state, nodes, i, STRICT);
        ScoreSheet sheet = new ScoreSheet(state, nodes);
        Trial trial = new Trial(state);
        for (int primary : nodes) {
            boolean accepted = pairs.primary(primary).accepted();
            for (int secondary : nodes) {
                if (secondary == primary) {
                    continue;
                }
                Verdict expected = trial.allocate(i, primary, secondary, STRICT);
                Verdict actual = accepted ? pairs.secondary(secondary).verdict() : pairs.primary(primary);
                assertThat(actual).isEqualTo(expected);
                double added = expected.accepted() ? sheet.totalAfter(trial) : Double.NaN;
                if (Double.isFinite(added)) {
                    assertThat(pairs.score(pairs.secondary(secondary)))
                            .as("on %d and %d of %s", primary, secondary, cluster)
                            .isCloseTo(added, within(1e-6 * Math.max(1, added)));
                }
            }
        }
    }
}
