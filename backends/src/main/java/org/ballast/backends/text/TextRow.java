package org.ballast.backends.text;

import static org.ballast.backends.input.Quoted.quoted;
import static org.ballast.backends.input.Quoted.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.LineReader;
import org.ballast.backends.input.Numbers;

/** One line of a section, split into columns, with refusals that name the place in the file. */
final class TextRow {
    static final char SEPARATOR = '|';
    private static final int USUAL_COLUMNS = 16;
    /** So many digits never overflow. */
    private static final int SAFE_DIGITS = 18;

    private final LineReader source;
    private final String kind;
    private final String line;
    /** Where each column begins, and one past the separator that would follow the last one. */
    private int[] starts = new int[USUAL_COLUMNS + 1];

    private int columns;

    /**
     * Splits the line that the source has reached, which must not be empty.
     *
     * @param kind what the row describes, for messages
     */
    TextRow(LineReader source, String kind) {
        this.source = source;
        this.kind = kind;
        line = source.line();
        for (int end = line.indexOf(SEPARATOR); end >= 0; end = line.indexOf(SEPARATOR, end + 1)) {
            addColumnUpTo(end);
        }
        addColumnUpTo(line.length());
    }

    /** Refuses a row with fewer columns. */
    TextRow atLeast(int required) {
        if (columns < required) {
            throw source.refused(kind + ": expected at least " + required + " columns separated by '|', found "
                    + columns + " in " + quoted(line));
        }
        return this;
    }

    boolean has(int column) {
        return column < columns;
    }

    String text(int column) {
        return line.substring(starts[column], end(column));
    }

    boolean holds(int column, char only) {
        return end(column) - starts[column] == 1 && line.charAt(starts[column]) == only;
    }

    boolean isEmpty(int column) {
        return starts[column] == end(column);
    }

    /** Returns the column's list; none for an empty or absent column, but empty elements around each comma. */
    List<String> list(int column) {
        return has(column) ? split(text(column), ',') : List.of();
    }

    long integer(int column, String field) {
        OptionalLong plain = plainInteger(starts[column], end(column));
        return plain.isPresent() ? plain.getAsLong() : integer(text(column), field);
    }

    long integer(int column, String field, long whenAbsent) {
        return has(column) ? integer(column, field) : whenAbsent;
    }

    double decimal(int column, String field) {
        OptionalLong plain = plainInteger(starts[column], end(column));
        return plain.isPresent() ? plain.getAsLong() : decimal(text(column), field);
    }

    double decimal(int column, String field, double whenAbsent) {
        return has(column) ? decimal(column, field) : whenAbsent;
    }

    boolean flag(int column, String field) {
        if (holds(column, 'Y')) {
            return true;
        }
        if (holds(column, 'N')) {
            return false;
        }
        throw refused(field, "Y or N", text(column));
    }

    boolean flag(int column, String field, boolean whenAbsent) {
        return has(column) ? flag(column, field) : whenAbsent;
    }

    <E> E choice(int column, String field, Map<String, E> choices) {
        return choice(text(column), field, choices);
    }

    long integer(String text, String field) {
        return Numbers.integer(text)
                .orElseThrow(() -> refused(field, "an integer", text, "cannot parse string '" + readable(text) + "'"));
    }

    <E> E choice(String text, String field, Map<String, E> choices) {
        E chosen = choices.get(text);
        if (chosen == null) {
            throw refused(field, "one of " + String.join(", ", choices.keySet()), text);
        }
        return chosen;
    }

    /** Returns the exception for a field that is not what it should be. */
    BackendException refused(String field, String expected, String found) {
        String name = isEmpty(0) ? kind : kind + " " + readable(text(0));
        return source.refused(field + " of " + name + ": expected " + expected + ", found " + quoted(found));
    }

    /** Returns the exception for a field that is not what it should be, with further words on why. */
    BackendException refused(String field, String expected, String found, String why) {
        return new BackendException(refused(field, expected, found).getMessage() + " (" + why + ")");
    }

    /** Splits at every separator; an empty text has no elements at all. */
    static List<String> split(String text, char separator) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> elements = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            elements.add(text.substring(start, end));
            start = end + 1;
        }
        elements.add(text.substring(start));
        return elements;
    }

    private double decimal(String text, String field) {
        OptionalDouble number = Numbers.decimal(text);
        return number.orElseThrow(
                () -> refused(field, "a number", text, "cannot parse string '" + readable(text) + "'"));
    }

    private int end(int column) {
        return starts[column + 1] - 1;
    }

    private void addColumnUpTo(int end) {
        columns++;
        if (columns == starts.length) {
            starts = Arrays.copyOf(starts, 2 * columns);
        }
        starts[columns] = end + 1;
    }

    /** Reads what nearly every number is, a few digits, without copying them. */
    private OptionalLong plainInteger(int start, int end) {
        if (start == end || end - start > SAFE_DIGITS) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            value = 10 * value + digit;
        }
        return OptionalLong.of(value);
    }
}
