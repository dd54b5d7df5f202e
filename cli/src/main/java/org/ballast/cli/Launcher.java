package org.ballast.cli;

import java.nio.file.InvalidPathException;
import java.util.function.IntSupplier;
import org.ballast.backends.input.BackendException;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.cli.options.StandardOptions;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.PicocliException;

/** Runs a command from its command line to its exit code, whatever happens. */
public final class Launcher {
    private static final String DEBUG = "BALLAST_DEBUG";

    private final Console console;
    private final CommandOptions options;
    private final CommandLine commandLine;
    private final String tool;

    private Launcher(Console console, CommandOptions options) {
        this.console = console;
        this.options = options;
        commandLine = new CommandLine(options)
                .setExpandAtFiles(false)
                .setAllowOptionsAsOptionParameters(true)
                .setInterpolateVariables(false)
                .setEndOfOptionsDelimiter(GetoptArguments.END_OF_OPTIONS)
                .setOverwrittenOptionsAllowed(true);
        tool = commandLine.getCommandName();
    }

    /**
     * Reads the command line into the options, runs the body unless the options only ask about the command itself, and
     * prints why it failed if it did.
     *
     * @return the exit code
     */
    public static int run(Console console, CommandOptions options, String[] arguments, IntSupplier body) {
        try {
            return new Launcher(console, options).run(arguments, body);
        } catch (Failure failure) {
            console.note(failure.text());
            return failure.exitCode();
        } catch (BackendException unusable) {
            console.note("Error: " + unusable.getMessage());
            return Failure.BAD;
        } catch (InvalidPathException misnamed) {
            console.note("Error: no file can have this name: " + misnamed.getMessage());
            return Failure.BAD;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            console.note("Error: internal error: " + String.valueOf(bug).replace('\n', ' '));
            if ("1".equals(System.getenv(DEBUG))) {
                bug.printStackTrace(console.err());
            }
            return Failure.BAD;
        } finally {
            console.flush();
        }
    }

    private int run(String[] arguments, IntSupplier body) {
        parse(arguments);
        StandardOptions standard = options.standard();
        if (standard.wantsHelp()) {
            console.out().print(usage());
        } else if (standard.wantsVersion()) {
            console.out().print(Version.text(tool));
        } else if (standard.wantsCompletion()) {
            console.out().print(Completion.list(commandLine.getCommandSpec(), options.peerOptions()));
        } else if (standard.operands().isEmpty()) {
            return body.getAsInt();
        } else {
            throw Failure.because("This program doesn't take any arguments.");
        }
        return 0;
    }

    private void parse(String[] arguments) {
        try {
            commandLine.parseArgs(GetoptArguments.rewrite(
                    commandLine.getCommandSpec(), Completion.names(options.peerOptions()), arguments));
        } catch (GetoptArguments.BadCommandLine e) {
            throw new Failure(
                    Failure.NOT_UNDERSTOOD, "Command line error: " + e.getMessage() + "\n" + usage().stripTrailing());
        } catch (PicocliException e) {
            throw new Failure(Failure.BAD, "Error while parsing command line arguments:\n" + rootMessage(e));
        }
    }

    private static String rootMessage(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null ? String.valueOf(error.getMessage()) : rootMessage(cause);
    }

    private String usage() {
        return Version.line(tool) + "\n" + commandLine.getUsageMessage(Ansi.OFF);
    }
}
