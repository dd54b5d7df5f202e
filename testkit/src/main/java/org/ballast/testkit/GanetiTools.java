package org.ballast.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The installed tools that Ballast is compared with.
 *
 * @param folder the folder of its commands
 */
public record GanetiTools(Path folder) {
    /** The environment variable that names the folder of Ganeti's commands. */
    public static final String FOLDER_VARIABLE = "BALLAST_GANETI_BIN";

    /** The environment variable that, set to 1, makes a missing Ganeti a failure. */
    public static final String REQUIRED_VARIABLE = "BALLAST_REQUIRE_GANETI";

    private static final List<String> USUAL_FOLDERS =
            List.of("/usr/lib/ganeti/3.0/usr/bin", "/usr/lib/ganeti/default/usr/bin", "/usr/bin");

    /** Returns Ganeti, if it is installed. */
    public static Optional<GanetiTools> find() {
        List<String> folders = Optional.ofNullable(System.getenv(FOLDER_VARIABLE))
                .filter(folder -> !folder.isEmpty())
                .map(List::of)
                .orElse(USUAL_FOLDERS);
        return folders.stream()
                .map(Path::of)
                .filter(folder -> Files.isExecutable(folder.resolve("hbal")))
                .findFirst()
                .map(GanetiTools::new);
    }

    /** Returns Ganeti; without one the calling test is skipped, or fails if the environment requires Ganeti. */
    public static GanetiTools required() {
        Optional<GanetiTools> ganetiTools = find();
        if (ganetiTools.isEmpty()) {
            String message = "no hbal of Ganeti found: install Debian's ganeti-htools-3.0, or set " + FOLDER_VARIABLE;
            if ("1".equals(System.getenv(REQUIRED_VARIABLE))) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        return ganetiTools.orElseThrow();
    }

    /**
     * Runs one of its tools in a folder of its own.
     *
     * @param limit how long it may take
     */
    public CallOutcome run(CommandLine call, Duration limit) {
        // Its output goes to files outside the sandbox: a pipe that nobody reads in time would block it.
        try (Sandbox sandbox = Sandbox.with(call.files());
                Sandbox streams = Sandbox.with(Collections.emptySortedMap())) {
            Path out = streams.folder().resolve("out");
            Path err = streams.folder().resolve("err");
            Process process = start(call, sandbox, out, err);
            try {
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                    return new CallOutcome.TimedOut(limit);
                }
                return new CallOutcome.Finished(
                        process.exitValue(), Files.readString(out), Files.readString(err), sandbox.written());
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + call + " was running", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns where the tool is: an allocator is not among the commands, but in the folder that the manager looks into.
     */
    private Path executable(String tool) {
        Path command = folder.resolve(tool);
        Path allocator = folder.resolveSibling("lib/ganeti/iallocators").resolve(tool);
        return !Files.exists(command) && Files.exists(allocator) ? allocator : command;
    }

    private Process start(CommandLine call, Sandbox sandbox, Path out, Path err) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(executable(call.tool()).toString());
        command.addAll(call.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(sandbox.folder().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("HTOOLS");
        return builder.start();
    }
}
