package org.ballast.hbal.timefold;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.target.ChangeCost;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.SearchWatch;
import org.ballast.optimizer.target.TargetAssignment;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;

class TimefoldSolverTest {
    private static final double PRICE = 1e-9;

    @Test
    void lowersTheScore() {
        TargetAssignment targetAssignment = targetAssignment(8, 1);
        double before = targetAssignment.score();
        new TimefoldSolver().improve(targetAssignment, Objective.of(PRICE, Limits.NONE), new Steps(1, 200_000));
        assertThat(targetAssignment.score()).isLessThan(before / 5);
        assertThat(targetAssignment.violations()).isZero();
    }

    /** Timefold scores each change from scratch, and whatever it took back. */
    @Test
    void givesTimefoldNothingToComplainAbout() {
        TargetAssignment targetAssignment = targetAssignment(5, 2);
        double before = targetAssignment.score();
        Objective objective = Objective.of(PRICE, dataLimit(200 << 10));
        new TimefoldSolver(EnvironmentMode.FULL_ASSERT).improve(targetAssignment, objective, new Steps(3, 20_000));
        assertThat(targetAssignment.score()).isLessThan(before);
    }

    @Test
    void scoresAreThoseOfTheTargetAlone() {
        TargetAssignment targetAssignment = targetAssignment(8, 3);
        new TimefoldSolver().improve(targetAssignment, Objective.of(PRICE, Limits.NONE), new Steps(1, 50_000));
        TargetAssignment other = targetAssignment(8, 3);
        other.placeAll(targetAssignment.placements());
        assertThat(other.score()).isEqualTo(targetAssignment.score());
        assertThat(other.changeCost()).isEqualTo(targetAssignment.changeCost());
    }

    @Test
    void sameSeedAndStepsSameTarget() {
        Placement[] first = solved(7, 100_000);
        assertThat(solved(7, 100_000)).isEqualTo(first);
        assertThat(solved(8, 100_000)).isNotEqualTo(first);
    }

    private static Placement[] solved(long seed, long tries) {
        TargetAssignment targetAssignment = targetAssignment(8, 4);
        new TimefoldSolver().improve(targetAssignment, Objective.of(PRICE, dataLimit(2 << 20)), new Steps(seed, tries));
        return targetAssignment.placements();
    }

    @Test
    void keepsEachLimit() {
        Limits moves = new Limits(OptionalInt.of(9), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty());
        Limits instances =
                new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.of(9));
        keeps(Objective.of(0, moves));
        keeps(Objective.of(0, instances));
        keeps(Objective.of(PRICE, dataLimit(300 << 10)));
        keeps(Objective.of(PRICE, Limits.NONE).withWork(OptionalDouble.of(5_000)));
    }

    private static void keeps(Objective objective) {
        TargetAssignment targetAssignment = targetAssignment(8, 5);
        double before = targetAssignment.score();
        new TimefoldSolver().improve(targetAssignment, objective, new Steps(1, 60_000));
        assertThat(objective.admits(targetAssignment.changeCost()))
                .as("%s for %s", targetAssignment.changeCost(), objective)
                .isTrue();
        assertThat(targetAssignment.score()).as("%s", objective).isLessThan(before);
    }

    @Test
    void reachesAGoalMoreCheaply() {
        TargetAssignment targetAssignment = targetAssignment(8, 6);
        new TimefoldSolver().improve(targetAssignment, Objective.of(PRICE, Limits.NONE), new Steps(1, 60_000));
        double goal = 1.05 * targetAssignment.score();
        ChangeCost before = targetAssignment.changeCost();
        Objective objective = new Objective(PRICE, Limits.NONE, OptionalDouble.empty(), OptionalDouble.of(goal));
        new TimefoldSolver().improve(targetAssignment, objective, new Steps(1, 200_000));
        assertThat(targetAssignment.score()).isLessThanOrEqualTo(goal);
        assertThat(targetAssignment.changeCost().dataMib()).isLessThan(before.dataMib());
    }

    @Test
    void endsWhenToldTo() {
        TargetAssignment targetAssignment = targetAssignment(8, 7);
        Placement[] before = targetAssignment.placements();
        new TimefoldSolver().improve(targetAssignment, Objective.of(PRICE, Limits.NONE), new Steps(1, 0));
        assertThat(targetAssignment.placements()).isEqualTo(before);
    }

    /** Two nodes and two instances: soon nothing is left to try that helps. */
    @Test
    void endsWhereLittleCanMove() {
        Scenario scenario = Scenario.of(RandomClusters.skewed(2, 1, 1));
        TargetAssignment targetAssignment =
                new TargetAssignment(new ClusterState(scenario), new int[] {0}, TargetRules.USUAL);
        double before = targetAssignment.score();
        new TimefoldSolver().improve(targetAssignment, Objective.of(PRICE, Limits.NONE), new Steps(1, 2_000_000));
        assertThat(targetAssignment.score()).isLessThanOrEqualTo(before);
    }

    @Test
    void tellsHowItGoes() {
        TargetAssignment targetAssignment = targetAssignment(8, 8);
        Steps steps = new Steps(1, 300_000);
        new TimefoldSolver().improve(targetAssignment, Objective.of(PRICE, Limits.NONE), steps);
        assertThat(steps.reports).isGreaterThan(1);
        assertThat(steps.lastTries).isBetween(1L, 300_100L);
        assertThat(steps.lastScore).isEqualTo(targetAssignment.score());
    }

    private static Limits dataLimit(long mib) {
        return new Limits(OptionalInt.empty(), OptionalLong.of(mib), OptionalDouble.empty(), OptionalInt.empty());
    }

    private static TargetAssignment targetAssignment(int nodes, long seed) {
        Scenario scenario = Scenario.of(RandomClusters.skewed(nodes, 10, seed));
        return new TargetAssignment(new ClusterState(scenario), new int[] {0}, TargetRules.USUAL);
    }

    /** Ends after a number of tries. */
    private static final class Steps implements SearchWatch {
        private final long seed;
        private final long mostTries;
        private int reports;
        private long lastTries;
        private double lastScore;

        Steps(long seed, long mostTries) {
            this.seed = seed;
            this.mostTries = mostTries;
        }

        @Override
        public long seed() {
            return seed;
        }

        @Override
        public long mostTries() {
            return mostTries;
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public synchronized void progress(double score, ChangeCost changeCost, long tries) {
            reports++;
            lastScore = score;
            lastTries = tries;
        }
    }
}
