package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.ballast.testkit.CallOutcome;
import org.junit.jupiter.api.Test;

/** The yardstick of the other checks: what counts as equal, and how a difference is shown. */
class ComparisonTest {
    @Test
    void equalOutcomesDoNotDiffer() {
        assertThat(new Comparison(outcome(0, "a\n", "b\n"), outcome(0, "a\n", "b\n")).differences())
                .isEmpty();
    }

    @Test
    void everyPartIsCompared() {
        CallOutcome.Finished expected =
                new CallOutcome.Finished(0, "out\n", "err\n", new TreeMap<>(Map.of("a", "1", "b", "2")));
        CallOutcome.Finished actual =
                new CallOutcome.Finished(1, "Out\n", "Err\n", new TreeMap<>(Map.of("a", "0", "c", "3")));
        assertThat(new Comparison(expected, actual).differences())
                .hasSize(6)
                .anyMatch(text -> text.startsWith("exit code 0 expected, but was 1"))
                .anyMatch(text -> text.startsWith("stdout differs"))
                .anyMatch(text -> text.startsWith("stderr differs"))
                .anyMatch(text -> text.startsWith("file a differs"))
                .anyMatch(text -> text.startsWith("file b was not written"))
                .anyMatch(text -> text.startsWith("file c was written"));
    }

    @Test
    void errorMessagesMayDifferButMustNotBeEmpty() {
        CallOutcome.Finished expected = outcome(1, "", "Error: no such group\n");
        assertThat(new Comparison(expected, outcome(1, "", "group x is not there\n")).differences())
                .isEmpty();
        assertThat(new Comparison(expected, outcome(1, "", "")).differences()).hasSize(1);
    }

    @Test
    void findingsAreNoErrors() {
        CallOutcome.Finished expected = outcome(1, "", "\nWarning: cluster has inconsistent data:\n");
        assertThat(new Comparison(expected, outcome(1, "", "Warning\n")).differences())
                .hasSize(1);
    }

    @Test
    void differencesShowTheirSurroundings() {
        assertThat(TextDifference.of("stdout", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\nx\n5\n6\n"))
                .contains("stdout differs at line 4:\n  2\n  3\n- 4\n+ x\n  5\n  6\n");
    }

    @Test
    void aMissingLastNewlineIsADifference() {
        assertThat(TextDifference.of("stdout", "1\n", "1")).isPresent();
    }

    @Test
    void stackTracesAreRecognised() {
        assertThat(Comparison.showsStackTrace(outcome(1, "", "java.lang.Error\n\tat org.ballast.X.run(X.java:3)\n")))
                .isTrue();
        assertThat(Comparison.showsStackTrace(outcome(1, "", "stopped at node (alpha)\n")))
                .isFalse();
    }

    private static CallOutcome.Finished outcome(int exitCode, String out, String err) {
        return new CallOutcome.Finished(exitCode, out, err, new TreeMap<>());
    }
}
