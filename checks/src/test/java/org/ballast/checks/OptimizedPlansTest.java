package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.Dice;
import org.ballast.testkit.GanetiTools;
import org.ballast.testkit.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plans of {@code hbal --optimize}, made move by move on random clusters, before the eyes of Ganeti: it finds no node
 * that fails the N+1 check and did not before, and at the end the score that the plan promised. The commands of the
 * plan lead to the same end. How many cases there are, and which, is set as for {@link SideBySide}.
 */
class OptimizedPlansTest {
    private static final long FIRST_SEED = SideBySide.setting("BALLAST_SEED", 1);
    private static final long COUNT = SideBySide.setting("BALLAST_CASES", 20);
    private static final int MOST_LOOKS = 3;
    /** Ganeti prints eight decimals of each group's score; a root makes more of rounding errors near zero. */
    private static final double TOLERANCE = 1e-6;

    private static final TreeMap<String, Integer> TALLY = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> ganetiFindsEveryStepSafeAndTheScoreAsPromised() {
        GanetiTools ganetiTools = GanetiTools.required();
        Stream<DynamicTest> cases = LongStream.range(FIRST_SEED, FIRST_SEED + COUNT)
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> check(ganetiTools, seed)));
        DynamicTest last = dynamicTest(
                "most plans have moves",
                () -> assertThat(TALLY.getOrDefault("plans", 0)).isGreaterThanOrEqualTo((int) COUNT / 3));
        return Stream.concat(cases, Stream.of(last));
    }

    @AfterAll
    static void report() {
        System.out.println("OptimizedPlansTest, seeds from " + FIRST_SEED + ": " + TALLY);
    }

    private static void check(GanetiTools ganetiTools, long seed) {
        OptimizedCase random = OptimizedCase.of(seed);
        CallOutcome.Finished ours = OurTool.run(random.call());
        assertThat(ours.exitCode()).as("%s: %s", random.call(), ours.err()).isZero();
        Json plan = Json.parse(ours.out());
        List<Json> moves = plan.at("moves").elements();
        if (moves.isEmpty()) {
            tally("no moves");
            abort("nothing to do: " + random.call());
        }
        GanetiVerdict start = GanetiVerdict.of(ganetiTools, random.cluster());
        tally("plans");
        TALLY.merge("moves", moves.size(), Integer::sum);
        MovingCluster cluster = new MovingCluster(random.cluster());
        List<Cluster> states = new ArrayList<>();
        List<Integer> mostFailures = new ArrayList<>();
        for (Json move : moves) {
            make(move, cluster);
            states.add(cluster.now());
            mostFailures.add(start.failures() + cluster.rescuers().size());
        }
        looks(seed, states.size())
                .forEach(at -> assertThat(GanetiVerdict.failures(ganetiTools, states.get(at)))
                        .as("nodes that fail N+1 after move %s of %s", at + 1, random.call())
                        .isLessThanOrEqualTo(mostFailures.get(at)));
        followCommands(random, ours, plan, states.getLast());
        GanetiVerdict end = GanetiVerdict.of(ganetiTools, states.getLast());
        List<Integer> mayFail = new ArrayList<>(cluster.rescuers());
        mayFail.addAll(start.failing());
        assertThat(mayFail).as("%s", random.call()).containsAll(end.failing());
        assertScore(random, plan.at("score"), start, end, cluster);
    }

    private static Stream<Integer> looks(long seed, int moves) {
        Dice dice = Dice.of(seed);
        return Stream.concat(Stream.generate(() -> dice.between(0, moves - 1)).limit(MOST_LOOKS), Stream.of(moves - 1))
                .sorted(Comparator.naturalOrder())
                .distinct();
    }

    private static void make(Json move, MovingCluster cluster) {
        int instance = cluster.instance(move.at("instance").text());
        assertThat(cluster.get(instance).placement()).isEqualTo(placement(move.at("from"), cluster));
        cluster.place(instance, placement(move.at("to"), cluster));
    }

    private static Placement placement(Json placement, MovingCluster cluster) {
        int primary = cluster.node(placement.at("primary").text());
        Json secondary = placement.at("secondary");
        return secondary.equals(Json.none())
                ? Placement.on(primary)
                : new Placement(primary, cluster.node(secondary.text()));
    }

    /** Those of the script, with short names, and those of the document, with full ones. */
    private static void followCommands(OptimizedCase random, CallOutcome.Finished ours, Json plan, Cluster end) {
        MovingCluster byScript = new MovingCluster(random.cluster());
        new CommandReplay(byScript).run(ours.written().getOrDefault(OptimizedCase.SCRIPT, ""));
        assertThat(byScript.now()).as("%s", random.call()).isEqualTo(end);
        MovingCluster byDocument = new MovingCluster(random.cluster());
        CommandReplay commands = new CommandReplay(byDocument);
        for (Json move : plan.at("moves").elements()) {
            move.at("commands").elements().forEach(command -> commands.command(command.text()));
        }
        assertThat(byDocument.now()).as("%s", random.call()).isEqualTo(end);
    }

    private static void assertScore(
            OptimizedCase random, Json promised, GanetiVerdict start, GanetiVerdict end, MovingCluster cluster) {
        assumeTrue(!promised.at("before").equals(Json.none()), "the cluster has no score");
        boolean isOneGroup = cluster.onlyGroup().isPresent();
        double before = isOneGroup ? start.score() : start.groupScores();
        double after = isOneGroup ? end.score() : end.groupScores();
        assertThat(number(promised.at("before"))).as("%s", random.call()).isCloseTo(before, within(TOLERANCE));
        assertThat(number(promised.at("after")) - fullNodes(end, cluster))
                .as("%s", random.call())
                .isCloseTo(after, within(TOLERANCE));
    }

    /**
     * Returns what the score after moves has more than that of the same cluster when it is read: a node that a move has
     * touched fails the N+1 check once it is exactly full, and instances that are down count there as if they ran; a
     * node that is read does not.
     */
    private static double fullNodes(GanetiVerdict end, MovingCluster cluster) {
        double residents = 0;
        for (int node : cluster.touched()) {
            GanetiVerdict.NodeRow row = end.nodes().get(node);
            if (row.status().isEmpty() && row.unallocated() <= row.reserved()) {
                residents += cluster.residents(node);
            }
        }
        return residents;
    }

    private static double number(Json value) {
        return Double.parseDouble(value.write());
    }

    private static void tally(String what) {
        TALLY.merge(what, 1, Integer::sum);
    }
}
