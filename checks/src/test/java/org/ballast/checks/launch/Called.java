package org.ballast.checks.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a called program did.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it printed on its standard error
 */
record Called(int exit, String out, String err) {
    private static final long LONGEST_SECONDS = 120;

    /** A program that runs, with files that take what it prints. */
    record Running(Process process, Path out, Path err) {
        /** Waits for the end. */
        Called end() {
            try {
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("it does not end: " + Files.readString(err));
                }
                return new Called(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Starts a program with nothing in its environment but what is given. */
    static Running start(Path directory, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("out", "");
            Path err = Files.createTempFile("err", "");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program to its end. */
    static Called call(Path directory, Map<String, String> environment, List<String> command) {
        return start(directory, environment, command).end();
    }

    /** Returns the lines of the standard error. */
    List<String> complaints() {
        return err.lines().toList();
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
