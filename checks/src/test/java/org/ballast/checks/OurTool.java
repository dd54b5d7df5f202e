package org.ballast.checks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.Outcome;
import org.ballast.testkit.Sandbox;

/** Runs one of Ballast's tools in this process, in a folder of its own: the one place that knows how they are called. */
final class OurTool {
    private static final Map<String, String> MAINS = Map.of(
            "hbal", "org.ballast.hbal.Hbal",
            "hail", "org.ballast.hail.Hail",
            "hspace", "org.ballast.hspace.Hspace",
            "hinfo", "org.ballast.family.Hinfo",
            "hcheck", "org.ballast.family.Hcheck");

    private OurTool() {}

    static Outcome.Finished run(CommandLine call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (Sandbox sandbox = Sandbox.with(call.files());
                PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int exitCode = run(call, outStream, errStream, sandbox.folder());
            outStream.flush();
            errStream.flush();
            return new Outcome.Finished(
                    exitCode,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8),
                    sandbox.written());
        }
    }

    private static int run(CommandLine call, PrintStream out, PrintStream err, Path folder) {
        String name = Optional.ofNullable(MAINS.get(call.tool()))
                .orElseThrow(() -> new IllegalArgumentException("there is no tool " + call.tool()));
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
