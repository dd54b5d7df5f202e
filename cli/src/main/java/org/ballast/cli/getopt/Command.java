package org.ballast.cli.getopt;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.cli.console.Failure;

/**
 * What a command can be asked about itself.
 *
 * @param name its name
 * @param operands what its arguments are called in help texts; empty if it takes none
 * @param purpose what it is for, in a sentence
 * @param options all its options
 * @param peerOptions the options that the peer's command of this name has, one a line, in its order: its names separated
 *     by commas, a blank, and the kind of its value; then the kinds of its arguments. Shells complete command lines by
 *     this list
 */
public record Command(String name, String operands, String purpose, List<Option> options, String peerOptions) {
    private static final String VERSION = "--version";
    private static final String HELP = "--help";
    private static final String COMPLETION = "--help-completion";

    /** The options that every command has. */
    public static final List<Option> STANDARD_OPTIONS = List.of(
            Option.flag("-V," + VERSION, "Show which version this is."),
            Option.flag("-h," + HELP, "Show this text."),
            Option.flag(COMPLETION, "List all options for the shell's completion."));

    /** Copies the options. */
    public Command {
        options = List.copyOf(options);
    }

    /**
     * Takes a command line apart.
     *
     * @throws Failure if there are unknown or incomplete options
     */
    public Words read(String... arguments) {
        try {
            return Getopt.read(options, peerNames(), arguments);
        } catch (BadCommandLine e) {
            throw new Failure(
                    Failure.NOT_UNDERSTOOD, "Command line error: " + e.getMessage() + "\n" + help().stripTrailing());
        }
    }

    /** Returns the failure of a command line where a value is bad. */
    public static Failure refused(String reason) {
        return new Failure(Failure.BAD, "Error while parsing command line arguments:\n" + reason);
    }

    /** Returns the answer if the command line asks about the command itself. */
    public Optional<String> answer(Words words) {
        if (words.has(HELP)) {
            return Optional.of(help());
        }
        if (words.has(VERSION)) {
            return Optional.of(Version.text(name));
        }
        return words.has(COMPLETION) ? Optional.of(completion()) : Optional.empty();
    }

    private String help() {
        StringBuilder text = new StringBuilder(Version.line(name)).append('\n');
        text.append("Usage: ").append(name).append(" [OPTIONS]");
        text.append(operands.isEmpty() ? "" : " ").append(operands).append('\n');
        OptionList.wrap(text, purpose, 0);
        return text.append(OptionList.of(options)).toString();
    }

    /** Returns the peer's options as they are, and after them those that it lacks. */
    private String completion() {
        Set<String> known = peerNames();
        StringBuilder list = new StringBuilder(peerOptions);
        for (Option option : options) {
            if (!known.contains(option.name())) {
                list.append(String.join(",", option.names()))
                        .append(option.value() == Option.Value.NONE ? " none\n" : " string\n");
            }
        }
        return list.toString();
    }

    private Set<String> peerNames() {
        Set<String> names = new HashSet<>();
        int start = 0;
        while (start < peerOptions.length()) {
            int blank = peerOptions.indexOf(' ', start);
            for (String each : peerOptions.substring(start, blank).split(",", -1)) {
                names.add(each);
            }
            start = peerOptions.indexOf('\n', blank) + 1;
        }
        return names;
    }
}
