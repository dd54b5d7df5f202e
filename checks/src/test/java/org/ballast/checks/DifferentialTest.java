package org.ballast.checks;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ballast does what the installed Ganeti does, on random clusters with random options; see {@link SideBySide}. */
class DifferentialTest {
    private static final SideBySide COMPARISON = new SideBySide(RandomCase::of, 300);

    @TestFactory
    Stream<DynamicTest> doesWhatGanetiDoes() {
        return COMPARISON.tests();
    }

    @AfterAll
    static void report() {
        System.out.println("DifferentialTest, " + COMPARISON);
    }
}
