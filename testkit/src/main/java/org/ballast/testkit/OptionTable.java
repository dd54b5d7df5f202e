package org.ballast.testkit;

import java.util.List;
import java.util.Optional;
import org.ballast.testkit.Spelling.GivenOption;

/**
 * The options that Ganeti's tool of a name has, as Ballast's tool of that name declares them: random calls are made of
 * these. Where nothing is known of a tool, the table is empty, and options are written in full.
 *
 * @param rows the options
 */
public record OptionTable(List<Row> rows) {
    /** The table of a tool of which nothing is known. */
    public static final OptionTable UNKNOWN = new OptionTable(List.of());

    /** Copies the rows. */
    public OptionTable {
        rows = List.copyOf(rows);
    }

    /** How an option goes with a value. */
    public enum Value {
        /** It has none. */
        NONE,
        /** It may have one. */
        OPTIONAL,
        /** It has one. */
        REQUIRED
    }

    /**
     * An option.
     *
     * @param name its long name, without dashes
     * @param letter its short name, without a dash; empty if it has none
     * @param value how it goes with a value
     * @param label what error messages call the value; empty if it has none
     */
    public record Row(String name, String letter, Value value, String label) {}

    /** Returns whether nothing is known of the tool. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Returns whether options of more than one name can be meant. */
    public boolean isAmbiguous(String prefix) {
        return rows.stream().filter(row -> row.name().startsWith(prefix)).count() > 1;
    }

    /** Returns the option of this name. */
    public Optional<Row> find(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /** Returns the letter of an option, which must go with its value as declared; empty if it has none. */
    String letter(GivenOption option) {
        if (isEmpty()) {
            return "";
        }
        Row row = find(option.name())
                .orElseThrow(() -> new IllegalArgumentException("there is no option --" + option.name()));
        Value given = switch (option) {
            case GivenOption.Flag _ -> Value.NONE;
            case GivenOption.Valued _ -> Value.REQUIRED;
            case GivenOption.Optionally _ -> Value.OPTIONAL;
        };
        if (row.value() != given) {
            throw new IllegalArgumentException(
                    "--" + row.name() + " is given with value: " + given + ", not " + row.value());
        }
        return row.letter();
    }
}
