package org.ballast.optimizer.target;

/**
 * The weights of change, in units of the score.
 *
 * @param ofMib for each MiB of data
 * @param ofMove for each move
 * @param ofInstance for each instance that moves
 * @param ofSecond for each second of work
 */
public record PenaltyWeights(double ofMib, double ofMove, double ofInstance, double ofSecond) {
    /** Change is free. */
    public static final PenaltyWeights NONE = new PenaltyWeights(0, 0, 0, 0);

    /** Returns the penalty of a change. */
    public double of(ChangeCost changeCost) {
        return ofMib * (changeCost.dataMib() + Objective.RESTART_MIB * changeCost.restarts())
                + ofMove * changeCost.moves()
                + ofInstance * changeCost.instances()
                + ofSecond * changeCost.work();
    }
}
