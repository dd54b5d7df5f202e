package org.ballast.benchmarks.quality;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Markdown page in the making. */
final class Markdown {
    private static final double KIBI = 1024;
    private static final double MINUTE = 60;

    private final StringBuilder text = new StringBuilder();

    /** Adds a heading. */
    Markdown heading(String heading) {
        text.append("## ").append(heading).append("\n\n");
        return this;
    }

    /** Adds a paragraph; its lines are given one by one. */
    Markdown paragraph(String... lines) {
        text.append(String.join("\n", lines)).append("\n\n");
        return this;
    }

    /** Adds a table whose first columns hold words and whose others hold numbers. */
    Markdown table(int words, List<String> columns, List<List<String>> rows) {
        row(columns);
        text.append('|').append("---|".repeat(words)).append("--:|".repeat(columns.size() - words));
        text.append('\n');
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    private void row(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Returns the page so far. */
    String text() {
        return text.toString();
    }

    /** Writes MiB as GiB. */
    static String gib(long mib) {
        return decimals(mib / KIBI, mib < 100 * KIBI ? 1 : 0);
    }

    /** Writes seconds as minutes. */
    static String minutes(double seconds) {
        return decimals(seconds / MINUTE, 0);
    }

    /** Writes a score or a ratio; there is none where a plan does not do what was asked for. */
    static String ratio(double value) {
        return Double.isFinite(value) ? decimals(value, 3) : "missed";
    }

    /** Writes a share as percent. */
    static String percent(double share) {
        return decimals(100 * share, 0) + " %";
    }

    /** Writes a number with so many decimals. */
    static String decimals(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Writes a number with the decimals it has. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
