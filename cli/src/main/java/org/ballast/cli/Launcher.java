package org.ballast.cli;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Ending;
import org.ballast.cli.console.Failure;
import org.ballast.cli.getopt.Command;
import org.ballast.cli.getopt.Words;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.PicocliException;

/** Runs a command whose options picocli fills in, from its command line to its exit code, whatever happens. */
public final class Launcher {
    private final Console console;
    private final CommandLine commandLine;
    private final Command command;

    private Launcher(Console console, CommandOptions options) {
        this.console = console;
        commandLine = new CommandLine(options)
                .setExpandAtFiles(false)
                .setAllowOptionsAsOptionParameters(true)
                .setInterpolateVariables(false)
                .setOverwrittenOptionsAllowed(true);
        CommandSpec spec = commandLine.getCommandSpec();
        command = new Command(
                spec.name(),
                "",
                String.join(" ", spec.usageMessage().description()),
                GetoptArguments.options(spec),
                options.peerOptions());
    }

    /**
     * Reads the command line into the options, runs the body unless the options only ask about the command itself, and
     * prints why it failed if it did.
     *
     * @return the exit code
     */
    public static int run(Console console, CommandOptions options, String[] arguments, IntSupplier body) {
        return Ending.of(console, () -> new Launcher(console, options).run(arguments, body));
    }

    private int run(String[] arguments, IntSupplier body) {
        Words words = command.read(arguments);
        fillIn(words);
        Optional<String> answer = command.answer(words);
        if (answer.isPresent()) {
            console.out().print(answer.get());
            return 0;
        }
        if (!words.operands().isEmpty()) {
            throw Failure.because("This program doesn't take any arguments.");
        }
        return body.getAsInt();
    }

    private void fillIn(Words words) {
        try {
            commandLine.parseArgs(GetoptArguments.rewrite(words));
        } catch (PicocliException e) {
            throw Command.refused(rootMessage(e));
        }
    }

    private static String rootMessage(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null ? String.valueOf(error.getMessage()) : rootMessage(cause);
    }
}
