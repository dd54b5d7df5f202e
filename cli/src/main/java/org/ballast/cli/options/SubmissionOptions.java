package org.ballast.cli.options;

import java.util.Optional;
import org.ballast.backends.input.BackendException;
import org.ballast.cli.console.Failure;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options on the execution of a plan. */
public final class SubmissionOptions {
    /** Stands for the results' stream where a file name is asked for. */
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = {"-C", "--print-commands"},
            arity = "0..1",
            fallbackValue = STANDARD_OUTPUT,
            paramLabel = "FILE",
            description = "Print the commands that carry out the plan, or write them to a file as a script.")
    @GanetiOption(kind = "none", lines = "hbal 3")
    private Optional<String> commands = Optional.empty();

    @Option(
            names = {"-X", "--exec"},
            description = "Carry out the plan; only with -L.")
    @GanetiOption(kind = "none", lines = "hbal 10")
    private boolean execute;

    @Option(names = "--first-job-group", description = "Stop after the first set of jobs.")
    @GanetiOption(kind = "none", lines = "hbal 11")
    private boolean firstJobSet;

    @Option(names = "--reason", paramLabel = "REASON", description = "With -X, why the jobs are submitted.")
    @GanetiOption(kind = "none", lines = "hbal 12")
    @SuppressWarnings("UnusedVariable") // No job is submitted yet.
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--priority",
            paramLabel = "PRIO",
            converter = Priority.class,
            description = "With -X, the priority of the jobs: low, normal or high.")
    @GanetiOption(kind = "choices=low,normal,high", lines = "hbal 37")
    @SuppressWarnings("UnusedVariable") // No job is submitted yet.
    private Optional<String> priority = Optional.empty();

    private static final class Priority implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return switch (text) {
                case "low", "normal", "high" -> text;
                default -> throw new BackendException("Unknown priority '" + text + "'");
            };
        }
    }

    /** Returns whether commands are asked for, printed or in a file. */
    public boolean wantsCommands() {
        return commands.isPresent();
    }

    /** Returns whether commands are printed with the results. */
    public boolean printsCommands() {
        return commands.filter(STANDARD_OUTPUT::equals).isPresent();
    }

    /** Returns the name of the file that commands are written to. */
    public Optional<String> commandFile() {
        return commands.filter(name -> !name.equals(STANDARD_OUTPUT));
    }

    /** Returns whether only the first set of jobs counts. */
    public boolean isFirstJobSetOnly() {
        return firstJobSet;
    }

    /**
     * Makes sure that the plan does not have to be carried out.
     *
     * @throws Failure if it has to, and there is something to do
     */
    public void check(boolean isEmpty) {
        if (execute && !isEmpty) {
            throw Failure.because("hbal: Execution of commands possible only on LUXI");
        }
    }
}
