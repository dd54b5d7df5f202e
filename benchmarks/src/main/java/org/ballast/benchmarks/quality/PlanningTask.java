package org.ballast.benchmarks.quality;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.target.Objective;

/** A task for a search, in terms of the descent's plan, so that one figure tells how much better it is. */
enum PlanningTask {
    /** The cheapest plan that reaches the descent's score. */
    SAME_SCORE("same score", "data") {
        @Override
        Objective objective(Figures descent) {
            return new Objective(
                    0, Limits.NONE, OptionalDouble.empty(), OptionalDouble.of(descent.score() + TOLERANCE));
        }

        @Override
        double measure(Figures plan) {
            return plan.total().dataMib();
        }
    },
    /** The lowest score for no more data than the descent's plan moves. */
    SAME_DATA("same data", "score") {
        @Override
        Objective objective(Figures descent) {
            return within(new Limits(
                    OptionalInt.empty(),
                    OptionalLong.of(descent.total().dataMib()),
                    OptionalDouble.empty(),
                    OptionalInt.empty()));
        }

        @Override
        double measure(Figures plan) {
            return plan.score();
        }
    },
    /** The lowest score by no more moves than the descent's plan has. */
    SAME_MOVES("same moves", "score") {
        @Override
        Objective objective(Figures descent) {
            return within(new Limits(
                    OptionalInt.of(descent.total().moves()),
                    OptionalLong.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty()));
        }

        @Override
        double measure(Figures plan) {
            return plan.score();
        }
    };

    /** Scores are compared up to here: the descent's own plan must count as one that reaches its score. */
    private static final double TOLERANCE = 1e-9;
    /** A score that is missed by more has been missed. */
    private static final double VISIBLE = 1e-6;
    /** The price of a MiB: next to nothing, but of two plans with one score the smaller is better. */
    private static final double PRICE = 1e-10;

    private final String label;
    private final String measured;

    PlanningTask(String label, String measured) {
        this.label = label;
        this.measured = measured;
    }

    private static Objective within(Limits limits) {
        return Objective.of(PRICE, limits);
    }

    /** Returns its name. */
    String label() {
        return label;
    }

    /** Returns what of a plan is compared with that of the descent. */
    String measured() {
        return measured;
    }

    /** Returns what is better, where this is the descent's plan. */
    abstract Objective objective(Figures descent);

    /** Returns what of a plan is compared; less is better. */
    abstract double measure(Figures plan);

    /** Returns a plan's figure as a part of the descent's; not a number if the plan does not do what was asked for. */
    double ratio(Figures plan, Figures descent) {
        boolean isDone = this != SAME_SCORE || plan.score() <= descent.score() + VISIBLE;
        return isDone ? measure(plan) / measure(descent) : Double.NaN;
    }
}
