package org.ballast.hail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real process loads on its way from the command line to the reply. */
class LoadedClassesTest {
    private static final Path EXAMPLE = Path.of("../examples/allocate.json");

    @TempDir
    private static Path folder;

    private static List<String> loaded = List.of();
    private static String reply = "";

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Path log = folder.resolve("loaded");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.ballast.hail.Hail",
                        EXAMPLE.toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        reply = Files.readString(out);
        loaded = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(line.indexOf("] ") + 2, line.indexOf(" source: ")))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    @Test
    void theRequestIsAnswered() {
        assertThat(reply).startsWith("{\"success\":true,").hasLineCount(1);
        assertThat(loaded).contains("org.ballast.hail.Hail", "org.ballast.planner.state.ClusterState");
    }

    @Test
    void noHeavyClassesAreLoaded() {
        assertThat(loaded("picocli.", "com.fasterxml.jackson.databind.", "ai.timefold.", "me.tongfei."))
                .isEmpty();
    }

    @Test
    void explanationsAreLoadedOnlyIfAskedFor() {
        assertThat(loaded(
                        "org.ballast.hail.explain.",
                        "org.ballast.checker.",
                        "org.ballast.model.rules.",
                        "java.util.regex."))
                .isEmpty();
    }

    @Test
    void noLoggingClassesAreLoaded() {
        assertThat(loaded("java.util.logging.", "sun.util.logging.", "jdk.internal.logger.", "org.slf4j."))
                .isEmpty();
    }

    private static List<String> loaded(String... prefixes) {
        return loaded.stream()
                .filter(name -> Arrays.stream(prefixes).anyMatch(name::startsWith))
                .toList();
    }
}
