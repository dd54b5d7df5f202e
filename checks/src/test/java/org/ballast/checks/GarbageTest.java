package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.Dice;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code hail}, as a process with little memory, refuses 200 MB of garbage in one line. */
class GarbageTest {
    private static final long SIZE = 200L * 1024 * 1024;
    private static final int BLOCK = 64 * 1024;
    private static final String MAIN = "org.ballast.hail.Hail";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> garbageIsRefused() {
        Map<String, String[]> kinds = new LinkedHashMap<>();
        // What the file begins with, and what then repeats.
        kinds.put("any bytes", new String[] {"", ""});
        kinds.put("any bytes in a string", new String[] {"{\"request\": \"", ""});
        kinds.put("brackets", new String[] {"", "["});
        kinds.put("a name without an end", new String[] {"{\"", "a"});
        kinds.put("a string without an end", new String[] {"{\"cluster_name\": \"", "a"});
        kinds.put("a number without an end", new String[] {"{\"version\": ", "1"});
        kinds.put("a tag without an end", new String[] {"{\"cluster_tags\": [\"", "a"});
        kinds.put("spaces", new String[] {"{", " "});
        kinds.put("unknown members", new String[] {"{\"x\": 0", ", \"x\": [1, \"y\", {}]"});
        kinds.put(
                "an instance of unknown members", new String[] {"{\"instances\": {\"i\": {\"x\": 0", ", \"x\": null"});
        return kinds.entrySet().stream()
                .map(kind -> dynamicTest(kind.getKey(), () -> {
                    Path file = folder.resolve("garbage.json");
                    write(file, kind.getValue()[0], kind.getValue()[1]);
                    BrokenRequestTest.checkRefused(hail(file), kind.getKey());
                    Files.delete(file);
                }));
    }

    private static void write(Path file, String start, String repeated) throws IOException {
        byte[] block = new byte[BLOCK];
        Dice dice = Dice.of(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            byte[] pattern =
                    repeated.repeat(BLOCK / Math.max(1, repeated.length())).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written < SIZE; written += BLOCK) {
                if (repeated.isEmpty()) {
                    for (int i = 0; i < BLOCK; i++) {
                        block[i] = (byte) dice.between(0, 255);
                    }
                    out.write(block);
                } else {
                    out.write(pattern);
                }
            }
        }
    }

    private CallOutcome.Finished hail(Path file) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(Arrays.asList(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MAIN,
                        file.toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new CallOutcome.Finished(
                process.exitValue(), Files.readString(out), Files.readString(err), new TreeMap<>());
    }
}
