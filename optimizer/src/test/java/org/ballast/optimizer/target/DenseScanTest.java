package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.Dice;
import org.ballast.testkit.LooseClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseScanTest {
    private int exact;

    /**
     * A scan leaves out what is counted by instance: failures, tags, failure domains. All of these have whole weights.
     * It knows no needs that depend on who is where; where there are none, the rest is exact.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void estimatesAreExactExceptForCountedFigures(long seed) {
        for (long shift = 0; shift < 60; shift++) {
            Scenario scenario = LooseClusters.of(15_000 * seed + shift);
            ClusterState state = new ClusterState(scenario);
            int[] groups =
                    IntStream.range(0, scenario.cluster().groups().size()).toArray();
            boolean isMeaningless = Arrays.stream(groups)
                    .anyMatch(group -> Double.isNaN(new ScoreSheet(state, state.nodesOf(group)).total()));
            DenseState dense = new DenseState(state, groups, false);
            Dice dice = Dice.of(seed + shift);
            LooseTargets targets = new LooseTargets(state, groups, dice);
            for (int k = 0; k < 10 && !isMeaningless && !targets.isEmpty(); k++) {
                compare(state, dense, targets.someone(), dice);
            }
        }
        assertThat(exact).isGreaterThan(400);
    }

    private void compare(ClusterState state, DenseState dense, int i, Dice dice) {
        Placement from = state.placement(i);
        boolean becomesPrimary = !from.hasSecondary() || dice.chance(0.5);
        int other = from.hasSecondary() && dice.chance(0.5) ? from.primary() : from.secondary();
        int[] nodes = dense.onlineNodes(i);
        double[] rises = new double[nodes.length];
        int first = dice.chance(0.3) ? dice.between(0, nodes.length) : 0;
        int end = dice.chance(0.3) ? dice.between(first, nodes.length) : nodes.length;
        boolean othersAccept = dense.scan(i, becomesPrimary, other, first, end, rises);
        assertThat(Arrays.stream(rises, 0, first).allMatch(rise -> rise == 0)).isTrue();
        assertThat(Arrays.stream(rises, end, nodes.length).allMatch(rise -> rise == 0))
                .isTrue();
        for (int k = first; k < end; k++) {
            int p = becomesPrimary ? nodes[k] : other;
            int s = becomesPrimary ? other : nodes[k];
            boolean isReal = nodes[k] != from.primary() && nodes[k] != from.secondary();
            double rise = isReal ? dense.rise(i, p, s) : DenseState.REFUSED;
            if (rise != DenseState.REFUSED && !dependsOnPeers(state, i, p, s)) {
                assertThat(othersAccept).isTrue();
                double counted = rise - rises[k];
                assertThat(counted).isCloseTo(Math.rint(counted), within(1e-6));
                exact += Math.rint(counted) == 0 ? 1 : 0;
            }
        }
    }

    private static boolean dependsOnPeers(ClusterState state, int i, int p, int s) {
        return s != Placement.NONE && state.instance(i).reservesMemory() && state.ledgers[s].peers.of(p) > 0;
    }
}
