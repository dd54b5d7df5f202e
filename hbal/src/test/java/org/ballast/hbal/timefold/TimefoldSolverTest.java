package org.ballast.hbal.timefold;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.cost.Limits;
import org.ballast.planner.search.Bill;
import org.ballast.planner.search.Draft;
import org.ballast.planner.search.Objective;
import org.ballast.planner.search.SearchWatch;
import org.ballast.planner.search.TargetRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;

class TimefoldSolverTest {
    private static final double PRICE = 1e-9;

    @Test
    void lowersTheScore() {
        Draft draft = draft(8, 1);
        double before = draft.score();
        new TimefoldSolver().improve(draft, Objective.of(PRICE, Limits.NONE), new Steps(1, 200_000));
        assertThat(draft.score()).isLessThan(before / 5);
        assertThat(draft.violations()).isZero();
    }

    /** Timefold scores each change from scratch, and whatever it took back. */
    @Test
    void givesTimefoldNothingToComplainAbout() {
        Draft draft = draft(5, 2);
        double before = draft.score();
        Objective objective = Objective.of(PRICE, dataLimit(200 << 10));
        new TimefoldSolver(EnvironmentMode.FULL_ASSERT).improve(draft, objective, new Steps(3, 20_000));
        assertThat(draft.score()).isLessThan(before);
    }

    @Test
    void scoresAreThoseOfTheTargetAlone() {
        Draft draft = draft(8, 3);
        new TimefoldSolver().improve(draft, Objective.of(PRICE, Limits.NONE), new Steps(1, 50_000));
        Draft other = draft(8, 3);
        other.placeAll(draft.placements());
        assertThat(other.score()).isEqualTo(draft.score());
        assertThat(other.bill()).isEqualTo(draft.bill());
    }

    @Test
    void sameSeedAndStepsSameTarget() {
        Placement[] first = solved(7, 100_000);
        assertThat(solved(7, 100_000)).isEqualTo(first);
        assertThat(solved(8, 100_000)).isNotEqualTo(first);
    }

    private static Placement[] solved(long seed, long tries) {
        Draft draft = draft(8, 4);
        new TimefoldSolver().improve(draft, Objective.of(PRICE, dataLimit(2 << 20)), new Steps(seed, tries));
        return draft.placements();
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
        Draft draft = draft(8, 5);
        double before = draft.score();
        new TimefoldSolver().improve(draft, objective, new Steps(1, 60_000));
        assertThat(objective.admits(draft.bill()))
                .as("%s for %s", draft.bill(), objective)
                .isTrue();
        assertThat(draft.score()).as("%s", objective).isLessThan(before);
    }

    @Test
    void reachesAGoalMoreCheaply() {
        Draft draft = draft(8, 6);
        new TimefoldSolver().improve(draft, Objective.of(PRICE, Limits.NONE), new Steps(1, 60_000));
        double goal = 1.05 * draft.score();
        Bill before = draft.bill();
        Objective objective = new Objective(PRICE, Limits.NONE, OptionalDouble.empty(), OptionalDouble.of(goal));
        new TimefoldSolver().improve(draft, objective, new Steps(1, 200_000));
        assertThat(draft.score()).isLessThanOrEqualTo(goal);
        assertThat(draft.bill().dataMib()).isLessThan(before.dataMib());
    }

    @Test
    void endsWhenToldTo() {
        Draft draft = draft(8, 7);
        Placement[] before = draft.placements();
        new TimefoldSolver().improve(draft, Objective.of(PRICE, Limits.NONE), new Steps(1, 0));
        assertThat(draft.placements()).isEqualTo(before);
    }

    /** Two nodes and two instances: soon nothing is left to try that helps. */
    @Test
    void endsWhereLittleCanMove() {
        Scenario scenario = Scenario.of(RandomClusters.skewed(2, 1, 1));
        Draft draft = new Draft(new ClusterState(scenario), new int[] {0}, TargetRules.USUAL);
        double before = draft.score();
        new TimefoldSolver().improve(draft, Objective.of(PRICE, Limits.NONE), new Steps(1, 2_000_000));
        assertThat(draft.score()).isLessThanOrEqualTo(before);
    }

    @Test
    void tellsHowItGoes() {
        Draft draft = draft(8, 8);
        Steps steps = new Steps(1, 300_000);
        new TimefoldSolver().improve(draft, Objective.of(PRICE, Limits.NONE), steps);
        assertThat(steps.reports).isGreaterThan(1);
        assertThat(steps.lastTries).isBetween(1L, 300_100L);
        assertThat(steps.lastScore).isEqualTo(draft.score());
    }

    private static Limits dataLimit(long mib) {
        return new Limits(OptionalInt.empty(), OptionalLong.of(mib), OptionalDouble.empty(), OptionalInt.empty());
    }

    private static Draft draft(int nodes, long seed) {
        Scenario scenario = Scenario.of(RandomClusters.skewed(nodes, 10, seed));
        return new Draft(new ClusterState(scenario), new int[] {0}, TargetRules.USUAL);
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
        public synchronized void progress(double score, Bill bill, long tries) {
            reports++;
            lastScore = score;
            lastTries = tries;
        }
    }
}
