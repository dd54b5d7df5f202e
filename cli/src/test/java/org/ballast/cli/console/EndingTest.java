package org.ballast.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ballast.backends.input.BackendException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A disk with room for ten bytes. */
    private static final class SmallDisk extends OutputStream {
        private final String reason;
        private int room = 10;

        SmallDisk(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int character) throws IOException {
            if (room-- <= 0) {
                throw new IOException(reason);
            }
        }
    }

    private int end(OutputStream out, Consumer<Console> command) {
        Console console =
                new Console(new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8), Path.of(""));
        return Ending.of(console, () -> {
            command.accept(console);
            return 0;
        });
    }

    private String errors() {
        return err.toString(UTF_8);
    }

    @Test
    void aStreamThatTookTooLittleIsAnError() {
        assertThat(end(new SmallDisk("full"), console -> console.line("0123456789")))
                .isEqualTo(1);
        assertThat(errors()).startsWith("Error: the results cannot be written").hasLineCount(1);
    }

    @Test
    void aStreamThatTakesEverythingIsNoError() {
        assertThat(end(new SmallDisk("full"), console -> console.line("012345678")))
                .isZero();
        assertThat(errors()).isEmpty();
    }

    @Test
    void aCommandEndsWhereItsResultsGoLost() {
        int code = end(new ResultStream(new SmallDisk("it is full"), () -> false), console -> {
            console.line("0123456789");
            throw new IllegalStateException("went on");
        });
        assertThat(code).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: the results cannot be written to the standard output (it is full)\n");
    }

    @Test
    void bytesLeftInABufferAreFlushedAndChecked() {
        OutputStream out = new BufferedOutputStream(new ResultStream(new SmallDisk("it is full"), () -> false));
        assertThat(end(out, console -> console.line("0123456789"))).isEqualTo(1);
        assertThat(errors()).hasLineCount(1);
    }

    @Test
    void aBrokenPipeNeedsNoWords() {
        int code =
                end(new ResultStream(new SmallDisk("Broken pipe"), () -> false), console -> console.line("0123456789"));
        assertThat(code).isEqualTo(141);
        assertThat(errors()).isEmpty();
    }

    @Test
    void aFailureIsToldOnceEvenIfItsResultsGoLost() {
        OutputStream out = new BufferedOutputStream(new ResultStream(new SmallDisk("it is full"), () -> false));
        int code = end(out, console -> {
            console.line("0123456789");
            throw Failure.because("it is so");
        });
        assertThat(code).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: it is so\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\r", "\u0007", "\u009b31m", "\u202e", "\u2028", "\ufeff", "\u0000"})
    void nothingThatActsOnATerminalIsPrinted(String action) {
        end(OutputStream.nullOutputStream(), console -> console.note("a" + action + "b\nc"));
        end(OutputStream.nullOutputStream(), console -> {
            throw new BackendException("x" + action + "y");
        });
        assertThat(errors()).doesNotContain(action).startsWith("a").hasLineCount(3);
    }

    @Test
    void safeResultsHaveEscapedControlCharacters() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        end(out, console -> console.safe().line("a\u001b[31mü"));
        assertThat(out.toString(UTF_8)).isEqualTo("a\\u001b[31mü\n");
    }
}
