package org.ballast.checks;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code hail} answers what Ganeti answers, on random clusters and requests; see {@link SideBySide}. */
class HailDifferentialTest {
    private static final SideBySide COMPARISON = new SideBySide(RandomCase::request, 500);

    @TestFactory
    Stream<DynamicTest> answersWhatGanetiAnswers() {
        return COMPARISON.tests();
    }

    @AfterAll
    static void report() {
        System.out.println("HailDifferentialTest, " + COMPARISON);
    }
}
