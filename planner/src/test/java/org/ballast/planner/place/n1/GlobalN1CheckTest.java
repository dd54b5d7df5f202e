package org.ballast.planner.place.n1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalN1CheckTest {
    private static final boolean STRICT = false;

    /** The check by its definition: carry the choice out, then let every node fail in turn. */
    private static boolean playedThrough(ClusterState state, int i, Placement placement, int[] scope) {
        Trial trial = new Trial(state);
        trial.allocate(i, placement.primary(), placement.secondary(), STRICT);
        ClusterState.Receipt receipt = state.commit(trial);
        NodeFailureSimulation simulation = new NodeFailureSimulation(state, scope);
        boolean holds = IntStream.of(scope).allMatch(simulation::canEvacuate);
        state.revert(receipt);
        return holds;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithPlayingEveryFailureThrough(long seed) {
        for (long shift = 0; shift < 40; shift++) {
            Cluster cluster = RandomClusters.of(9100 * seed + shift);
            if (cluster.instances().isEmpty()) {
                continue;
            }
            for (Instance model :
                    List.of(cluster.instances().getFirst(), cluster.instances().getLast())) {
                agrees(cluster, model);
            }
        }
    }

    private static void agrees(Cluster cluster, Instance model) {
        ClusterState state = new ClusterState(Scenario.of(cluster));
        int[] scope = IntStream.range(0, cluster.nodes().size()).toArray();
        int i = state.add(model.withPlacement(Placement.NOWHERE), Utilisation.UNMEASURED);
        GlobalN1Check check = new GlobalN1Check(state, scope, STRICT);
        Trial trial = new Trial(state);
        for (int primary : scope) {
            int[] secondaries = model.template() == DiskTemplate.DRBD ? scope : new int[] {Placement.NONE};
            for (int secondary : secondaries) {
                if (secondary == primary
                        || state.isOffline(primary)
                        || !trial.allocate(i, primary, secondary, STRICT).accepted()) {
                    continue;
                }
                Placement placement = new Placement(primary, secondary);
                assertThat(check.holdsAfter(i, primary, secondary))
                        .as("%s on %s in %s", model, placement, cluster)
                        .isEqualTo(playedThrough(state, i, placement, scope));
            }
        }
    }
}
