package org.ballast.cli;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.getopt.Command;
import org.ballast.cli.getopt.Option;
import org.ballast.cli.getopt.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Stands between {@link org.ballast.cli.getopt.Getopt} and picocli: tells the one which options the other knows, and
 * writes what was given so that picocli can understand it in one way only.
 */
final class GetoptArguments {
    private GetoptArguments() {}

    /** Returns all options of a command: its own, which picocli knows, and those that every command has. */
    static List<Option> options(CommandSpec spec) {
        List<Option> options = new ArrayList<>();
        for (OptionSpec each : spec.options()) {
            options.add(option(each));
        }
        options.addAll(Command.STANDARD_OPTIONS);
        return options;
    }

    private static Option option(OptionSpec option) {
        List<String> names = List.of(option.names());
        String description = String.join(" ", option.description());
        if (option.arity().max() == 0) {
            return new Option(names, Option.Value.NONE, "", "", description);
        }
        return option.arity().min() == 0
                ? new Option(names, Option.Value.OPTIONAL, option.paramLabel(), option.fallbackValue(), description)
                : new Option(names, Option.Value.REQUIRED, option.paramLabel(), "", description);
    }

    /** Returns what was given of picocli's options, each in the form {@code --name=value} under its full name. */
    static String[] rewrite(Words words) {
        List<String> rewritten = new ArrayList<>();
        for (Words.Given given : words.given()) {
            Option option = given.option();
            if (!Command.STANDARD_OPTIONS.contains(option)) {
                rewritten.add(
                        option.value() == Option.Value.NONE ? option.name() : option.name() + "=" + given.value());
            }
        }
        return rewritten.toArray(String[]::new);
    }
}
