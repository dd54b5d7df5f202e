package org.ballast.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Ending;
import org.ballast.cli.console.Failure;
import org.ballast.cli.getopt.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The run of a command whose options picocli's annotations declare, from its command line to its exit code, whatever
 * happens.
 */
public final class Launcher {
    private final Console console;
    private final List<FieldOption> options;
    private final Command command;

    private Launcher(Console console, Object options) {
        this.console = console;
        CommandSpec spec = CommandSpec.forAnnotatedObject(options);
        this.options = FieldOption.of(spec);
        command = new Command(
                spec.name(),
                Command.Operands.NONE,
                String.join(" ", spec.usageMessage().description()),
                this.options);
    }

    /**
     * Reads the command line into the options, runs the body unless the options only ask about the command itself, and
     * prints why it failed if it did.
     *
     * @param options an object of a class that picocli's annotations declare the command and its options in
     * @return the exit code
     */
    public static int run(Console console, Object options, String[] arguments, IntSupplier body) {
        return Ending.of(console, () -> new Launcher(console, options).run(arguments, body));
    }

    private int run(String[] arguments, IntSupplier body) {
        List<String> operands = command.read(arguments);
        Optional<String> answer = command.answer();
        if (answer.isPresent()) {
            console.out().print(answer.get());
            return 0;
        }
        if (!operands.isEmpty()) {
            throw Failure.because("This program doesn't take any arguments.");
        }
        checkCompany();
        return body.getAsInt();
    }

    /** Makes sure that no option is given without the one that it means something beside. */
    private void checkCompany() {
        Set<String> given = new HashSet<>();
        for (FieldOption option : options) {
            if (option.isGiven()) {
                given.add(option.declaration().name());
            }
        }
        for (FieldOption option : options) {
            Optional<String> other = option.wants();
            if (other.isPresent() && !given.contains(other.get())) {
                throw Failure.because(option.declaration().name() + " goes with " + other.get() + " only.");
            }
        }
    }
}
