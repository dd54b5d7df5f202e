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
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.SearchEnd;
import org.ballast.optimizer.target.SearchWatch;
import org.ballast.optimizer.target.Stagnation;
import org.ballast.optimizer.target.TargetAssignment;
import org.ballast.optimizer.target.TargetSolver;

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
    public SearchEnd improve(TargetAssignment targetAssignment, Objective objective, SearchWatch watch) {
        if (targetAssignment.movable().length == 0 || targetAssignment.targets().length < 2) {
            return SearchEnd.NOTHING_BETTER;
        }
        Stagnation stagnation = new Stagnation(targetAssignment);
        AtomicLong tried = new AtomicLong();
        List<AnnealingRun> courses = new ArrayList<>();
        for (int c = 0; c < COURSES; c++) {
            long tries = watch.mostTries() / COURSES;
            courses.add(new AnnealingRun(
                    c == 0 ? targetAssignment : targetAssignment.copy(),
                    objective,
                    watch,
                    watch.seed() + c,
                    tries,
                    tried));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(COURSES)) {
            double changes = FIRST_ROUND;
            while (courses.stream()
                    .noneMatch(annealingRun -> annealingRun.moveSampler().isOver())) {
                long quota = (long) changes;
                courses.stream()
                        .<Future<?>>map(annealingRun -> threads.submit(() -> anneal(annealingRun, quota)))
                        .toList()
                        .forEach(TimefoldSolver::await);
                AnnealingRun first = courses.get(0);
                courses.forEach(first::join);
                courses.forEach(annealingRun -> annealingRun.join(first));
                long tries = courses.stream()
                        .mapToLong(annealingRun -> annealingRun.moveSampler().tries())
                        .sum();
                watch.progress(first.best.score(), first.best.changeCost(), tries);
                changes *= GROWTH;
                boolean goesOn = courses.stream()
                        .noneMatch(annealingRun -> annealingRun.moveSampler().isOver());
                if (stagnation.isReached(courses.getFirst().best.standing(), tries) && goesOn) {
                    return SearchEnd.NOTHING_BETTER;
                }
            }
        }
        return SearchEnd.EFFORT_OVER;
    }

    /** Lets Timefold evaluate so many changes, and leaves the draft at the best target. */
    private void anneal(AnnealingRun annealingRun, long changes) {
        double temperature = HOT / annealingRun.targetAssignment.targets().length;
        annealingRun.setPrices();
        annealingRun.moveSampler().startRound(temperature, changes);
        SolverFactory.<Assignment>create(config(annealingRun.seed + changes, temperature, changes))
                .buildSolver()
                .solve(Assignment.ofDraft(annealingRun));
        annealingRun.returnToBest();
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
                .withMoveSelectorConfig(
                        new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(PlacementMoves.class))
                .withAcceptorConfig(new LocalSearchAcceptorConfig()
                        .withAcceptorTypeList(List.of(AcceptorType.SIMULATED_ANNEALING))
                        .withSimulatedAnnealingStartingTemperature(
                                "0hard/0medium/" + Math.max(1, Math.round(temperature * AnnealingRun.UNIT)) + "soft"))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        return new SolverConfig()
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withSolutionClass(Assignment.class)
                .withEntityClasses(PlannedInstance.class)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                        .withIncrementalScoreCalculatorClass(TargetScoreCalculator.class))
                // Two solvers that report the same figures to a monitor make it complain, and nobody reads them.
                .withMonitoringConfig(new MonitoringConfig().withSolverMetricList(List.of()))
                .withTerminationConfig(new TerminationConfig().withMoveCountLimit(changes))
                .withPhases(search);
    }
}
