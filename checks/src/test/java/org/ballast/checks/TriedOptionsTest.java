package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.OptionTable;
import org.ballast.testkit.OptionTable.Row;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.RandomOptions;
import org.ballast.testkit.RandomRequests;
import org.ballast.testkit.RandomSpaces;
import org.junit.jupiter.api.Test;

/** Whoever declares another of Ganeti's options has the random comparisons try it, or says here why they do not. */
class TriedOptionsTest {
    private static final long CALLS = 400;

    /** What they say is our own; {@link OptionsDifferentialTest} compares what is not. */
    private static final List<String> QUESTIONS = List.of("version", "help", "help-completion");

    /** There is no cluster to ask. */
    private static final List<String> ASKING = List.of("master", "luxi");

    /** There are no daemons to ask, and the rest says nothing without them. */
    private static final List<String> MONITORING =
            List.of("mond", "mond-data", "mond-xen", "exit-on-missing-mond-data");

    @Test
    void hbalsOptionsAreTried() {
        // -I reads a request for hail: what there is to compare is compared with hspace. -X needs a cluster.
        check(
                "hbal",
                seed -> RandomOptions.hbal(RandomClusters.of(seed), seed, OptionTable.UNKNOWN),
                "ialloc-src",
                "exec");
    }

    @Test
    void hinfosOptionsAreTried() {
        check("hinfo", seed -> RandomOptions.hinfo(RandomClusters.of(seed), seed, OptionTable.UNKNOWN), "ialloc-src");
    }

    @Test
    void hchecksOptionsAreTried() {
        check("hcheck", seed -> RandomOptions.hcheck(RandomClusters.of(seed), seed, OptionTable.UNKNOWN), "ialloc-src");
    }

    @Test
    void hailsOptionsAreTried() {
        check("hail", seed -> RandomRequests.of(seed).call());
    }

    @Test
    void hspacesOptionsAreTried() {
        check("hspace", seed -> RandomSpaces.of(seed).call());
    }

    private static void check(String tool, LongFunction<CommandLine> calls, String... untried) {
        Set<String> missing = new TreeSet<>();
        ToolOptions.of(tool).ganetis().rows().stream().map(Row::name).forEach(missing::add);
        QUESTIONS.forEach(missing::remove);
        ASKING.forEach(missing::remove);
        MONITORING.forEach(missing::remove);
        LongStream.rangeClosed(1, CALLS)
                .mapToObj(calls)
                .flatMap(call -> call.arguments().stream())
                .filter(word -> word.startsWith("--"))
                .map(word -> word.substring(2).replaceFirst("=.*", ""))
                .forEach(missing::remove);
        assertThat(missing).containsExactlyInAnyOrder(untried);
    }
}
