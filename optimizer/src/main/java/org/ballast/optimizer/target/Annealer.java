package org.ballast.optimizer.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Simulated annealing over targets. The cost of change is a part of what is minimised, with penalties that adapt to the
 * limits (see {@link AdaptivePenalties}), and the best target within all limits is kept.
 *
 * <p>Rounds, each twice as long as the one before, start from the best target, warm enough to leave it and cold enough
 * not to lose it. Two chains run at the same time; after each round the worse one continues from the better one's
 * target.
 */
public final class Annealer implements TargetSolver {
    /** The number of chains on any machine, so that results do not depend on its cores. */
    private static final int CHAINS = 2;

    private static final long FIRST_ROUND = 1 << 15;
    private static final long SHORTEST_ROUND = 1 << 10;
    /**
     * How often a round tries each pair of changes of a small cluster. In longer rounds the second chain starts from
     * where instances are.
     */
    private static final double TRIES_OF_A_PAIR = 2;
    /** The temperature at the start of a round, in units of the score, for a group of one node. */
    private static final double HOT = 0.12;

    /**
     * In the smallest clusters one instance changes the score much: there the second chain starts as much hotter, for
     * one node.
     */
    private static final double HOTTER = 200;

    private static final double COLD_SHARE = 1.0 / 30;
    private static final int SWEEPS = 12;
    /** The penalties of each sweep, as a share of those of the one before. */
    private static final double SWEEP_STEP = 0.3;

    @Override
    public String name() {
        return "anneal";
    }

    @Override
    public SearchEnd improve(TargetAssignment assignment, Objective objective, SearchWatch watch) {
        if (assignment.movable().length == 0 || assignment.targets().length < 2) {
            return SearchEnd.NOTHING_BETTER;
        }
        int nodes = assignment.targets().length;
        double hot = HOT / nodes;
        double hotter = hot * (1 + HOTTER / nodes / nodes);
        Stagnation stagnation = new Stagnation(assignment);
        List<AnnealingChain> chains = new ArrayList<>();
        for (int c = 0; c < CHAINS; c++) {
            chains.add(
                    new AnnealingChain(c == 0 ? assignment : assignment.copy(), objective, CHAINS * watch.seed() + c));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(CHAINS)) {
            runParallel(chains, threads, chain -> sweep(chain, hot, watch));
            double pairs = TRIES_OF_A_PAIR * Math.pow((double) assignment.movable().length * nodes, 2);
            long first = Math.clamp((long) pairs, SHORTEST_ROUND, FIRST_ROUND);
            for (long steps = first; isUnfinished(chains, watch); steps *= 2) {
                if (steps > pairs) {
                    chains.getLast().resetToStart();
                }
                runRound(chains, steps, hot, hotter, watch, threads);
                if (stagnation.isReached(chains.getFirst().standing(), tries(chains)) && isUnfinished(chains, watch)) {
                    return SearchEnd.NOTHING_BETTER;
                }
            }
        }
        return SearchEnd.EFFORT_OVER;
    }

    private static boolean isUnfinished(List<AnnealingChain> chains, SearchWatch watch) {
        return !watch.isOver() && chains.stream().allMatch(chain -> chain.tries() < watch.mostTries() / CHAINS);
    }

    private static void runRound(
            List<AnnealingChain> chains,
            long steps,
            double hot,
            double hotter,
            SearchWatch watch,
            ExecutorService threads) {
        runParallel(chains, threads, chain -> {
            boolean isFirst = chain.equals(chains.getFirst());
            anneal(chain, steps, isFirst ? hot : hotter, watch, isFirst);
        });
        chains.forEach(AnnealingChain::startRound);
        AnnealingChain first = chains.stream()
                .min(Comparator.comparing(AnnealingChain::standing))
                .orElseThrow();
        for (AnnealingChain chain : chains) {
            if (first.standing().compareTo(chain.standing()) < 0) {
                chain.copyFrom(first);
            }
        }
        watch.progress(first.best().score(), first.best().changeCost(), tries(chains));
    }

    private static long tries(List<AnnealingChain> chains) {
        return chains.stream().mapToLong(AnnealingChain::tries).sum();
    }

    private static void runParallel(
            List<AnnealingChain> chains, ExecutorService threads, Consumer<AnnealingChain> part) {
        List<Future<?>> running = chains.stream()
                .<Future<?>>map(chain -> threads.submit(() -> part.accept(chain)))
                .toList();
        running.forEach(Annealer::await);
    }

    /** Makes the changes first that gain most for what they cost, until limits are reached. */
    private static void sweep(AnnealingChain chain, double hot, SearchWatch watch) {
        BooleanSupplier isOver = () -> watch.isOver() || chain.tries() >= watch.mostTries() / CHAINS;
        double share = 1;
        for (int k = 0; k < SWEEPS && !isOver.getAsBoolean(); k++) {
            share *= SWEEP_STEP;
            if (chain.sweep(share, COLD_SHARE * hot, isOver)) {
                return;
            }
        }
    }

    private static void anneal(AnnealingChain chain, long steps, double hot, SearchWatch watch, boolean reports) {
        double cooling = Math.pow(COLD_SHARE, (double) AnnealingChain.STEPS_PER_UPDATE / steps);
        double temperature = hot;
        for (long done = 0; done < steps; done += AnnealingChain.STEPS_PER_UPDATE) {
            if (watch.isOver() || chain.tries() >= watch.mostTries() / CHAINS) {
                return;
            }
            chain.run(temperature);
            temperature *= cooling;
            if (reports) {
                watch.progress(chain.best().score(), chain.best().changeCost(), CHAINS * chain.tries());
            }
        }
    }

    private static void await(Future<?> chain) {
        try {
            chain.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a search was interrupted instead of being asked to end", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an annealing chain has failed", e.getCause());
        }
    }
}
