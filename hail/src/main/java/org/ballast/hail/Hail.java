package org.ballast.hail;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Ending;
import org.ballast.cli.console.Failure;
import org.ballast.cli.console.StandardInput;
import org.ballast.hail.answer.Answer;
import org.ballast.hail.answer.Answers;
import org.ballast.hail.answer.RuleNotes;
import org.ballast.hail.answer.TaggedRules;
import org.ballast.iallocator.ReplyWriter;

/** The hail command: an answer to a cluster manager's question where instances should go. */
public final class Hail {
    private final InputStream in;
    private final Console console;

    private Hail(InputStream in, Console console) {
        this.in = in;
        this.console = console;
    }

    /** Creates the command; relative file names are relative to the directory. */
    public Hail(InputStream in, PrintStream out, PrintStream err, Path directory) {
        this(in, new Console(out, err, directory));
    }

    /** Creates the command with an empty standard input. */
    public Hail(PrintStream out, PrintStream err, Path directory) {
        this(InputStream.nullInputStream(), out, err, directory);
    }

    /** Runs the command for this process. */
    public static void main(String[] arguments) {
        // Not System.exit, which wants to log that it was called and starts the platform's logging for it.
        Runtime.getRuntime().halt(new Hail(new StandardInput(), Console.unwatched()).run(arguments));
    }

    /**
     * Runs the command and returns its exit code: 0, also where the request is refused; 1 if the request or another
     * input cannot be understood, or a file cannot be written; 2 for unknown options.
     */
    public int run(String... arguments) {
        return Ending.of(console, () -> {
            HailCommand hail = new HailCommand();
            List<String> operands = hail.command().read(arguments);
            Optional<String> aboutItself = hail.command().answer();
            if (aboutItself.isPresent()) {
                console.out().print(aboutItself.get());
            } else {
                answer(hail.options(), operands);
            }
            return 0;
        });
    }

    private void answer(HailOptions options, List<String> operands) {
        if (operands.isEmpty()) {
            throw Failure.because("This program needs an input file.");
        }
        if (operands.size() > 1) {
            throw Failure.because("Only one argument is accepted (the input file)");
        }
        Input input = new InputReader(in, console, options).read(operands.getFirst());
        Display display = new Display(console, options.display(), input.loaded().commonSuffix(), input.numbering());
        display.received(input);
        Answer answer = Answers.answer(input.question(), options.rules());
        if (options.advice().isAsked()) {
            new Advisor(console, options, input).print(answer);
        } else {
            console.line(ReplyWriter.write(answer.reply()));
        }
        display.answered(answer);
        TaggedRules.of(input.loaded().cluster(), input.request()).ifPresent(rules -> {
            rules.warnings().forEach(warning -> console.note("Warning: " + warning));
            RuleNotes.of(rules, input.request(), answer).forEach(note -> console.note("Warning: " + note));
        });
    }
}
