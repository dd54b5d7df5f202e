package org.ballast.checks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ballast.install.InstalledCommand;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.Sandbox;

/**
 * Runs one of Ballast's tools in this process, in a folder of its own: the one place that knows how they are called.
 */
final class OurTool {
    /** The main class of each command. */
    private static final Map<String, String> MAINS = Project.commands().stream()
            .collect(Collectors.toUnmodifiableMap(InstalledCommand::name, InstalledCommand::main));

    private OurTool() {}

    /** Returns the name of the class that is started. */
    static String mainClass(String tool) {
        return Optional.ofNullable(MAINS.get(tool))
                .orElseThrow(() -> new IllegalArgumentException("there is no tool " + tool));
    }

    /** Returns the names of all tools, in alphabetical order. */
    static List<String> names() {
        return MAINS.keySet().stream().sorted().toList();
    }

    static CallOutcome.Finished run(CommandLine call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (Sandbox sandbox = Sandbox.with(call.files());
                PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int exitCode = run(call, outStream, errStream, sandbox.folder());
            outStream.flush();
            errStream.flush();
            return new CallOutcome.Finished(
                    exitCode,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8),
                    sandbox.written());
        }
    }

    private static int run(CommandLine call, PrintStream out, PrintStream err, Path folder) {
        String name = mainClass(call.tool());
        String[] arguments = call.arguments().toArray(String[]::new);
        try {
            Class<?> main = Class.forName(name);
            Object tool = main.getConstructor(PrintStream.class, PrintStream.class, Path.class)
                    .newInstance(out, err, folder);
            return (int) main.getMethod("run", String[].class).invoke(tool, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(call + " threw " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot call " + name + ": " + e, e);
        }
    }
}
