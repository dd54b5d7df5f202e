package org.ballast.hbal.timefold;

import org.ballast.planner.cost.Limits;
import org.ballast.planner.target.Bill;
import org.ballast.planner.target.Objective;

/**
 * What change costs during one round, in units of the score. A search that pays them comes to rest near its limits; free
 * change would press against the limits all the time, and could only exchange one change for another.
 *
 * @param ofMib for each MiB of data
 * @param ofMove for each move
 * @param ofInstance for each instance that moves
 * @param ofSecond for each second of work
 */
record Charges(double ofMib, double ofMove, double ofInstance, double ofSecond) {
    static final Charges NONE = new Charges(0, 0, 0, 0);

    /**
     * Returns charges at which the last part of what is used brings as much as it costs, if the score falls by a share of a
     * percent for each percent more.
     *
     * @param score the score where the search starts
     * @param bill what it takes to get there
     * @param elasticity that share
     */
    static Charges near(Objective objective, double score, Bill bill, double elasticity) {
        Limits limits = objective.limits();
        double worth = elasticity * objective.goal().orElse(score);
        double data = limits.dataMib().isPresent() ? limits.dataMib().getAsLong() : bill.dataMib();
        boolean isDataScarce = limits.dataMib().isPresent() || objective.goal().isPresent();
        return new Charges(
                isDataScarce ? Math.max(objective.price(), worth / Math.max(1, data)) : objective.price(),
                limits.moves().isPresent() ? worth / Math.max(1, limits.moves().getAsInt()) : 0,
                limits.instances().isPresent()
                        ? worth / Math.max(1, limits.instances().getAsInt())
                        : 0,
                objective.work().isPresent()
                        ? worth / Math.max(1, objective.work().getAsDouble())
                        : 0);
    }

    /** Returns what a bill comes to. */
    double of(Bill bill) {
        return ofMib * bill.dataMib() + ofMove * bill.moves() + ofInstance * bill.instances() + ofSecond * bill.work();
    }
}
