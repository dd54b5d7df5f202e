package org.ballast.cli.getopt;

import java.util.List;
import java.util.Optional;

/**
 * The declaration of an option: its names, how it goes with a value, and what it is for.
 *
 * @param names all names, a short one with one dash before a long one with two
 * @param value whether a value goes with it
 * @param label what the value is called in help texts; empty without a value
 * @param fallback what an optional value is when it is left out
 * @param description what it is for, in a sentence
 * @param ganeti its line in Ganeti's list; empty if Ganeti's command of the same name does not have it
 */
public record Declaration(
        List<String> names,
        Value value,
        String label,
        String fallback,
        String description,
        Optional<GanetiEntry> ganeti) {

    /** Copies the names. */
    public Declaration {
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
    public static Declaration flag(String names, String description) {
        return new Declaration(split(names), Value.NONE, "", "", description, Optional.empty());
    }

    /** Returns an option with a value. */
    public static Declaration with(String label, String names, String description) {
        return new Declaration(split(names), Value.REQUIRED, label, "", description, Optional.empty());
    }

    /** Returns an option that may have a value. */
    public static Declaration maybeWith(String label, String fallback, String names, String description) {
        return new Declaration(split(names), Value.OPTIONAL, label, fallback, description, Optional.empty());
    }

    /** Returns this option as one that is in Ganeti's list. */
    public Declaration inGaneti(String kind, int place) {
        return new Declaration(names, value, label, fallback, description, Optional.of(new GanetiEntry(kind, place)));
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

    /** Returns its line in a list for shells. */
    String completion() {
        String kind = ganeti.isPresent() ? ganeti.get().kind() : value == Value.NONE ? "none" : "string";
        return String.join(",", names) + " " + kind + "\n";
    }

    private static List<String> split(String names) {
        int comma = names.indexOf(',');
        return comma < 0 ? List.of(names) : List.of(names.substring(0, comma), names.substring(comma + 1));
    }
}
