package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ballast.testkit.Outcome;
import org.ballast.testkit.Peer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Ballast does what the installed peer does, on random clusters with random options. The number of cases is the system
 * property {@code BALLAST_CASES} or the environment variable of that name, the first seed likewise {@code BALLAST_SEED}.
 */
class DifferentialTest {
    private static final long CASES = setting("BALLAST_CASES", 300);
    private static final long FIRST_SEED = setting("BALLAST_SEED", 1);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final TreeMap<String, Integer> TALLY = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> doesWhatThePeerDoes() {
        PeerAhead peer = new PeerAhead(Peer.required(), FIRST_SEED + CASES, LIMIT);
        Stream<DynamicTest> cases = LongStream.range(FIRST_SEED, FIRST_SEED + CASES)
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> compare(RandomCase.of(seed), peer.run(seed))));
        // Skipping is for the few cases where the peer has no answer: it must not become the rule.
        DynamicTest last = dynamicTest(
                "the peer answers nearly always",
                () -> assertThat(count("timed out")).isLessThanOrEqualTo((int) (2 + CASES / 50)));
        return Stream.concat(cases, Stream.of(last)).onClose(peer::close);
    }

    @AfterAll
    static void report() {
        System.out.println("DifferentialTest, seeds from " + FIRST_SEED + ": " + TALLY);
    }

    private static void compare(RandomCase random, Outcome peer) {
        Outcome.Finished ours = assertTimeoutPreemptively(LIMIT, () -> OurTool.run(random.call()));
        switch (peer) {
            case Outcome.TimedOut(Duration limit) -> {
                tally("timed out");
                abort("the peer did not answer in " + limit.toSeconds() + " s: " + random.call());
            }
            case Outcome.Finished finished
            when Comparison.isCrash(finished) -> {
                tally("crashed");
                if (Comparison.showsStackTrace(ours)) {
                    fail("stack trace by " + random.call() + "\nkept in " + random.keep(finished, ours));
                }
                abort("the peer crashed: " + random.call());
            }
            case Outcome.Finished finished -> {
                tally(random.call().tool() + (Comparison.isError(finished) ? " error" : " success"));
                List<String> differences = new Comparison(finished, ours).differences();
                if (!differences.isEmpty()) {
                    fail("seed " + random.seed() + ": " + random.call() + "\nkept in " + random.keep(finished, ours)
                            + "\n- peer, + ours\n" + String.join("", differences));
                }
            }
        }
    }

    private static void tally(String what) {
        TALLY.merge(what, 1, Integer::sum);
    }

    private static int count(String what) {
        return TALLY.getOrDefault(what, 0);
    }

    private static long setting(String name, long standard) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .map(Long::parseLong)
                .orElse(standard);
    }
}
