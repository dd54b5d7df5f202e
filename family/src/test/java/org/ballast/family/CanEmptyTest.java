package org.ballast.family;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ballast.model.Instance;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.testkit.Dice;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** hcheck tells whether nodes can be emptied. */
class CanEmptyTest {
    private static final String POLICY =
            "128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12" + "|drbd,plain,rbd|64.0|1024.0\n";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int hcheck(List<String> nodes, List<String> instances, String... options) throws IOException {
        StringBuilder text = new StringBuilder("g1|uuid-1|preferred|\n\n");
        nodes.forEach(node -> text.append(node).append('\n'));
        text.append('\n');
        instances.forEach(instance -> text.append(instance).append('\n'));
        text.append("\n\n|").append(POLICY).append("g1|").append(POLICY);
        Files.writeString(directory.resolve("in.data"), text);
        out.reset();
        err.reset();
        List<String> arguments = new ArrayList<>(List.of("-tin.data"));
        arguments.addAll(List.of(options));
        return new Hcheck(new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8), directory)
                .run(arguments.toArray(String[]::new));
    }

    private static String node(String name, long memory, long used) {
        return name + "|" + memory + "|0|" + (memory - used) + "|100000|100000|16|N|uuid-1|1";
    }

    private static String drbd(String name, long memory, String primary, String secondary) {
        return name + "|" + memory + "|1024|1|running|Y|" + primary + "|" + secondary + "|drbd||1";
    }

    private static String single(String name, String template, String primary) {
        return name + "|1024|1024|1|running|Y|" + primary + "||" + template + "||1";
    }

    @Test
    void aNodeWithRoomElsewhereCanBeEmptied() throws IOException {
        List<String> nodes = List.of(node("n1", 8192, 2048), node("n2", 8192, 0), node("n3", 8192, 0));
        List<String> instances = List.of(drbd("a", 1024, "n1", "n2"), drbd("b", 1024, "n1", "n3"));
        assertThat(hcheck(nodes, instances, "--can-empty=n1")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("n1 can be emptied with 2 moves.\n");
        assertThat(hcheck(nodes, List.of(), "--can-empty=n1")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("n1 can be emptied: nothing is on it.\n");
    }

    @Test
    void whoStaysIsNamedWithTheReason() throws IOException {
        List<String> nodes = List.of(node("n1", 8192, 7000), node("n2", 4096, 0), node("n3", 4096, 0));
        List<String> instances =
                List.of(drbd("big", 5000, "n1", "n2"), single("local", "plain", "n1"), single("shared", "rbd", "n1"));
        assertThat(hcheck(nodes, instances, "--can-empty=n1")).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .startsWith("n1 cannot be emptied: 2 instances stay.\n"
                        + "  big: nearest is failover: n2 lacks 905 MiB of memory (all ")
                .contains("  local: disks on one node alone");
        assertThat(hcheck(nodes, instances, "--can-empty=n1", "--output=json")).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains(
                        "\"possible\" : false",
                        "\"proven\" : true",
                        "\"instance\" : \"big\"",
                        "\"reason\" : \"one-copy\"");
        assertThat(hcheck(nodes, instances, "--can-empty=n1", "--machine-readable"))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .startsWith("HCHECK_CAN_EMPTY=0\n")
                .contains("HCHECK_STAYING_0_NAME=big\n")
                .endsWith("HCHECK_OK=1\n");
    }

    @Test
    void moreMemoryThanThereIsIsSaid() throws IOException {
        List<String> nodes = List.of(node("n1", 4096, 3000), node("n2", 4096, 3000), node("n3", 4096, 3000));
        List<String> instances =
                List.of(drbd("a", 3000, "n1", "n2"), drbd("b", 3000, "n2", "n3"), drbd("c", 3000, "n3", "n1"));
        assertThat(hcheck(nodes, instances, "--can-empty=n1")).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains(
                        "Whatever is moved where, the other nodes lack 810 MiB of memory for all instances together.");
    }

    @Test
    void unknownNodesAreRefused() throws IOException {
        assertThat(hcheck(List.of(node("n1", 4096, 0)), List.of(), "--can-empty=n1,n9"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).isEqualTo("Error: unknown or ambiguous node name(s): n9\n");
    }

    @Test
    void aNodeWithoutCpusIsNamed() throws IOException {
        List<String> nodes =
                List.of(node("n1", 8192, 1024), node("n2", 8192, 0), "n3|8192|0|8192|100000|100000|0|N|uuid-1|1");
        List<String> instances = List.of(drbd("a", 1024, "n1", "n2"));
        hcheck(nodes, instances);
        assertThat(err.toString(UTF_8)).contains("Warning: node n3 has no CPUs on record: the score has no value, ");
        hcheck(nodes, instances, "--can-empty=n2");
        assertThat(err.toString(UTF_8)).contains("Warning: node n3 has no CPUs on record; left out, as -O n3 does");
        assertThat(out.toString(UTF_8)).doesNotContain("NaN");
    }

    /** What is found out is true of where the better try ends, and no node holds more than is said to be possible. */
    @Test
    void answersAreTrueOnRandomClusters() {
        int possible = 0;
        int impossible = 0;
        for (long seed = 1; seed <= 150; seed++) {
            Dice dice = Dice.of(seed);
            Scenario scenario = Scenario.of(RandomClusters.of(seed));
            if (scenario.cluster().nodes().isEmpty()) {
                continue;
            }
            int node = dice.between(0, scenario.cluster().nodes().size() - 1);
            EvacuationOutlook outlook = EvacuationOutlook.of(scenario, List.of(node), MoveRules.ALL);
            List<Integer> residents = IntStream.range(
                            0, scenario.cluster().instances().size())
                    .filter(index -> isOn(scenario.cluster().instances().get(index), node))
                    .boxed()
                    .toList();
            assertThat(residents)
                    .containsAll(outlook.staying().stream()
                            .map(EvacuationOutlook.Staying::instance)
                            .toList());
            assertThat(outlook.moves() >= residents.size() - outlook.staying().size())
                    .isTrue();
            possible += outlook.isPossible() && !residents.isEmpty() ? 1 : 0;
            impossible += outlook.isPossible() ? 0 : 1;
            if (outlook.isPossible()) {
                assertThat(outlook.missingMemory())
                        .as("the bound of seed %s", seed)
                        .isEqualTo(OptionalLong.empty());
            }
        }
        assertThat(possible).isGreaterThan(10);
        assertThat(impossible).isGreaterThan(10);
    }

    private static boolean isOn(Instance instance, int node) {
        return instance.placement().primary() == node || instance.placement().secondary() == node;
    }
}
