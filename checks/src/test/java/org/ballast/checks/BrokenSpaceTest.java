package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.GanetiTools;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code hspace} refuses descriptions, sizes and numbers that make no sense with one line and an exit code, unless
 * Ganeti has an answer to them; then this is ours too. What cannot be, such as a size below zero, is refused even where
 * Ganeti reckons with it. All ends in time, which Ganeti does not always.
 */
class BrokenSpaceTest {
    private static final Duration GANETI_LIMIT = Duration.ofSeconds(4);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String HEADING = "Error while parsing command line arguments:\n";
    /** What Ballast says where it refuses what Ganeti reckons with. */
    private static final List<String> IMPOSSIBLE = List.of("is below zero", "too large to be counted");

    private static final Optional<GanetiTools> GANETI = GanetiTools.find();

    private static final int HUGE = 30;

    private static final List<String> NUMBERS = List.of(
            "",
            " ",
            "-",
            "x",
            "1x",
            "1 ",
            " 1",
            "+1",
            "(1)",
            "((2))",
            "(1",
            "0x2",
            "0o2",
            "0b1",
            "1_0",
            "1.5",
            "1e2",
            "1,",
            "NaN",
            "0",
            "-0",
            "-1",
            "-2",
            "- 3",
            "\u0661",
            "9".repeat(HUGE));

    private static final List<String> SIZES = List.of(
            "",
            ",",
            ",,",
            ",,,",
            ",,,,",
            "10g",
            "10g,1g",
            "10g,1g,1",
            "10g,1g,1,",
            "10g,1g,1,1",
            "10g,1g,1,0",
            "10g,1g,1,-1",
            "10g,1g,1,x",
            "10g,1g,1,1,1",
            "x,1g,1",
            "10g,x,1",
            "10g,1g,x",
            "10g,1g,1.5",
            "1.5g,1g,1",
            "10k,1g,1",
            "10kib,1g,1",
            "10gg,1g,1",
            "10g ,1g,1",
            " 10 g, 1 g, 1",
            "10g,1g,1 ",
            "g,1g,1",
            "-,1g,1",
            "0,1g,1",
            "10g,1g,0",
            "10g,1g,-1",
            "-10g,1g,1",
            "10g,-1g,1",
            "-1,-1,-1",
            "1000t,1g,1",
            "10g,1g,1000",
            "9223372036854775807,1g,1",
            "9223372036854775808,1g,1",
            "9223372036854775807t,1g,1",
            "10g,9223372036854775807,1",
            "10g,9223372036854775807t,1",
            "10g,1g,9223372036854775807",
            "10g,1g,99999999999999999999999",
            "10g,1000000g,1");

    private static final List<String> GROUPS = List.of(
            "",
            "p",
            "p,4",
            "p,4,100g,8g",
            "p,4,100g,8g,4,",
            "p,4,100g,8g,4,1,",
            "p,4,100g,8g,4,1,true",
            "p,4,100g,8g,4,1,True,x",
            "l,4,100g,8g,4",
            "P,4,100g,8g,4",
            " p,4,100g,8g,4",
            ",4,100g,8g,4",
            "p,,100g,8g,4",
            "p,4,,8g,4",
            "p,4,100g,,4",
            "p,4,100g,8g,",
            "p,x,100g,8g,4",
            "p,4.5,100g,8g,4",
            "p,4 ,100g,8g,4",
            "p,4,100q,8g,4",
            "p,4,100,8K,4",
            "p,4,100g,8g,x",
            "p,4,100g,8g,4,x",
            "p,0,100g,8g,4",
            "p,-1,100g,8g,4",
            "p,1,100g,8g,4",
            "u,4,100g,8g,4",
            "p,4,0,8g,4",
            "p,4,-100g,8g,4",
            "p,4,100g,0,4",
            "p,4,100g,-8g,4",
            "p,4,100g,8g,0",
            "p,4,100g,8g,-4",
            "p,4,100g,8g,4,0",
            "p,4,100g,8g,4,-1",
            "p,4,9999999999t,8g,4",
            "p,4,100g,9999999999999t,4",
            "p,4,100g,8g,99999999999999999999",
            "p,99999999999999999999,100g,8g,4",
            "p,1000000000,100g,8g,4");

    @TestFactory
    Stream<DynamicTest> simulations() {
        Stream<DynamicTest> alone = GROUPS.stream().map(group -> test("--simulate=" + group, List.of()));
        Stream<DynamicTest> beside = Stream.of("", "p,x,100g,8g,4", "u,4,100g,8g,4", "p,-1,100g,8g,4")
                .map(group -> test("--simulate=" + group, List.of("--simulate=p,4,100g,8g,4")));
        return Stream.concat(alone, beside);
    }

