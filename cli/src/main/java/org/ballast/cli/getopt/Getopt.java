package org.ballast.cli.getopt;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.getopt.ParsedArguments.Given;

/**
 * The splitting of a command line as Ganeti's option parser, Haskell's {@code System.Console.GetOpt}, does it.
 *
 * <p>The rules: long names may be shortened as long as they stay unique; short options may be joined, and the rest of
 * the argument, or else the next one, is their value; an optional value has to be attached; options and arguments may
 * be mixed; {@code --} ends the options. Options that Ganeti does not have give way: what is short for one of its
 * options stays so.
 */
final class Getopt {
    private static final String END = "--";

    private final List<Option> options;
    private final List<Given> given = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private Getopt(List<Option> options) {
        this.options = options;
    }

    /**
     * Takes the arguments apart.
     *
     * @param options all options that there are
     * @throws BadCommandLine if there are unknown or incomplete options
     */
    static ParsedArguments read(List<Option> options, String... arguments) {
        Getopt getopt = new Getopt(options);
        getopt.readAll(List.of(arguments));
        getopt.mistakes.addAll(getopt.unknown);
        if (!getopt.mistakes.isEmpty()) {
            throw new BadCommandLine(String.join("", getopt.mistakes));
        }
        return new ParsedArguments(getopt.given, getopt.operands);
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
            if (option.declaration().value() == Declaration.Value.NONE) {
                mistakes.add("option `" + name + "' doesn't allow an argument\n");
            } else {
                given.add(new Given(option, text.substring(equals + 1)));
            }
        } else {
            addAlone(candidates.getFirst(), name, rest);
        }
    }

    private List<Option> candidates(String name) {
        List<Option> ganetis = new ArrayList<>();
        List<Option> own = new ArrayList<>();
        for (Option option : options) {
            Declaration declaration = option.declaration();
            if (declaration.names().contains(name)) {
                return List.of(option);
            }
            if (declaration.name().startsWith(name)) {
                (declaration.ganeti().isPresent() ? ganetis : own).add(option);
            }
        }
        return ganetis.isEmpty() ? own : ganetis;
    }

    private void readShort(int letter, String argument, List<String> rest) {
        String name = "-" + Character.toString(letter);
        String attached = argument.substring(name.length());
        for (Option option : options) {
            if (!option.declaration().names().contains(name)) {
                continue;
            }
            if (attached.isEmpty()) {
                addAlone(option, name, rest);
            } else if (option.declaration().value() == Declaration.Value.NONE) {
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
        Declaration declaration = option.declaration();
        switch (declaration.value()) {
            case NONE, OPTIONAL -> given.add(new Given(option, declaration.fallback()));
            case REQUIRED -> {
                if (rest.isEmpty()) {
                    mistakes.add("option `" + name + "' requires an argument " + declaration.label() + "\n");
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
