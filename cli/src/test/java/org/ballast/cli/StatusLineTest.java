package org.ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.ballast.cli.console.Console;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Console console(boolean watched) {
        return new Console(
                new PrintStream(new ByteArrayOutputStream(), false, UTF_8),
                new PrintStream(err, false, UTF_8),
                Path.of(""),
                new Console.Watchers(false, watched));
    }

    @Test
    void theLineIsClearedAtTheEnd() {
        try (StatusLine line = new StatusLine(console(true))) {
            line.show("on its way");
        }
        assertThat(err.toString(UTF_8)).isEqualTo("\ron its way\r          \r");
    }

    @Test
    void linesAreCut() {
        try (StatusLine line = new StatusLine(console(true))) {
            line.show("x".repeat(100));
        }
        assertThat(err.toString(UTF_8)).startsWith("\r" + "x".repeat(79) + "\r");
    }

    @Test
    void nothingIsShownWithoutATerminal() {
        try (StatusLine line = new StatusLine(console(false))) {
            assertThat(line.isDue()).isFalse();
            line.show("on its way");
        }
        assertThat(err.toString(UTF_8)).isEmpty();
    }
}
