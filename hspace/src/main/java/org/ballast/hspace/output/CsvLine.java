package org.ballast.hspace.output;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of comma-separated values as RFC 4180 defines them, except that lines end in a line feed alone. */
final class CsvLine {
    /**
     * With these a spreadsheet takes a text for a formula, some of them only in East Asian settings. The guard is one
     * of them so that a text that begins with it gets a second one, and is the same again without the first.
     */
    private static final String FORMULA_STARTS = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char GUARD = '\'';
    private static final String SPECIAL = "\",\r\n";

    private CsvLine() {}

    /** Returns a field that holds a name that users choose: no spreadsheet computes it. */
    static String guarded(String name) {
        return !name.isEmpty() && FORMULA_STARTS.indexOf(name.charAt(0)) >= 0 ? GUARD + name : name;
    }

    /** Returns a row, without the end of the line. */
    static String of(List<String> fields) {
        return fields.stream().map(CsvLine::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean isPlain = field.chars().noneMatch(character -> SPECIAL.indexOf(character) >= 0);
        return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
