package org.ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.ballast.backends.input.BackendException;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.cli.options.GoesWith;
import org.ballast.cli.options.OutputOptions;
import org.ballast.cli.options.SearchOptions;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Budget;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class LauncherTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SampleOptions options = new SampleOptions();

    @Command(name = "hcheck", description = "Does nothing.")
    private static final class SampleOptions {
        @Mixin
        final SearchOptions search = new SearchOptions();

        @Mixin
        final OutputOptions output = new OutputOptions();

        @Option(names = "--pick", paramLabel = "N")
        @GoesWith("--output")
        @SuppressWarnings("UnusedVariable") // only whether it is given counts
        String pick = "";
    }

    private int run(IntSupplier body, String... arguments) {
        Console console = new Console(new PrintStream(out), new PrintStream(err), Path.of(""));
        return Launcher.run(console, options, arguments, body);
    }

    private int run(String... arguments) {
        return run(() -> 7, arguments);
    }

    private String errors() {
        return err.toString(UTF_8);
    }

    @Test
    void exitCodeIsThatOfTheBody() {
        assertThat(run()).isEqualTo(7);
        assertThat(out.size() + err.size()).isZero();
    }

    @Test
    void helpEndsWithZero() {
        assertThat(run("foo", "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("Usage: hcheck", "--max-length", "Does nothing.");
        assertThat(errors()).isEmpty();
    }

    @Test
    void theVersionIsNamed() {
        assertThat(run("-V")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("hcheck (Ballast) version ");
    }

    @Test
    void completionIsGanetisListAndThenOurOwnOptions() {
        assertThat(run("--help-completion")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("""
                        --no-disk-moves none
                        -E,--evac-mode none
                        --no-instance-moves none
                        -l,--max-length integer
                        -g,--min-gain float
                        --min-gain-limit float
                        -e,--min-score float
                        --ignore-soft-errors none
                        -V,--version none
                        -h,--help none
                        --help-completion none
                        --output string
                        --pick string
                        """);
    }

    @Test
    void unknownOptionsAreNotUnderstood() {
        assertThat(run("--bogus")).isEqualTo(2);
        assertThat(errors())
                .startsWith("Command line error: unrecognized option `--bogus'\n\nhcheck (Ballast)")
                .contains("Usage: hcheck");
    }

    @Test
    void theFirstBadValueIsReported() {
        assertThat(run("-l", "x", "-g", "y")).isEqualTo(1);
        assertThat(errors())
                .isEqualTo(
                        "Error while parsing command line arguments:\nmax solution length: cannot parse string 'x'\n");
    }

    @Test
    void operandsAreRefused() {
        assertThat(run("foo")).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: This program doesn't take any arguments.\n");
    }

    @Test
    void theLastValueWins() {
        assertThat(run("-l1", "--max-len=2", "-e", "0.5", "--output", "json")).isEqualTo(7);
        assertThat(options.search.budget(0.25))
                .isEqualTo(new Budget(2, 0.75, Budget.HBAL_USUAL.minGain(), Budget.HBAL_USUAL.minGainLimit()));
        assertThat(options.output.form()).isEqualTo(OutputOptions.Form.JSON);
    }

    @Test
    void flagsBecomeMoveRules() {
        assertThat(run("--no-disk-moves", "-E", "--ignore-soft-errors")).isEqualTo(7);
        assertThat(options.search.rules(true)).isEqualTo(new MoveRules(false, true, true, true, true));
    }

    @Test
    void anOptionThatNeedsAnotherIsAcceptedWithIt() {
        assertThat(run("--pick=1", "--output=json")).isEqualTo(7);
        assertThat(run("--pick=1", "--help")).isZero();
    }

    @Test
    void anOptionThatNeedsAnotherIsRefusedAlone() {
        assertThat(run("--pick=1")).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: --pick goes with --output only.\n");
    }

    @Test
    void failuresEndWithTheirCode() {
        int code = run(() -> {
            throw Failure.because("it rains");
        });
        assertThat(code).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: it rains\n");
    }

    @Test
    void badInputEndsInOneLine() {
        int code = run(() -> {
            throw new BackendException("file:1: bad");
        });
        assertThat(code).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: file:1: bad\n");
    }

    @Test
    void bugsEndInOneLineToo() {
        int code = run(() -> {
            throw new IllegalStateException("two\nlines");
        });
        assertThat(code).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: internal error: java.lang.IllegalStateException: two lines\n");
    }

    @Test
    void exhaustionEndsInOneLineToo() {
        int code = run(() -> {
            throw new StackOverflowError();
        });
        assertThat(code).isEqualTo(1);
        assertThat(errors()).hasLineCount(1).startsWith("Error: internal error: java.lang.StackOverflowError");
    }
}
