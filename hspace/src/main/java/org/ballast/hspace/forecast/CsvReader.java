package org.ballast.hspace.forecast;

import static org.ballast.backends.input.Quoted.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.LineReader;

/**
 * A strict reader of comma-separated values as RFC 4180 defines them: a quote is at the start of a field or doubled
 * within quotes, nothing follows the closing one, and blanks belong to fields. Lines may end in a line feed alone.
 * Empty lines are skipped.
 */
final class CsvReader implements AutoCloseable {
    private static final char QUOTE = '"';
    private static final char SEPARATOR = ',';

    private final LineReader source;
    private final String fileName;
    private int line;
    private int firstLine;
    private List<String> fields = List.of();

    private CsvReader(LineReader source, String fileName) {
        this.source = source;
        this.fileName = fileName;
    }

    static CsvReader open(Path file) {
        return new CsvReader(LineReader.open(file), file.toString());
    }

    /** Goes to the next row that is not empty; returns whether there is one. */
    boolean advance() {
        while (nextLine()) {
            firstLine = line;
            StringBuilder row = new StringBuilder(text());
            while (isWithinQuotes(row) && nextLine()) {
                row.append('\n').append(text());
            }
            if (!row.isEmpty()) {
                fields = split(row.toString());
                return true;
            }
        }
        return false;
    }

    /** Returns the fields of the row reached, without quotes. */
    List<String> fields() {
        return fields;
    }

    /** Returns the file and the line at which the row reached begins. */
    String position() {
        return fileName + ":" + firstLine;
    }

    /** Returns an exception about the row reached. */
    BackendException refused(String problem) {
        return new BackendException(position() + ": " + problem);
    }

    /** Returns an exception about a field of the row reached. */
    BackendException refused(String field, String expected, String found) {
        return refused(field + ": expected " + expected + ", found " + quoted(found));
    }

    /** Returns an exception about the file as a whole. */
    BackendException refusedWhole(String problem) {
        return source.refusedWhole(problem);
    }

    @Override
    public void close() {
        source.close();
    }

    private boolean nextLine() {
        line++;
        return source.advance();
    }

    private String text() {
        String text = source.line();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isWithinQuotes(CharSequence row) {
        return row.chars().filter(character -> character == QUOTE).count() % 2 == 1;
    }

    private List<String> split(String row) {
        List<String> found = new ArrayList<>();
        int start = 0;
        while (true) {
            boolean isQuoted = start < row.length() && row.charAt(start) == QUOTE;
            int end = isQuoted ? endOfQuoted(row, start) : endOfPlain(row, start);
            found.add(isQuoted ? row.substring(start + 1, end - 1).replace("\"\"", "\"") : row.substring(start, end));
            if (end == row.length()) {
                return found;
            }
            start = end + 1;
        }
    }

    private int endOfPlain(String row, int start) {
        int comma = row.indexOf(SEPARATOR, start);
        int end = comma < 0 ? row.length() : comma;
        String field = row.substring(start, end);
        if (field.indexOf(QUOTE) >= 0) {
            throw refused("expected no quote within a field without quotes around, found " + quoted(field));
        }
        return end;
    }

    /** Returns where the field ends that starts with a quote: one past the quote that closes it. */
    private int endOfQuoted(String row, int start) {
        int close = row.indexOf(QUOTE, start + 1);
        while (close >= 0 && close + 1 < row.length() && row.charAt(close + 1) == QUOTE) {
            close = row.indexOf(QUOTE, close + 2);
        }
        if (close < 0) {
            throw refused("expected a quote at the end of a field, found none behind " + quoted(row.substring(start)));
        }
        int end = close + 1;
        if (end < row.length() && row.charAt(end) != SEPARATOR) {
            throw refused("expected a comma after a field in quotes, found " + quoted(row.substring(end)));
        }
        return end;
    }
}
