package org.ballast.hbal.explain;

import org.ballast.model.ScoreRow;

/**
 * What is left of a row of the score at the end of a plan.
 *
 * @param row the row
 * @param weight how much it counts
 * @param value its value at the end
 * @param lowest a value below which no plan of the same rules brings it
 */
public record Remainder(ScoreRow row, double weight, double value, double lowest) {
    /** Returns its part of the score. */
    public double weighted() {
        return weight * value;
    }

    /** Returns the part of the score that is certain to stay. */
    public double fixed() {
        return weight * lowest;
    }
}
