package org.ballast.planner.search;

/**
 * What change costs, in units of the score.
 *
 * @param ofMib for each MiB of data
 * @param ofMove for each move
 * @param ofInstance for each instance that moves
 * @param ofSecond for each second of work
 */
public record Prices(double ofMib, double ofMove, double ofInstance, double ofSecond) {
    /** Change is free. */
    public static final Prices NONE = new Prices(0, 0, 0, 0);

    /** Returns what a bill comes to. */
    public double of(Bill bill) {
        return ofMib * bill.dataMib() + ofMove * bill.moves() + ofInstance * bill.instances() + ofSecond * bill.work();
    }
}
