package org.ballast.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The list of options for the shell's completion. */
final class Completion {
    private Completion() {}

    /** Returns all names in a list of the peer's options. */
    static Set<String> names(String peerOptions) {
        Set<String> names = new HashSet<>();
        peerOptions
                .lines()
                .forEach(line -> names.addAll(
                        List.of(line.substring(0, line.indexOf(' ')).split(","))));
        return names;
    }

    /** Returns the peer's options as they are, and after them those that it lacks. */
    static String list(CommandSpec spec, String peerOptions) {
        Set<String> known = names(peerOptions);
        StringBuilder list = new StringBuilder(peerOptions);
        for (OptionSpec option : spec.options()) {
            if (!known.contains(option.longestName())) {
                list.append(String.join(",", option.names()))
                        .append(' ')
                        .append(option.arity().max() == 0 ? "none" : "string")
                        .append('\n');
            }
        }
        return list.toString();
    }
}
