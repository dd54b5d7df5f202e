package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.GanetiTools;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tools do what golden files say, to the last character; see {@link GoldenCase} for the files. With the system
 * property {@code ballast.golden.update=true} the files are written anew instead, for review.
 */
class GoldenTest {
    private static final GoldenFolder GOLDEN = GoldenFolder.inSources();
    private static final boolean UPDATE = Boolean.getBoolean("ballast.golden.update");
    private static final Duration GANETI_LIMIT = Duration.ofSeconds(60);

    @TestFactory
    Stream<DynamicTest> oursMatchesTheGoldenFiles() {
        SortedMap<String, String> data = GOLDEN.sharedData();
        return GOLDEN.cases().stream()
                .filter(GoldenTest::isCase)
                .map(golden -> dynamicTest(title(golden), () -> {
                    CallOutcome.Finished ours = OurTool.run(golden.call(data));
                    if (UPDATE) {
                        golden.update(GOLDEN.folder(golden), ours);
                    } else {
                        check(golden, ours);
                        assertThat(Comparison.withoutOurRemarks(
                                        ours.err(), golden.expected().err()))
                                .as("stderr")
                                .isEqualTo(golden.expected().err());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> ganetiMatchesTheGoldenFiles() {
        GanetiTools ganetiTools = GanetiTools.required();
        SortedMap<String, String> data = GOLDEN.sharedData();
        return GOLDEN.cases().stream()
                .filter(golden -> isCase(golden) && golden.isComplete() && !golden.differsFromGaneti())
                .map(golden -> dynamicTest(title(golden), () -> {
                    CommandLine call = golden.call(data);
                    switch (ganetiTools.run(call, GANETI_LIMIT)) {
                        case CallOutcome.Finished finished -> check(golden, finished);
                        case CallOutcome.TimedOut _ -> fail("Ganeti did not end: " + call);
                    }
                }));
    }

    @Test
    void everyGoldenFileBelongsToACase() {
        List<String> orphans = GOLDEN.cases().stream()
                .filter(golden -> !isCase(golden))
                .map(golden -> title(golden) + ": " + golden.files().keySet() + " without .args")
                .toList();
        assertThat(orphans).as("golden files without a case").isEmpty();
    }

    @Test
    void allSharedDataIsUsed() {
        List<String> arguments = GOLDEN.cases().stream()
                .filter(GoldenTest::isCase)
                .map(golden ->
                        String.join("\n", golden.call(GOLDEN.sharedData()).arguments()))
                .toList();
        assertThat(GOLDEN.sharedData().keySet())
                .as("shared data")
                .isNotEmpty()
                .allMatch(file -> arguments.stream().anyMatch(each -> each.contains(file)));
    }

    private static void check(GoldenCase golden, CallOutcome.Finished actual) {
        List<String> differences = new Comparison(golden.expected(), actual).differences();
        if (!differences.isEmpty()) {
            fail(golden.call(GOLDEN.sharedData()) + "\n- golden, + actual\n" + String.join("", differences));
        }
    }

    private static boolean isCase(GoldenCase golden) {
        return golden.files().containsKey("args");
    }

    private static String title(GoldenCase golden) {
        return golden.tool() + "/" + golden.name();
    }
}
