package org.ballast.cli.getopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ballast.cli.getopt.Words.Given;

/**
 * Takes a command line apart as the peer's option parser, Haskell's {@code System.Console.GetOpt}, does.
 *
 * <p>The rules: long names may be shortened as long as they stay unique; short options may be joined, and the rest of
 * the argument, or else the next one, is their value; an optional value has to be attached; options and arguments may
 * be mixed; {@code --} ends the options. Options that the peer does not have give way: what is short for one of its
 * options stays so.
 */
public final class Getopt {
    private static final String END = "--";

    private final List<Option> options;
    private final Set<String> peerNames;
    private final List<Given> given = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private Getopt(List<Option> options, Set<String> peerNames) {
        this.options = options;
        this.peerNames = peerNames;
    }

    /**
     * Takes the arguments apart.
     *
     * @param options all options that there are
     * @param peerNames the names of the options that the peer has as well
     * @throws BadCommandLine if there are unknown or incomplete options
     */
    public static Words read(List<Option> options, Set<String> peerNames, String... arguments) {
        Getopt getopt = new Getopt(options, peerNames);
        getopt.readAll(List.of(arguments));
        getopt.mistakes.addAll(getopt.unknown);
        if (!getopt.mistakes.isEmpty()) {
            throw new BadCommandLine(String.join("", getopt.mistakes));
        }
        return new Words(getopt.given, getopt.operands);
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
        List<Option> candidates = candidates(name);
        if (candidates.size() > 1) {
            mistakes.add("option `" + name + "' is ambiguous; could be one of:\n" + OptionList.of(candidates));
        } else if (candidates.isEmpty()) {
            unknown.add(unrecognized(END + text));
        } else if (equals >= 0) {
            Option option = candidates.getFirst();
            if (option.value() == Option.Value.NONE) {
                mistakes.add("option `" + name + "' doesn't allow an argument\n");
            } else {
                given.add(new Given(option, text.substring(equals + 1)));
            }
        } else {
            addAlone(candidates.getFirst(), name, rest);
        }
    }

    private List<Option> candidates(String name) {
        List<Option> peers = new ArrayList<>();
        List<Option> own = new ArrayList<>();
        for (Option option : options) {
            if (option.names().contains(name)) {
                return List.of(option);
            }
            if (option.name().startsWith(name)) {
                (peerNames.contains(option.name()) ? peers : own).add(option);
            }
        }
        return peers.isEmpty() ? own : peers;
    }

    private void readShort(int letter, String argument, List<String> rest) {
        String name = "-" + Character.toString(letter);
        String attached = argument.substring(name.length());
        for (Option option : options) {
            if (!option.names().contains(name)) {
                continue;
            }
            if (attached.isEmpty()) {
                addAlone(option, name, rest);
            } else if (option.value() == Option.Value.NONE) {
                given.add(new Given(option, ""));
                rest.add("-" + attached);
            } else {
                given.add(new Given(option, attached));
            }
            return;
        }
        unknown.add(unrecognized(name));
        if (!attached.isEmpty()) {
            rest.add("-" + attached);
        }
    }

    /** Adds an option that no value is attached to. */
    private void addAlone(Option option, String name, List<String> rest) {
        switch (option.value()) {
            case NONE, OPTIONAL -> given.add(new Given(option, option.fallback()));
            case REQUIRED -> {
                if (rest.isEmpty()) {
                    mistakes.add("option `" + name + "' requires an argument " + option.label() + "\n");
                } else {
                    given.add(new Given(option, rest.removeLast()));
                }
            }
        }
    }

    private static String unrecognized(String name) {
        return "unrecognized option `" + name + "'\n";
    }
}
