package org.ballast.checks.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ballast.testkit.Sandbox;

/**
 * A program of this machine, to be run to its end.
 *
 * @param command its path and its arguments
 * @param environment what its environment has beyond ours
 * @param limit how long it may take
 */
record Program(List<String> command, Map<String, String> environment, Duration limit) {

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * What came of it.
     *
     * @param exitCode its exit code
     * @param out what it printed
     * @param err what it printed as errors
     */
    record Result(int exitCode, String out, String err) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Runs it with this input. Fails if it does not end in time. */
    Result run(String input) {
        // Files, not pipes: what a program leaves running in the background would hold a pipe open.
        try (Sandbox streams = Sandbox.with(new TreeMap<>(Map.of("in", input)))) {
            Path out = streams.folder().resolve("out");
            Path err = streams.folder().resolve("err");
            Process process = start(streams.folder().resolve("in"), out, err);
            if (!await(process)) {
                throw new AssertionError(command + " did not end in " + limit.toSeconds() + " s; it printed\n"
                        + Files.readString(out) + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it without input and returns what it printed. Fails if the program does. */
    String output() {
        return output("");
    }

    /** Runs it with this input and returns what it printed. Fails if the program does. */
    String output(String input) {
        Result result = run(input);
        if (!result.succeeded()) {
            throw new AssertionError(command + " ended with exit code " + result.exitCode() + " and printed\n"
                    + result.out() + result.err());
        }
        return result.out();
    }

    private Process start(Path in, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private boolean await(Process process) {
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command + " was running", e);
        } finally {
            if (!ended) {
                process.destroyForcibly();
            }
        }
        return ended;
    }
}