    @TestFactory
    Stream<DynamicTest> standardSizes() {
        return SIZES.stream().map(size -> test("--standard-alloc=" + size, List.of("--simulate=p,4,100g,8g,4")));
    }

    @TestFactory
    Stream<DynamicTest> tieredSizes() {
        return SIZES.stream().map(size -> test("--tiered-alloc=" + size, List.of("--simulate=p,4,100g,8g,4")));
    }

    /** Ganeti divides by these. */
    @TestFactory
    Stream<DynamicTest> noMemory() {
        return Stream.of("10g,0,1", "0,0,0", "10g,1M,1")
                .flatMap(size -> Stream.of("--standard-alloc=" + size, "--tiered-alloc=" + size))
                .flatMap(option -> Stream.of(List.<String>of(), List.of("-l3"), List.of("--no-capacity-checks"))
                        .map(more -> test(option, with(more, "--simulate=p,4,100g,8g,4"))));
    }

    @TestFactory
    Stream<DynamicTest> numbers() {
        return Stream.of("max-length", "max-cpu", "min-disk", "spindle-use", "static-kvm-node-memory")
                .flatMap(option -> NUMBERS.stream()
                        // How much disk space that is depends on how a processor converts it.
                        .filter(number -> !(option.equals("min-disk") && number.length() == HUGE))
                        .map(number -> test("--" + option + "=" + number, List.of("--simulate=p,4,100g,8g,4"))));
    }

    @TestFactory
    Stream<DynamicTest> words() {
        return Stream.of(
                        "--disk-template=",
                        "--disk-template=drbd8",
                        "--disk-template=DRBD",
                        "--disk-template=plain ",
                        "--machine-readable=",
                        "--machine-readable=maybe",
                        "--machine-readable=Yes",
                        "--offline=",
                        "--offline=elsewhere",
                        "--offline=node-01-005",
                        "--offline=node-01",
                        "--print-nodes=bogus",
                        "--print-nodes=,",
                        "--save=no/such/folder/state",
                        "stray")
                .map(word -> test(word, List.of("--simulate=p,4,100g,8g,4")));
    }

    @TestFactory
    Stream<DynamicTest> sources() {
        return Stream.of("--text-data=missing", "--text-data=.", "--text-data=", "--ialloc-src=missing", "-q")
                .map(source -> test(source, List.of()));
    }

    private static List<String> with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toList();
    }

    private static DynamicTest test(String odd, List<String> others) {
        List<String> arguments = new ArrayList<>(others);
        if (!odd.startsWith("--disk-template")) {
            arguments.add("--disk-template=plain");
        }
        if (!odd.startsWith("--standard-alloc")) {
            arguments.add("--standard-alloc=20g,2g,2");
        }
        if (!odd.startsWith("--tiered-alloc")) {
            arguments.add("--tiered-alloc=20g,2g,2");
        }
        arguments.add(odd);
        CommandLine call = new CommandLine("hspace", arguments, Collections.emptySortedMap());
        return dynamicTest(String.join(" ", with(others, odd)), () -> check(call));
    }

    private static void check(CommandLine call) {
        CallOutcome.Finished ours = assertTimeoutPreemptively(LIMIT, () -> OurTool.run(call));
        assertThat(Comparison.showsStackTrace(ours)).as("stack trace").isFalse();
        if (ours.exitCode() != 0) {
            String error = ours.err().startsWith(HEADING) ? ours.err().substring(HEADING.length()) : ours.err();
            assertThat(error.strip()).as("error").isNotEmpty().doesNotContain("\n", "internal error", "Exception");
            assertThat(error).as("error").hasSizeLessThan(400);
        } else {
            assertThat(ours.out()).as("answer").contains("allocation results:");
        }
        boolean impossible = IMPOSSIBLE.stream().anyMatch(ours.err()::contains);
        if (!impossible
                && GANETI.isPresent()
                && GANETI.get().run(call, GANETI_LIMIT) instanceof CallOutcome.Finished ganeti
                && !Comparison.isCrash(ganeti)) {
            assertThat(ours.exitCode())
                    .as("exit code, where Ganeti says\n%s%s", ganeti.out(), ganeti.err())
                    .isEqualTo(ganeti.exitCode());
            assertThat(ours.out()).as("answer").isEqualTo(ganeti.out());
        }
    }
}
