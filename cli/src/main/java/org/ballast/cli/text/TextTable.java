package org.ballast.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.SafeText;

/** A table of cells in columns under a header: numbers to the right, everything else to the left. */
public final class TextTable {
    private final String indent;
    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;

    /**
     * A column.
     *
     * @param title its header
     * @param isNumeric whether its cells are aligned to the right
     */
    public record Column(String title, boolean isNumeric) {
        /** Returns a column of numbers. */
        public static Column number(String title) {
            return new Column(title, true);
        }

        /** Returns a column of words. */
        public static Column word(String title) {
            return new Column(title, false);
        }
    }

    private TextTable(String indent, List<Column> columns, boolean hasHeader) {
        this.indent = indent;
        this.columns = List.copyOf(columns);
        widths = new int[columns.size()];
        if (hasHeader) {
            add(this.columns.stream().map(Column::title).toList());
        }
    }

    /** Creates a table of the header alone; the indent stands in front of each line. */
    public TextTable(String indent, List<Column> columns) {
        this(indent, columns, true);
    }

    /** Returns an empty table without a header. */
    public static TextTable headless(String indent, List<Column> columns) {
        return new TextTable(indent, columns, false);
    }

    /** Adds a row, which must have a cell for each column; what is not printable in one is escaped. */
    public void add(List<String> texts) {
        List<String> cells = texts.stream().map(SafeText::of).toList();
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.max(widths[c], Padding.length(cells.get(c)));
        }
        rows.add(cells);
    }

    /** Returns all lines, each with its line feed; cells at the end of a line keep their blanks. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (List<String> row : rows) {
            lines.append(indent);
            for (int c = 0; c < widths.length; c++) {
                String cell = row.get(c);
                lines.append(' ')
                        .append(
                                columns.get(c).isNumeric()
                                        ? Padding.right(cell, widths[c])
                                        : Padding.left(cell, widths[c]));
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}
