package org.ballast.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Plans of which none is both cheaper and better than another, from the cheapest on.
 *
 * @param points the plans
 */
public record Front(List<Optimized> points) {
    /** How many prices are tried. */
    static final int POINTS = 12;
    /** Each price is this share of the one before. */
    static final double PRICE_STEP = 0.3;

    /** Copies the list. */
    public Front {
        points = List.copyOf(points);
    }

    /** Returns those of some plans that no other one makes needless. */
    static Front of(List<Optimized> plans) {
        List<Optimized> sorted = new ArrayList<>(plans);
        sorted.sort(Comparator.<Optimized>comparingLong(plan -> plan.total().dataMib())
                .thenComparingInt(plan -> plan.total().moves())
                .thenComparingDouble(Front::score));
        List<Optimized> points = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (Optimized plan : sorted) {
            if (score(plan) < best && !plan.plan().steps().isEmpty()) {
                best = score(plan);
                points.add(plan);
            }
        }
        return new Front(points);
    }

    private static double score(Optimized plan) {
        return plan.plan().after().total();
    }
}
