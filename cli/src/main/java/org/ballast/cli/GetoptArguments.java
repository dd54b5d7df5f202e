package org.ballast.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Rewrites a command line so that picocli cannot understand it in any other way than the peer's option parser, Haskell's
 * {@code System.Console.GetOpt}, would: every option in the form {@code --name=value} under its full name, then
 * {@link #END_OF_OPTIONS}, then all other arguments.
 *
 * <p>The rules: long names may be shortened as long as they stay unique; short options may be joined, and the rest of
 * the argument, or else the next one, is their value; an optional value has to be attached; options and arguments may
 * be mixed; {@code --} ends the options. Options that the peer does not have give way: what is short for one of its
 * options stays so.
 */
final class GetoptArguments {
    /**
     * What ends the options in a rewritten command line: a text that no command line can hold, because {@code --} may
     * also be the value of an option.
     */
    static final String END_OF_OPTIONS = "\0";

    private static final String END = "--";

    private final List<OptionSpec> options;
    private final Set<String> peerNames;
    private final List<String> rewritten = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private GetoptArguments(CommandSpec spec, Set<String> peerNames) {
        options = spec.options();
        this.peerNames = peerNames;
    }

    /** How an option goes with a value. */
    private enum Value {
        NONE,
        OPTIONAL,
        REQUIRED;

        static Value of(OptionSpec option) {
            if (option.arity().max() == 0) {
                return NONE;
            }
            return option.arity().min() == 0 ? OPTIONAL : REQUIRED;
        }
    }

    /**
     * Rewrites the command line.
     *
     * @param peerNames the names of the options that the peer has as well
     * @throws BadCommandLine if there are unknown or incomplete options
     */
    static String[] rewrite(CommandSpec spec, Set<String> peerNames, String... arguments) {
        GetoptArguments getopt = new GetoptArguments(spec, peerNames);
        getopt.readAll(List.of(arguments));
        getopt.mistakes.addAll(getopt.unknown);
        if (!getopt.mistakes.isEmpty()) {
            throw new BadCommandLine(String.join("", getopt.mistakes));
        }
        getopt.rewritten.add(END_OF_OPTIONS);
        getopt.rewritten.addAll(getopt.operands);
        return getopt.rewritten.toArray(String[]::new);
    }

    private void readAll(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments.reversed());
        while (!rest.isEmpty()) {
            String argument = rest.removeLast();
            if (argument.equals(END)) {
                operands.addAll(rest.reversed());
                return;
            }
            if (argument.startsWith(END)) {
                readLong(argument.substring(END.length()), rest);
            } else if (argument.startsWith("-") && argument.length() > 1) {
                readShort(argument.codePointAt(1), argument, rest);
            } else {
                operands.add(argument);
            }
        }
    }

    private void readLong(String text, List<String> rest) {
        int equals = text.indexOf('=');
        String name = END + (equals < 0 ? text : text.substring(0, equals));
        List<OptionSpec> candidates = candidates(name);
        if (candidates.size() > 1) {
            mistakes.add("option `" + name + "' is ambiguous; could be one of:\n" + list(candidates));
        } else if (candidates.isEmpty()) {
            unknown.add(unrecognized(END + text));
        } else if (equals >= 0) {
            OptionSpec option = candidates.getFirst();
            if (Value.of(option) == Value.NONE) {
                mistakes.add("option `" + name + "' doesn't allow an argument\n");
            } else {
                add(option, text.substring(equals + 1));
            }
        } else {
            addAlone(candidates.getFirst(), name, rest);
        }
    }

    private List<OptionSpec> candidates(String name) {
        List<OptionSpec> peers = new ArrayList<>();
        List<OptionSpec> own = new ArrayList<>();
        for (OptionSpec option : options) {
            for (String each : option.names()) {
                if (each.equals(name)) {
                    return List.of(option);
                }
            }
            String longName = option.longestName();
            if (longName.startsWith(name)) {
                (peerNames.contains(longName) ? peers : own).add(option);
            }
        }
        return peers.isEmpty() ? own : peers;
    }

    private void readShort(int letter, String argument, List<String> rest) {
        String name = "-" + Character.toString(letter);
        String attached = argument.substring(name.length());
        for (OptionSpec option : options) {
            if (!List.of(option.names()).contains(name)) {
                continue;
            }
            if (attached.isEmpty()) {
                addAlone(option, name, rest);
            } else if (Value.of(option) == Value.NONE) {
                add(option);
                rest.add("-" + attached);
            } else {
                add(option, attached);
            }
            return;
        }
        unknown.add(unrecognized(name));
        if (!attached.isEmpty()) {
            rest.add("-" + attached);
        }
    }

    /** Adds an option that no value is attached to. */
    private void addAlone(OptionSpec option, String name, List<String> rest) {
        switch (Value.of(option)) {
            case NONE -> add(option);
            case OPTIONAL -> add(option, option.fallbackValue());
            case REQUIRED -> {
                if (rest.isEmpty()) {
                    mistakes.add("option `" + name + "' requires an argument " + option.paramLabel() + "\n");
                } else {
                    add(option, rest.removeLast());
                }
            }
        }
    }

    private void add(OptionSpec option) {
        rewritten.add(option.longestName());
    }

    private void add(OptionSpec option, String value) {
        rewritten.add(option.longestName() + "=" + value);
    }

    private static String list(List<OptionSpec> options) {
        CommandSpec spec = CommandSpec.create();
        options.forEach(spec::addOption);
        return new CommandLine(spec).getHelp().optionList();
    }

    private static String unrecognized(String name) {
        return "unrecognized option `" + name + "'\n";
    }

    /** A command line with unknown or incomplete options; the message has a line for each. */
    static final class BadCommandLine extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadCommandLine(String message) {
            super(message, null, false, false);
        }
    }
}
