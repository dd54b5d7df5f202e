package org.ballast.cli.getopt;

import java.util.ArrayList;
import java.util.List;
import org.ballast.backends.input.BackendException;
import org.ballast.model.N1Rule;
import org.ballast.model.SafeText;

/** Values of options, refused in Ganeti's words. */
public final class Values {
    private Values() {}

    /** Returns the text as it is. */
    public static String text(String text) {
        return text;
    }

    /** Returns the items between commas; none for an empty text. */
    public static List<String> commaSeparated(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    /** Returns the names of fields between commas, after a {@code +} of its own if the text begins with one. */
    public static List<String> fields(String text) {
        boolean isAddition = text.startsWith("+");
        List<String> names = new ArrayList<>(commaSeparated(isAddition ? text.substring(1) : text));
        if (isAddition) {
            names.addFirst("+");
        }
        return names;
    }

    /**
     * Reads yes or no.
     *
     * @throws BackendException if it is neither
     */
    public static boolean yesNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new BackendException("Invalid choice '" + text + "', pass one of 'yes' or 'no'");
        };
    }

    /** Returns whether the value says yes, in the words of people or in those of Ganeti's parameters. */
    public static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> yesNo(text);
        };
    }

    /**
     * Reads a release of Ganeti, which stands for its rule for N+1.
     *
     * @throws BackendException if no rule is called so
     */
    public static N1Rule n1Rule(String text) {
        return switch (text) {
            case "3.0" -> N1Rule.REPORTED;
            case "3.1" -> N1Rule.ASSIGNED;
            default ->
                throw new BackendException(
                        "Invalid rule for N+1 '" + SafeText.of(text) + "', pass one of '3.0' or '3.1'");
        };
    }

    /** Returns the value as an {@code int}; what does not fit becomes the nearest that does. */
    public static int clamped(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
