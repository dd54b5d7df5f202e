package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code hail} answers requests of a real cluster manager as Ganeti did when they were captured. */
class CapturedRepliesTest {
    private static final Path FOLDER = Project.module().resolve("src/test/resources/iallocator");
    private static final String REQUEST = ".request.json";
    private static final String REPLY = ".reply.json";

    @TestFactory
    Stream<DynamicTest> answersAsCaptured() throws IOException {
        return names(REQUEST).stream()
                .map(name -> dynamicTest(name, () -> {
                    TreeMap<String, String> files = new TreeMap<>();
                    files.put("request.json", Files.readString(FOLDER.resolve(name + REQUEST)));
                    CallOutcome.Finished ours = OurTool.run(new CommandLine("hail", List.of("request.json"), files));
                    assertThat(ours.out()).isEqualTo(Files.readString(FOLDER.resolve(name + REPLY)));
                    assertThat(ours.err()).isEmpty();
                    assertThat(ours.exitCode()).isZero();
                    assertThat(ours.written()).isEmpty();
                }));
    }

    @Test
    void everyRequestHasAReply() throws IOException {
        assertThat(names(REQUEST)).hasSizeGreaterThanOrEqualTo(18).isEqualTo(names(REPLY));
    }

    private static List<String> names(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .sorted()
                    .toList();
        }
    }
}
