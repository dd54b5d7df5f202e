package org.ballast.cli.getopt;

import java.util.List;

/**
 * What can be given on a command line.
 *
 * @param names all names, a short one with one dash before a long one with two
 * @param value whether a value goes with it
 * @param label what the value is called in help texts; empty without a value
 * @param fallback what an optional value is when it is left out
 * @param description what it is for, in a sentence
 */
public record Option(List<String> names, Value value, String label, String fallback, String description) {

    /** Copies the names. */
    public Option {
        names = List.copyOf(names);
    }

    /** How an option goes with a value. */
    public enum Value {
        /** It has none. */
        NONE,
        /** It may have one, which then has to be attached. */
        OPTIONAL,
        /** It has one, attached or as the next argument. */
        REQUIRED
    }

    /** Returns an option without a value; the names are separated by commas. */
    public static Option flag(String names, String description) {
        return new Option(split(names), Value.NONE, "", "", description);
    }

    /** Returns an option with a value. */
    public static Option with(String label, String names, String description) {
        return new Option(split(names), Value.REQUIRED, label, "", description);
    }

    /** Returns an option that may have a value. */
    public static Option maybeWith(String label, String fallback, String names, String description) {
        return new Option(split(names), Value.OPTIONAL, label, fallback, description);
    }

    /** Returns its long name, by which programs know it. */
    public String name() {
        return names.getLast();
    }

    /** Returns the form in which help texts show it: its names, and what its value is called. */
    String synopsis() {
        String all = (names.size() > 1 ? "" : "    ") + String.join(", ", names);
        return switch (value) {
            case NONE -> all;
            case OPTIONAL -> all + "[=" + label + "]";
            case REQUIRED -> all + "=" + label;
        };
    }

    private static List<String> split(String names) {
        int comma = names.indexOf(',');
        return comma < 0 ? List.of(names) : List.of(names.substring(0, comma), names.substring(comma + 1));
    }
}
