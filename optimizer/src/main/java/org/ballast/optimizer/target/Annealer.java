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
 * Simulated annealing over targets. What change costs is a part of what is minimised, at prices that follow demand (see
 * {@link AdaptivePenalties}), and the best target within all limits is kept.
 *
 * <p>Rounds, each twice as long as the one before, start from the best target, warm enough to leave it and cold enough not
 * to lose it. Two walks go at the same time; after each round the one that is behind joins the other.
 */
public final class Annealer implements TargetSolver {
    /** How many walks there are on any machine, so that results do not depend on its cores. */
    private static final int WALKS = 2;

    private static final long FIRST_ROUND = 1 << 15;
    private static final long SHORTEST_ROUND = 1 << 10;
    /** How often a round tries each pair of changes of a small cluster. In longer rounds the second walk starts from home. */
    private static final double TRIES_OF_A_PAIR = 2;
    /** The temperature at the start of a round, in units of the score, for a group of one node. */
    private static final double HOT = 0.12;

    /** In the smallest clusters a single instance is a mountain: there the second walk starts as much hotter, for one node. */
    private static final double HOTTER = 200;

    private static final double COLD_SHARE = 1.0 / 30;
    private static final int SWEEPS = 12;
    /** Each sweep asks this share of the prices of the one before. */
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
        List<AnnealingChain> walks = new ArrayList<>();
        for (int w = 0; w < WALKS; w++) {
            walks.add(new AnnealingChain(w == 0 ? assignment : assignment.copy(), objective, WALKS * watch.seed() + w));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(WALKS)) {
            together(walks, threads, chain -> sweep(chain, hot, watch));
            double pairs = TRIES_OF_A_PAIR * Math.pow((double) assignment.movable().length * nodes, 2);
            long first = Math.clamp((long) pairs, SHORTEST_ROUND, FIRST_ROUND);
            for (long steps = first; goesOn(walks, watch); steps *= 2) {
                if (steps > pairs) {
                    walks.getLast().goHome();
                }
                round(walks, steps, hot, hotter, watch, threads);
                if (stagnation.isReached(walks.getFirst().standing(), tries(walks)) && goesOn(walks, watch)) {
                    return SearchEnd.NOTHING_BETTER;
                }
            }
        }
        return SearchEnd.EFFORT_OVER;
    }

    private static boolean goesOn(List<AnnealingChain> walks, SearchWatch watch) {
        return !watch.isOver() && walks.stream().allMatch(chain -> chain.tries() < watch.mostTries() / WALKS);
    }

    private static void round(
            List<AnnealingChain> walks,
            long steps,
            double hot,
            double hotter,
            SearchWatch watch,
            ExecutorService threads) {
        together(walks, threads, chain -> {
            boolean isFirst = chain.equals(walks.getFirst());
            anneal(chain, steps, isFirst ? hot : hotter, watch, isFirst);
        });
        walks.forEach(AnnealingChain::beginRound);
        AnnealingChain first = walks.stream()
                .min(Comparator.comparing(AnnealingChain::standing))
                .orElseThrow();
        for (AnnealingChain chain : walks) {
            if (first.standing().compareTo(chain.standing()) < 0) {
                chain.join(first);
            }
        }
        watch.progress(first.best().score(), first.best().changeCost(), tries(walks));
    }

    private static long tries(List<AnnealingChain> walks) {
        return walks.stream().mapToLong(AnnealingChain::tries).sum();
    }

    private static void together(List<AnnealingChain> walks, ExecutorService threads, Consumer<AnnealingChain> part) {
        List<Future<?>> running = walks.stream()
                .<Future<?>>map(chain -> threads.submit(() -> part.accept(chain)))
                .toList();
        running.forEach(Annealer::await);
    }

    /** Takes first what gains most for what it costs, until limits are reached. */
    private static void sweep(AnnealingChain chain, double hot, SearchWatch watch) {
        BooleanSupplier isOver = () -> watch.isOver() || chain.tries() >= watch.mostTries() / WALKS;
        double share = 1;
        for (int k = 0; k < SWEEPS && !isOver.getAsBoolean(); k++) {
            share *= SWEEP_STEP;
            if (chain.sweep(share, COLD_SHARE * hot, isOver)) {
                return;
            }
        }
    }

    private static void anneal(AnnealingChain chain, long steps, double hot, SearchWatch watch, boolean isTeller) {
        double cooling = Math.pow(COLD_SHARE, (double) AnnealingChain.PACE / steps);
        double temperature = hot;
        for (long done = 0; done < steps; done += AnnealingChain.PACE) {
            if (watch.isOver() || chain.tries() >= watch.mostTries() / WALKS) {
                return;
            }
            chain.go(temperature);
            temperature *= cooling;
            if (isTeller) {
                watch.progress(chain.best().score(), chain.best().changeCost(), WALKS * chain.tries());
            }
        }
    }

    private static void await(Future<?> chain) {
        try {
            chain.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("somebody interrupts a search instead of asking it to end", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a walk has failed", e.getCause());
        }
    }
}
