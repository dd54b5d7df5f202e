package org.ballast.cli.getopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.input.BackendException;
import org.ballast.cli.console.Failure;

/** A command line of a command: its options take what is given, and it answers questions about the command itself. */
public final class Command {
    private final String name;
    private final Operands operands;
    private final String purpose;
    private final KeptOption<String> version = flag("-V,--version", "Show which version this is.");
    private final KeptOption<String> help = flag("-h,--help", "Show this text.");
    private final KeptOption<String> completion =
            flag("--help-completion", "List all options for the shell's completion.");
    private final List<Option> options;

    /**
     * The arguments that belong to no option.
     *
     * @param label what they are called in help texts; empty if there are none
     * @param completion what shells are told of them: lines after the options
     */
    public record Operands(String label, String completion) {
        /** No operands. */
        public static final Operands NONE = new Operands("", "");
    }

    /**
     * Creates the command line.
     *
     * @param name the command's name
     * @param operands what it wants beside options
     * @param purpose what it is for, in a sentence
     * @param options its options, without those that every command has
     */
    public Command(String name, Operands operands, String purpose, List<? extends Option> options) {
        this.name = name;
        this.operands = operands;
        this.purpose = purpose;
        List<Option> all = new ArrayList<>(options);
        all.add(version);
        all.add(help);
        all.add(completion);
        this.options = List.copyOf(all);
    }

    private static KeptOption<String> flag(String names, String description) {
        return new KeptOption<>(
                Declaration.flag(names, description).inGaneti("none", GanetiEntry.LAST), value -> value);
    }

    /** Returns all options. */
    public List<Option> options() {
        return options;
    }

    /**
     * Has the options take what the arguments give for them.
     *
     * @return the arguments that belong to no option
     * @throws Failure if there are unknown or incomplete options, or else if a value is bad: the first one is told
     */
    public List<String> read(String... arguments) {
        ParsedArguments words = words(arguments);
        try {
            for (ParsedArguments.Given each : words.given()) {
                each.option().take(each.value());
            }
        } catch (BackendException e) {
            throw new Failure(Failure.BAD, "Error while parsing command line arguments:\n" + e.getMessage());
        }
        return words.operands();
    }

    private ParsedArguments words(String... arguments) {
        try {
            return Getopt.read(options, arguments);
        } catch (BadCommandLine e) {
            throw new Failure(
                    Failure.NOT_UNDERSTOOD, "Command line error: " + e.getMessage() + "\n" + help().stripTrailing());
        }
    }

    /** Returns the answer if the command line that was read asks about the command itself. */
    public Optional<String> answer() {
        if (help.isGiven()) {
            return Optional.of(help());
        }
        if (version.isGiven()) {
            return Optional.of(Version.text(name));
        }
        return completion.isGiven() ? Optional.of(completion()) : Optional.empty();
    }

    private String help() {
        StringBuilder text = new StringBuilder(Version.line(name)).append('\n');
        text.append("Usage: ").append(name).append(" [OPTIONS]");
        text.append(operands.label().isEmpty() ? "" : " ")
                .append(operands.label())
                .append('\n');
        OptionList.wrap(text, purpose, 0);
        return text.append(OptionList.of(options)).toString();
    }

    /** Returns Ganeti's list as it is, and after it the options that Ganeti lacks. */
    private String completion() {
        List<Declaration> ganetis = new ArrayList<>();
        StringBuilder own = new StringBuilder();
        for (Option option : options) {
            if (option.declaration().ganeti().isPresent()) {
                ganetis.add(option.declaration());
            } else {
                own.append(option.declaration().completion());
            }
        }
        ganetis.sort((one, other) -> Integer.compare(place(one), place(other)));
        StringBuilder list = new StringBuilder();
        ganetis.forEach(each -> list.append(each.completion()));
        return list.append(operands.completion()).append(own).toString();
    }

    private static int place(Declaration option) {
        return option.ganeti().map(GanetiEntry::place).orElse(GanetiEntry.LAST);
    }
}
