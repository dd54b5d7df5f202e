package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ballast.model.Cluster;
import org.ballast.model.Node;
import org.ballast.testkit.AllocatorCase;
import org.ballast.testkit.AllocatorRequest;
import org.ballast.testkit.AllocatorRequest.Wanted;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.GanetiTools;
import org.ballast.testkit.Json;
import org.ballast.testkit.RandomRequests;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code hail} accepts, the checkers of the model accept too, which share no code with it. */
class AcceptedPlacementsTest {
    private static final List<List<String>> OPTIONS =
            List.of(List.of(), List.of("--no-capacity-checks"), List.of("--ignore-soft-errors"));
    /** Nodes with KVM use themselves what they report, as the checkers see it. */
    private static final String REPORTED_MEMORY = "--static-kvm-node-memory=0";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TestFactory
    Stream<DynamicTest> theCheckersAcceptWhatHailAccepts() {
        return tests(1_000_000, 1_000_400, OurTool::run);
    }

    @TestFactory
    Stream<DynamicTest> theCheckersAcceptWhatGanetiAccepts() {
        GanetiTools ganetiTools = GanetiTools.required();
        return tests(2_000_000, 2_000_100, call -> switch (ganetiTools.run(call, LIMIT)) {
            case CallOutcome.Finished finished -> finished;
            case CallOutcome.TimedOut _ -> throw new AssertionError("Ganeti did not end: " + call);
        });
    }

    private static Stream<DynamicTest> tests(long from, long to, Function<CommandLine, CallOutcome.Finished> hail) {
        return LongStream.range(from, to)
                .filter(seed -> isSensible(RandomRequests.of(seed)))
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> check(seed, hail)));
    }

    private static void check(long seed, Function<CommandLine, CallOutcome.Finished> hail) {
        AllocatorCase asked = RandomRequests.of(seed);
        List<String> options = OPTIONS.get((int) (seed % OPTIONS.size()));
        CommandLine call = new CommandLine(
                "hail",
                Stream.concat(options.stream(), Stream.of(REPORTED_MEMORY, RandomRequests.REQUEST_FILE))
                        .toList(),
                asked.call().files());
        CallOutcome.Finished outcome = hail.apply(call);
        if (outcome.exitCode() == 0) {
            assertThat(AnswerReplay.objections(asked, options, Json.parse(outcome.out())))
                    .as("%s %s, answered by %s", call, asked.request(), outcome.out())
                    .isEmpty();
        }
    }

    /** Returns whether the request makes sense: if not, the answer does not either. */
    private static boolean isSensible(AllocatorCase asked) {
        return switch (asked.request()) {
            case AllocatorRequest.Allocate(var wanted, var _, var _) -> isSensible(wanted);
            // On dedicated nodes of one group Ganeti, and so hail, forgets each instance before the next.
            case AllocatorRequest.MultiAllocate(var wanted, var group) ->
                wanted.stream().allMatch(AcceptedPlacementsTest::isSensible)
                        && (group.isEmpty() || !AnswerReplay.isDedicated(asked.cluster(), group));
            case AllocatorRequest.Evacuate(var instances, var _) -> areMovedOnce(asked.cluster(), instances);
            case AllocatorRequest.ChangeGroup(var instances, var _) -> areMovedOnce(asked.cluster(), instances);
            case AllocatorRequest.Relocate _ -> true;
            // Ganeti, and so hail, lets drained nodes have second copies.
            case AllocatorRequest.AllocateSecondary _ ->
                asked.cluster().nodes().stream().noneMatch(Node::isOffline);
        };
    }

    /** Returns whether each instance is named once and belongs to one group. */
    private static boolean areMovedOnce(Cluster cluster, List<Integer> instances) {
        return instances.stream().distinct().count() == instances.size()
                && instances.stream().map(cluster.instances()::get).noneMatch(cluster::isSplit);
    }

    private static boolean isSensible(Wanted wanted) {
        return wanted.nodes() == (wanted.instance().template().hasSecondary() ? 2 : 1);
    }
}
