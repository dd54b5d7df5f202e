package org.ballast.planner.target;

/**
 * What change costs, in units of the score.
 *
 * @param ofMib for each MiB of data
 * @param ofMove for each move
 * @param ofInstance for each instance that moves
 * @param ofSecond for each second of work
 */
record Prices(double ofMib, double ofMove, double ofInstance, double ofSecond) {}
