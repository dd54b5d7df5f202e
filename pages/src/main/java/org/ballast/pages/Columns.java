package org.ballast.pages;

import java.util.List;

/**
 * Columns side by side, for instance how many instances there are of each size.
 *
 * @param title what they show
 * @param note how to read them; none if empty
 * @param axis what the columns stand for, such as "size"
 * @param unit what is counted
 * @param columns from left to right
 */
public record Columns(String title, String note, String axis, Unit unit, List<Column> columns) implements Part.Chart {

    /**
     * One column.
     *
     * @param name what it stands for
     * @param amount its height, not negative
     */
    public record Column(String name, double amount) {

        /** Throws an IllegalArgumentException if the amount is negative or not finite. */
        public Column {
            ChartNumbers.requireAmount("the amount of " + name, amount);
        }
    }

    /** Copies the list. */
    public Columns {
        columns = List.copyOf(columns);
    }
}
