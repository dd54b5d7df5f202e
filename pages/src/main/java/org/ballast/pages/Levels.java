package org.ballast.pages;

import java.util.List;

/**
 * Levels before and after a change, for instance of all resources of each node: a row for each, and a column of bars
 * for each measure.
 *
 * @param title what they show
 * @param note how to read it; none if empty
 * @param before what the mark across a bar stands for
 * @param after what a bar stands for
 * @param measures what is measured, from left to right
 * @param rows from top to bottom
 */
public record Levels(String title, String note, String before, String after, List<String> measures, List<Row> rows)
        implements Part.Chart {

    /**
     * The levels of one thing.
     *
     * @param name what it is
     * @param changes one for each measure
     */
    public record Row(String name, List<Change> changes) {

        /** Copies the list. */
        public Row {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Two shares of a whole; 1 is all of it.
     *
     * @param before how much it was, not negative
     * @param after how much it is, not negative
     */
    public record Change(double before, double after) {

        /** Throws an IllegalArgumentException if a share is negative or not finite. */
        public Change {
            ChartNumbers.requireAmount("the share before", before);
            ChartNumbers.requireAmount("the share after", after);
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a row has more or fewer changes than there are measures
     */
    public Levels {
        measures = List.copyOf(measures);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            ChartNumbers.requireSize("changes of " + row.name(), row.changes().size(), measures.size());
        }
    }
}
