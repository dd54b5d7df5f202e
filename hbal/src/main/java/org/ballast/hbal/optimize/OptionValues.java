package org.ballast.hbal.optimize;

import java.util.Locale;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Quoted;
import org.ballast.backends.input.Readings;
import org.ballast.model.Decimals;

/** Reads the numbers that options name, each within its range. */
final class OptionValues {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private OptionValues() {}

    /** Reads a whole number. */
    static long whole(String option, String text, long least, long most) {
        long value = Readings.integer("parsing " + option, text);
        if (value < least || value > most) {
            throw refused(option, "a number from " + least + " to " + most, text);
        }
        return value;
    }

    /** Reads a whole number that fits into an {@code int}. */
    static int count(String option, String text, int least) {
        return (int) whole(option, text, least, Integer.MAX_VALUE);
    }

    /** Reads a decimal. */
    static double decimal(String option, String what, String text, double least, double most) {
        double value = Readings.decimal("parsing " + option, text);
        if (!(value >= least && value <= most)) {
            throw refused(option, what + " from " + shown(least) + " to " + shown(most), text);
        }
        return value;
    }

    /** Reads a decimal above 0. */
    static double positive(String option, String what, String text) {
        double value = Readings.decimal("parsing " + option, text);
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw refused(option, what + " above 0", text);
        }
        return value;
    }

    /** Reads a time and returns it in seconds; a unit of s, m or h may follow the number. */
    static double duration(String option, String text, double most) {
        String unit = text.isEmpty() ? "" : text.substring(text.length() - 1).toLowerCase(Locale.ROOT);
        double factor = switch (unit) {
            case "m" -> MINUTE;
            case "h" -> HOUR;
            default -> 1;
        };
        boolean hasUnit = factor > 1 || unit.equals("s");
        double value = Readings.decimal("parsing " + option, hasUnit ? text.substring(0, text.length() - 1) : text);
        double seconds = value * factor;
        if (!(seconds >= 0 && seconds <= most)) {
            throw refused(option, "seconds, or a time like 90m or 2h, from 0 to " + shown(most) + " seconds", text);
        }
        return seconds;
    }

    private static BackendException refused(String option, String expected, String text) {
        return new BackendException(
                "Invalid value of " + option + ", expected " + expected + ", got " + Quoted.quoted(text));
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Decimals.plain(value);
    }
}
