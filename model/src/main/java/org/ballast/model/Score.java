package org.ballast.model;

import java.util.List;

/**
 * The score of a set of nodes, row by row. Lower is better; 0 is a cluster without any imbalance or fault.
 *
 * @param total the weighted sum of the rows; NaN where a node without resources makes a ratio meaningless
 * @param components the rows, in the order of {@link ScoreRow}; none if no node is online, when the total is 0
 */
public record Score(double total, List<Component> components) {

    /** Copies the components. */
    public Score {
        components = List.copyOf(components);
    }

    /**
     * One row of the score.
     *
     * @param row which row
     * @param value the row's statistic, not yet weighted
     */
    public record Component(ScoreRow row, double value) {}
}
