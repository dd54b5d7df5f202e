package org.ballast.checks;

import java.time.Duration;
import java.util.stream.Stream;
import org.ballast.testkit.GanetiTools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code hspace} finds as much room as Ganeti, on random clusters with random options; see {@link SideBySide}. */
class HspaceDifferentialTest {
    /** Where a size does not fit, Ganeti may try all smaller ones, once for each of them: this has to be cut short. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final SideBySide COMPARISON = new SideBySide(
            RandomCase::hspace,
            (random, ganeti, ours) ->
                    new SpaceYardstick(GanetiTools.required(), LIMIT).differences(random.call(), ganeti, ours),
            LIMIT,
            300);

    @TestFactory
    Stream<DynamicTest> findsWhatGanetiFinds() {
        return COMPARISON.tests();
    }

    @AfterAll
    static void report() {
        System.out.println("HspaceDifferentialTest, " + COMPARISON);
    }
}
