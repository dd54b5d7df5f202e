package org.ballast.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;

/**
 * The part of a plan's gain that is reached on the way.
 *
 * @param shares for each of {@link #PERCENT} of the plan's data, the part of the gain that the moves within that have
 *     brought
 */
record Halfway(List<Double> shares) {
    /** The points on the way, in percent of all data. */
    static final List<Integer> PERCENT = List.of(10, 25, 50, 75);

    private static final double HUNDRED = 100;

    /** Copies the list. */
    Halfway {
        shares = List.copyOf(shares);
    }

    /** Looks at a plan. */
    static Halfway of(Arena arena, Plan plan) {
        return of(arena, plan.steps(), plan.before().total(), plan.after().total());
    }

    /** Looks at moves that lead from one score to another. */
    static Halfway of(Arena arena, List<Plan.Step> steps, double before, double after) {
        double[] data = new double[steps.size()];
        double sum = 0;
        for (int k = 0; k < data.length; k++) {
            sum += Cost.of(arena.scenario().cluster(), steps.get(k), Figures.RATES)
                    .dataMib();
            data[k] = sum;
        }
        List<Double> shares = new ArrayList<>();
        for (int percent : PERCENT) {
            double most = sum * percent / HUNDRED;
            int made = (int)
                    IntStream.range(0, data.length).filter(k -> data[k] <= most).count();
            double score = made == 0 ? before : steps.get(made - 1).score();
            shares.add(before == after ? 1 : (before - score) / (before - after));
        }
        return new Halfway(shares);
    }
}
