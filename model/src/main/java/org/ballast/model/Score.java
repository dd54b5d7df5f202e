package org.ballast.model;

import java.util.ArrayList;
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

    /** Returns the score of two sets of nodes, each looked at by itself: the sum, row by row. */
    public Score plus(Score other) {
        if (components.isEmpty() || other.components.isEmpty()) {
            return new Score(total + other.total, components.isEmpty() ? other.components : components);
        }
        List<Component> sums = new ArrayList<>(components.size());
        for (int i = 0; i < components.size(); i++) {
            Component one = components.get(i);
            sums.add(new Component(
                    one.row(),
                    one.weight(),
                    one.value() + other.components.get(i).value()));
        }
        return new Score(total + other.total, sums);
    }

    /**
     * One row of the score.
     *
     * @param row which row
     * @param weight its factor in the total
     * @param value the row's statistic, not yet weighted
     */
    public record Component(ScoreRow row, double weight, double value) {
        /** Creates a row with its usual weight. */
        public Component(ScoreRow row, double value) {
            this(row, row.weight(), value);
        }
    }
}
