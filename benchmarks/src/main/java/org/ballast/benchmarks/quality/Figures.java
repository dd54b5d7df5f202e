package org.ballast.benchmarks.quality;

import java.util.OptionalDouble;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;

/**
 * The figures of a plan that are compared.
 *
 * @param solver the name of the search whose plan it is
 * @param total what it takes
 * @param instances how many instances end elsewhere
 * @param score the score in the end
 * @param jobsetsMakespan seconds that it takes in sets of jobs, one after the other
 * @param makespan seconds that it takes if each move starts as soon as it can
 * @param halfway how much is gained on the way
 * @param pace changes tried a second; empty for the plan of the descent, for which none is tried
 */
record Figures(
        String solver,
        Cost total,
        int instances,
        double score,
        double jobsetsMakespan,
        double makespan,
        Halfway halfway,
        OptionalDouble pace) {
    /** The rates assumed of clusters. */
    static final Rates RATES = Rates.USUAL;

    /** Returns the figures of a plan that was searched for. */
    static Figures of(Arena arena, Optimized optimized) {
        return new Figures(
                optimized.search().solver(),
                optimized.total(),
                optimized.instances(),
                optimized.plan().after().total(),
                optimized.jobsetsMakespan(),
                optimized.schedule().makespan(),
                Halfway.of(arena, optimized.plan()),
                optimized.search().tries() > 0
                        ? OptionalDouble.of(
                                optimized.search().tries() / optimized.search().seconds())
                        : OptionalDouble.empty());
    }
}
