package org.ballast.model;

import java.util.EnumMap;
import java.util.Map;

/** The weight of each row of the score. */
public final class ScoreWeights {
    /** The weights of hbal. */
    public static final ScoreWeights USUAL = new ScoreWeights(Map.of());

    private final Map<ScoreRow, Double> changed;

    private ScoreWeights(Map<ScoreRow, Double> changed) {
        this.changed = changed;
    }

    /**
     * Returns the usual weights, but for some rows.
     *
     * @param changed other weights, 0 or more
     */
    public static ScoreWeights with(Map<ScoreRow, Double> changed) {
        for (Map.Entry<ScoreRow, Double> each : changed.entrySet()) {
            if (!(each.getValue() >= 0) || each.getValue().isInfinite()) {
                throw new IllegalArgumentException(each.getKey().label() + " cannot have the weight " + each.getValue()
                        + ". Maybe a sign is wrong?");
            }
        }
        return changed.isEmpty() ? USUAL : new ScoreWeights(new EnumMap<>(changed));
    }

    /** Returns the weight of a row. */
    public double of(ScoreRow row) {
        Double own = changed.get(row);
        return own == null ? row.weight() : own;
    }

    /** Returns the weights of all rows, by {@link ScoreRow#ordinal}: a new array, for loops that ask often. */
    public double[] byRow() {
        double[] weights = new double[ScoreRow.ALL.size()];
        for (ScoreRow row : ScoreRow.ALL) {
            weights[row.ordinal()] = of(row);
        }
        return weights;
    }
}
