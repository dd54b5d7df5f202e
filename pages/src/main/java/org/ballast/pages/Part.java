package org.ballast.pages;

import java.util.List;

/** A part of a section. All texts are plain: nothing in them is taken for markup. */
public sealed interface Part {

    /**
     * Running text.
     *
     * @param text one paragraph
     */
    record Paragraph(String text) implements Part {}

    /**
     * A few figures that are read first, as tiles.
     *
     * @param facts in the order in which they are read
     */
    record Facts(List<Fact> facts) implements Part {

        /** Copies the list. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A figure.
     *
     * @param label what it is
     * @param value the figure, with its unit
     * @param note a few words under it; none if empty
     */
    record Fact(String label, String value, String note) {

        /** A figure that needs no words. */
        public Fact(String label, String value) {
            this(label, value, "");
        }
    }

    /**
     * A table.
     *
     * @param caption what it shows; none if empty
     * @param headings one for each column
     * @param rows a text for each column
     */
    record Table(String caption, List<Heading> headings, List<List<String>> rows) implements Part {

        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if a row has more or fewer texts than there are columns
         */
        public Table {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                ChartNumbers.requireSize("texts in " + row, row.size(), headings.size());
            }
        }
    }

    /**
     * The heading of a column.
     *
     * @param text its name
     * @param numeric whether the column's texts are numbers, which stand to the right
     */
    record Heading(String text, boolean numeric) {

        /** Above a column of words. */
        public static Heading words(String text) {
            return new Heading(text, false);
        }

        /** Above a column of numbers. */
        public static Heading numbers(String text) {
            return new Heading(text, true);
        }
    }

    /** Numbers as a picture, with the numbers themselves beside it. */
    sealed interface Chart extends Part permits Bars, Columns, Curve, Graph, Levels, Timetable {

        /** Returns what it shows. */
        String title();

        /** Returns a sentence on how to read it; empty if it needs none. */
        String note();
    }
}
