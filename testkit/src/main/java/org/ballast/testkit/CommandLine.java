package org.ballast.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A call of a tool, with the input files it needs.
 *
 * @param tool the tool's name, such as {@code hbal}
 * @param arguments its arguments
 * @param files the contents of its input files by their names, which are relative to the working directory
 */
public record CommandLine(String tool, List<String> arguments, SortedMap<String, String> files) {

    /** Copies the collections. */
    public CommandLine {
        arguments = List.copyOf(arguments);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Returns this call with another input file. */
    public CommandLine withFile(String name, String content) {
        SortedMap<String, String> more = new TreeMap<>(files);
        more.put(name, content);
        return new CommandLine(tool, arguments, more);
    }

    /** Returns the call as one would type it in a shell. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        words.add(tool);
        for (String argument : arguments) {
            words.add(argument.matches("[A-Za-z0-9_./=,:+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'");
        }
        return String.join(" ", words);
    }
}
