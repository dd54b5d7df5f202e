package org.ballast.hspace.forecast;

import static org.ballast.backends.input.Quoted.quoted;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns of a file, by the names in its header. */
final class CsvColumns {
    private final CsvReader source;
    private final List<String> header;

    /** Takes the row that the source has reached as the header and checks that it has all it needs and nothing else. */
    CsvColumns(CsvReader source, List<String> required, List<String> known) {
        this.source = source;
        header = source.fields();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!known.contains(column)) {
                throw source.refused("unknown column " + quoted(column) + ", known are " + String.join(",", known));
            }
            if (!seen.add(column)) {
                throw source.refused("column " + quoted(column) + " is there twice");
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                throw source.refused("column " + quoted(column) + " is missing");
            }
        }
    }

    /** Goes to the next row below the header; skips repeated headers, which files appended to each other leave. */
    boolean advance() {
        while (source.advance()) {
            List<String> fields = source.fields();
            if (fields.size() != header.size()) {
                throw source.refused("expected " + header.size() + " fields as in the header, found " + fields.size());
            }
            if (!fields.equals(header)) {
                return true;
            }
        }
        return false;
    }

    /** Returns a field of the row reached. */
    String text(String column) {
        return source.fields().get(header.indexOf(column));
    }
}
