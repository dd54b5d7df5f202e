package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.testkit.Dice;
import org.ballast.testkit.LooseClusters;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseStateTest {
    private static final double PRECISION = 1e-6;

    private static int[] groups(Scenario scenario) {
        return IntStream.range(0, scenario.cluster().groups().size()).toArray();
    }

    private static double exact(ClusterState state, int[] groups) {
        return Arrays.stream(groups)
                .mapToDouble(group -> new ScoreSheet(state, state.nodesOf(group)).total())
                .sum();
    }

    private static double tolerance(double score) {
        return PRECISION * Math.max(1, Math.abs(score));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void scoreEqualsThatOfTheScoreSheetForAnyPlacements(long seed) {
        int compared = 0;
        for (long shift = 0; shift < 60; shift++) {
            Scenario scenario = LooseClusters.of(11_000 * seed + shift);
            ClusterState state = new ClusterState(scenario);
            int[] groups = groups(scenario);
            double before = exact(state, groups);
            DenseState dense = new DenseState(state, groups, false);
            LooseTargets targets = new LooseTargets(state, groups, Dice.of(seed + shift));
            if (Double.isNaN(before)) {
                continue;
            }
            assertThat(dense.score()).as("seed %d/%d", seed, shift).isCloseTo(before, within(tolerance(before)));
            for (int k = 0; k < 40 && !targets.isEmpty(); k++) {
                int i = targets.someone();
                Placement to = targets.place(i);
                dense.place(i, to.primary(), to.secondary());
            }
            ClusterState moved = moved(scenario, dense);
            double expected = exact(moved, groups) + untouched(state, moved);
            assertThat(dense.score()).as("seed %d/%d", seed, shift).isCloseTo(expected, within(tolerance(expected)));
            compared++;
        }
        assertThat(compared).isGreaterThan(30);
    }

    /** Returns a state in which each instance has gone, if at all, straight to where it is now. */
    private static ClusterState moved(Scenario scenario, DenseState dense) {
        ClusterState state = new ClusterState(scenario);
        Trial trial = new Trial(state);
        for (int i = 0; i < dense.instanceCount(); i++) {
            Placement to = new Placement(dense.primary(i), dense.secondary(i));
            if (!state.placement(i).equals(to)) {
                trial.moved(i, to);
                state.commit(trial);
            }
        }
        return state;
    }

    /**
     * Nodes that have all that they had at the start, and nothing else, keep the start's verdict on redundancy, even if
     * a move touched them.
     */
    private static double untouched(ClusterState start, ClusterState moved) {
        double difference = 0;
        for (int node = 0; node < start.nodes.count; node++) {
            if (!start.isOffline(node) && hasSameResidents(start, moved, node)) {
                difference += start.ledgers[node].redundancyFailures() - moved.ledgers[node].redundancyFailures();
            }
        }
        return difference;
    }

    private static boolean hasSameResidents(ClusterState start, ClusterState moved, int node) {
        return IntStream.range(0, start.instanceCount())
                .filter(i -> isOn(start.placement(i), node) || isOn(moved.placement(i), node))
                .allMatch(i -> isSameThere(start.placement(i), moved.placement(i), node));
    }

    private static boolean isOn(Placement placement, int node) {
        return placement.primary() == node || placement.secondary() == node;
    }

    private static boolean isSameThere(Placement one, Placement other, int node) {
        return one.primary() == other.primary() && (one.primary() == node || one.secondary() == other.secondary());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void riseIsTheDifferenceThatPlaceMakesAndPlacingBackRestoresEveryBit(long seed) {
        int accepted = 0;
        for (long shift = 0; shift < 60; shift++) {
            Scenario scenario = LooseClusters.of(12_000 * seed + shift);
            ClusterState state = new ClusterState(scenario);
            int[] groups = groups(scenario);
            DenseState dense = new DenseState(state, groups, shift % 3 == 0);
            LooseTargets targets = new LooseTargets(state, groups, Dice.of(seed + shift));
            if (Double.isNaN(exact(state, groups))) {
                continue;
            }
            for (int k = 0; k < 60 && !targets.isEmpty(); k++) {
                int i = targets.someone();
                Placement from = new Placement(dense.primary(i), dense.secondary(i));
                Placement to = targets.place(i);
                double before = dense.score();
                double rise = dense.rise(i, to.primary(), to.secondary());
                assertThat(dense.score()).isEqualTo(before);
                dense.place(i, to.primary(), to.secondary());
                if (rise != DenseState.REFUSED) {
                    assertThat(rise)
                            .as("seed %d/%d: instance %d from %s to %s", seed, shift, i, from, to)
                            .isCloseTo(dense.score() - before, within(1e-9 * Math.max(1, before)));
                    accepted++;
                }
                dense.place(i, from.primary(), from.secondary());
                assertThat(dense.score()).isEqualTo(before);
                if (k % 3 > 0) {
                    dense.place(i, to.primary(), to.secondary());
                }
            }
        }
        assertThat(accepted).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void scoreDependsOnPlacementsAloneToTheLastBit(long seed) {
        for (long shift = 0; shift < 60; shift++) {
            Scenario scenario = LooseClusters.of(13_000 * seed + shift);
            ClusterState state = new ClusterState(scenario);
            int[] groups = groups(scenario);
            LooseTargets targets = new LooseTargets(state, groups, Dice.of(seed + shift));
            if (targets.isEmpty() || Double.isNaN(exact(state, groups))) {
                continue;
            }
            DenseState wandering = new DenseState(state, groups, false);
            for (int k = 0; k < 60; k++) {
                int i = targets.someone();
                Placement to = targets.place(i);
                wandering.place(i, to.primary(), to.secondary());
            }
            DenseState straight = new DenseState(state, groups, false);
            List<Integer> order = new ArrayList<>(
                    IntStream.range(0, state.instanceCount()).boxed().toList());
            Collections.shuffle(order, new Random(seed));
            order.forEach(i -> straight.place(i, wandering.primary(i), wandering.secondary(i)));
            assertThat(straight.score()).isEqualTo(wandering.score());
            int i = targets.someone();
            Placement to = targets.place(i);
            assertThat(straight.rise(i, to.primary(), to.secondary()))
                    .isEqualTo(wandering.rise(i, to.primary(), to.secondary()));
        }
    }

    @Test
    void anInstanceWithBothNodesTheSameIsASecondaryThere() {
        ClusterState state = new SmallCluster()
                .node()
                .node()
                .node()
                .drbd(1, 1, i -> i.memory = 2048)
                .drbd(0, 1)
                .drbd(0, 2)
                .as(ClusterState::new);
        DenseState dense = new DenseState(state, new int[] {0}, false);
        ClusterState moved = new ClusterState(state.scenario());
        Trial trial = new Trial(moved);
        trial.moved(1, new Placement(2, 1));
        moved.commit(trial);
        dense.place(1, 2, 1);
        double expected = exact(moved, new int[] {0});
        assertThat(dense.score()).isCloseTo(expected, within(tolerance(expected)));
    }

    @Test
    void aGroupWithoutOnlineNodesHasNoScore() {
        ClusterState state = new SmallCluster()
                .node()
                .node()
                .node(node -> {
                    node.group = 1;
                    node.offline = true;
                })
                .drbd(0, 1)
                .single(2, i -> {})
                .as(ClusterState::new);
        double expected = exact(state, new int[] {0, 1});
        assertThat(new DenseState(state, new int[] {0, 1}, false).score())
                .isCloseTo(expected, within(tolerance(expected)));
        assertThat(new DenseState(state, new int[] {1}, false).score()).isZero();
    }
}
