package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.AcceptorType;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.monitoring.MonitoringConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.ballast.planner.search.Draft;
import org.ballast.planner.search.Objective;
import org.ballast.planner.search.SearchWatch;
import org.ballast.planner.search.TargetSolver;

/**
 * Timefold's local search over targets: simulated annealing in rounds, each longer than the one before. Two searches go at
 * the same time, and after each round both go on from the better target. How Timefold is configured, and what was
 * measured, is in decision 0012.
 */
public final class TimefoldSolver implements TargetSolver {
    /** How many searches go at the same time on any machine, so that results do not depend on its cores. */
    private static final int COURSES = 2;

    /** The temperature at the start of a round, in units of the score, for a cluster of one node. */
    private static final double HOT = 0.02;

    /** How many changes Timefold evaluates in the first round. */
    private static final long FIRST_ROUND = 3_000;

    /** How much longer each round is than the one before. */
    private static final double GROWTH = 1.5;

    private final EnvironmentMode mode;

    /** Creates a solver as users run it. */
    public TimefoldSolver() {
        this(EnvironmentMode.NO_ASSERT);
    }

    /** Creates a solver that Timefold watches as closely as the mode says. */
    TimefoldSolver(EnvironmentMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "timefold";
    }

    @Override
    public void improve(Draft draft, Objective objective, SearchWatch watch) {
        if (draft.movable().length == 0 || draft.targets().length < 2) {
            return;
        }
        AtomicLong tried = new AtomicLong();
        List<Course> courses = new ArrayList<>();
        for (int c = 0; c < COURSES; c++) {
            long tries = watch.mostTries() / COURSES;
            courses.add(new Course(c == 0 ? draft : draft.copy(), objective, watch, watch.seed() + c, tries, tried));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(COURSES)) {
            double changes = FIRST_ROUND;
            while (courses.stream().noneMatch(course -> course.draws().isOver())) {
                long quota = (long) changes;
                courses.stream()
                        .<Future<?>>map(course -> threads.submit(() -> anneal(course, quota)))
                        .toList()
                        .forEach(TimefoldSolver::await);
                Course first = courses.get(0);
                courses.forEach(first::join);
                courses.forEach(course -> course.join(first));
                long tries = courses.stream()
                        .mapToLong(course -> course.draws().tries())
                        .sum();
                watch.progress(first.best.score(), first.best.bill(), tries);
                changes *= GROWTH;
            }
        }
    }

    /** Lets Timefold evaluate so many changes, and leaves the draft at the best target. */
    private void anneal(Course course, long changes) {
        double temperature = HOT / course.draft.targets().length;
        course.setPrices();
        course.draws().startRound(temperature, changes);
        SolverFactory.<Assignment>create(config(course.seed + changes, temperature, changes))
                .buildSolver()
                .solve(Assignment.ofDraft(course));
        course.returnToBest();
    }

    private static void await(Future<?> round) {
        try {
            round.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("somebody interrupts a search instead of asking it to end", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Timefold has failed", e.getCause());
        }
    }

    private SolverConfig config(long seed, double temperature, long changes) {
        LocalSearchPhaseConfig search = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Changes.class))
                .withAcceptorConfig(new LocalSearchAcceptorConfig()
                        .withAcceptorTypeList(List.of(AcceptorType.SIMULATED_ANNEALING))
                        .withSimulatedAnnealingStartingTemperature(
                                "0hard/0medium/" + Math.max(1, Math.round(temperature * Course.UNIT)) + "soft"))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        return new SolverConfig()
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withSolutionClass(Assignment.class)
                .withEntityClasses(Guest.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(DraftCalculator.class))
                // Two solvers that report the same figures to a monitor make it complain, and nobody reads them.
                .withMonitoringConfig(new MonitoringConfig().withSolverMetricList(List.of()))
                .withTerminationConfig(new TerminationConfig().withMoveCountLimit(changes))
                .withPhases(search);
    }
}
