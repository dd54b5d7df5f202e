package org.ballast.planner.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ballast.checker.Allowance;
import org.ballast.checker.PlanChecker;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.N1Rule;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.RandomMoves;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;
import org.ballast.testkit.MoveKinds;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreSheetTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithTheScoreComputedFromTheInstancesAlone(long seed) {
        for (long shift = 0; shift < 40; shift++) {
            Scenario scenario = Scenario.of(RandomClusters.of(3000 * seed + shift));
            ClusterState state = new ClusterState(scenario);
            Score sheet = new ScoreSheet(state, allNodes(state)).score();
            Plan nothing = new Plan(sheet, List.of(), sheet, Plan.StopReason.NO_BETTER_MOVE);
            PlanChecker.Report report = new PlanChecker(scenario, Allowance.STEPWISE).check(nothing);
            assertThat(report.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithItWhereNodesAreJudgedByAssignedMemory(long seed) {
        int different = 0;
        for (long shift = 0; shift < 40; shift++) {
            Scenario reported = Scenario.of(withUntouchedMemory(RandomClusters.of(5000 * seed + shift)));
            Scenario assigned = reported.withN1Rule(N1Rule.ASSIGNED);
            Score sheet = score(assigned);
            Plan nothing = new Plan(sheet, List.of(), sheet, Plan.StopReason.NO_BETTER_MOVE);
            assertThat(new PlanChecker(assigned, Allowance.STEPWISE)
                            .check(nothing)
                            .violations())
                    .isEmpty();
            if (Math.abs(sheet.total() - score(reported).total()) > 0.5) {
                assertThat(new PlanChecker(reported, Allowance.STEPWISE)
                                .check(nothing)
                                .violations())
                        .isNotEmpty();
                different++;
            }
        }
        assertThat(different).isPositive();
    }

    private static Score score(Scenario scenario) {
        ClusterState state = new ClusterState(scenario);
        return new ScoreSheet(state, allNodes(state)).score();
    }

    private static Cluster withUntouchedMemory(Cluster cluster) {
        return cluster.withNodes(cluster.nodes().stream()
                .map(node -> node.withFreeMemory(
                        (long) node.memory().total() - node.memory().reserved(), node.tags()))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void followsMovesToTheLastBit(long seed) {
        for (long shift = 0; shift < 20; shift++) {
            ClusterState state = new ClusterState(Scenario.of(RandomClusters.of(4000 * seed + shift)));
            ScoreSheet sheet = new ScoreSheet(state, allNodes(state));
            MoveEstimate estimate = new MoveEstimate(state, sheet, true);
            Trial trial = new Trial(state);
            for (Move move : new RandomMoves(state, seed).some(30)) {
                if (!MoveKinds.isSound(move, state.placement(move.instance()))
                        || trial.move(move, true) != Verdict.ACCEPTED) {
                    continue;
                }
                double before = sheet.total();
                double announced = sheet.totalAfter(trial);
                assertThat(sheet.total()).as("asking changes nothing").isEqualTo(Double.valueOf(before));
                if (!Double.isNaN(before)) {
                    assertThat(before + estimate.rise(trial))
                            .isCloseTo(announced, within(estimate.roundingError() + 1e-12 * announced));
                }
                state.commit(trial);
                sheet.update(trial);
                estimate.refresh();
                assertThat(sheet.total()).isEqualTo(Double.valueOf(announced));
                assertThat(sheet.total()).isEqualTo(Double.valueOf(new ScoreSheet(state, allNodes(state)).total()));
            }
        }
    }

    private static int[] allNodes(ClusterState state) {
        Cluster cluster = state.scenario().cluster();
        return IntStream.range(0, cluster.nodes().size()).toArray();
    }
}
