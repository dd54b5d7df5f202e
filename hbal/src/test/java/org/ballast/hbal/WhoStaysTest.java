package org.ballast.hbal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** hbal says who cannot move, who stays on offline nodes, and which nodes lack figures. */
class WhoStaysTest {
    private static final String TRIES = "--max-tries=20000";
    private static final String STAYS =
            "a2 stays on n1, which is offline: nearest is failover: n2 lacks 1785 MiB of memory";

    @TempDir
    Path directory;

    private Sample run(String cluster, String... options) throws IOException {
        Sample sample = new Sample(directory, cluster);
        assertThat(sample.run(options)).as(sample.err()).isZero();
        return sample;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> document, String name) {
        return (List<Map<String, Object>>) document.get(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--explain", "--explain --optimize --max-tries=2000"})
    void everyStuckInstanceIsNamedWithWhatItLacks(String options) throws IOException {
        String told = run(FieldCase.STUCK, options.split(" ")).out();
        assertThat(told)
                .doesNotContain("All instances could move")
                .contains("Instances that cannot move:\n  5, no node has room:\n")
                .contains(
                        "    a0: nearest is failover: n2 lacks 1 MiB of disk space and n1 lacks 1001 MiB of disk space")
                .contains("    b0: nearest is replace secondary to n2: n2 lacks 1001 MiB of disk space");
    }

    @Test
    void anEvacuationThatCannotFinishIsNotedBesideTheResults() throws IOException {
        Sample sample = run(FieldCase.REMOVED_NODE, "-O", "n1", "-E");
        assertThat(sample.out()).endsWith("Solution length=5\n").doesNotContain("a2 ");
        assertThat(sample.err()).startsWith("Note: " + STAYS);
        assertThat(run(FieldCase.REMOVED_NODE, "-O", "n1", "-E", "-q").err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--optimize --max-tries=20000"})
    void anEvacuationThatCannotFinishIsPartOfTheExplanation(String options) throws IOException {
        Sample sample = run(
                FieldCase.REMOVED_NODE,
                ("-O n1 -E --explain " + options).strip().split(" "));
        assertThat(sample.err()).isEmpty();
        assertThat(sample.out())
                .contains("\nStill on offline nodes:\n  " + STAYS)
                .contains("  3, not on an offline node, and --evac-mode is given: b0, b1, b2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--optimize --max-tries=20000"})
    void anEvacuationThatCannotFinishIsAFieldOfTheDocument(String options) throws IOException {
        Sample sample = run(
                FieldCase.REMOVED_NODE,
                ("-O n1 -E --output=json " + options).strip().split(" "));
        List<Map<String, Object>> staying = parts(JsonTree.object(sample.out()), "not_evacuated");
        assertThat(staying).hasSize(1);
        assertThat(staying.getFirst())
                .containsEntry("instance", "a2.example.com")
                .containsEntry("nodes", List.of("n1.example.com"))
                .containsEntry("reason", "no-room");
        assertThat(staying.getFirst().get("nearest"))
                .isEqualTo(Map.of(
                        "kind",
                        "failover",
                        "missing",
                        List.of(Map.of("node", "n2.example.com", "resource", "memory", "amount", 1785L)),
                        "objections",
                        List.of()));
    }

    @Test
    void aPageTellsWhoStays() throws IOException {
        Sample sample = run(FieldCase.REMOVED_NODE, "-O", "n1", "-E", "--report=page.html");
        assertThat(sample.file("page.html"))
                .contains("Still on offline nodes", "n2 lacks 1785 MiB of memory", "No load was measured");
    }

    @Test
    void whoCouldStillMoveStaysForWhatEndedThePlan() throws IOException {
        assertThat(run(FieldCase.REMOVED_NODE, "-O", "n1", "-E", "-l1").err())
                .contains("d0 stays on n1, which is offline: it could move, but the plan has as many moves as it may");
    }

    @ParameterizedTest
    @CsvSource({"0, 16, memory", "32768, 0, CPUs"})
    void aNodeWithoutFiguresIsNamedWithTheCure(long memory, long cpus, String missing) throws IOException {
        Sample sample = run(FieldCase.freshNode(memory, cpus));
        assertThat(sample.err())
                .startsWith("Warning: node n4 has no " + missing + " on record: the score has no value, ")
                .endsWith("leave it out with -O n4.example.com\n");
        assertThat(sample.out()).contains("No solution found\n");
        Sample cured = run(FieldCase.freshNode(memory, cpus), "-O", "n4.example.com");
        assertThat(cured.err()).isEmpty();
        assertThat(cured.out()).contains("Cluster score improved");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 16", "32768, 0"})
    void aSearchLeavesItOutAndBalancesTheRest(long memory, long cpus) throws IOException {
        Sample sample = run(FieldCase.freshNode(memory, cpus), "--optimize", TRIES, "--explain");
        assertThat(sample.err()).startsWith("Warning: node n4 has no ").contains("; left out, as -O n4");
        assertThat(sample.out()).contains("Cluster score improved").doesNotContain("NaN", "Infinity", "=> n4", ":n4 ");
    }

    @Test
    void instancesOnANodeThatIsLeftOutStayWhereTheyAre() throws IOException {
        String cluster = FieldCase.freshNode(32768, 0, List.of(FieldCase.instance("x0", 1024, 1024, "n4", "n2")));
        Sample sample = run(cluster, "--optimize", TRIES, "--explain");
        assertThat(sample.out())
                .contains("  1, on a node that lacks figures and is left out: x0\n")
                .contains("Cluster score improved")
                .doesNotContain(". x0 ", "Still on offline nodes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output=json", "--output=json --explain", "--output=json --optimize --max-tries=2000"})
    void documentsHoldNoNumberThatIsNone(String options) throws IOException {
        for (String cluster : List.of(FieldCase.freshNode(0, 0), FieldCase.freshNode(32768, 0))) {
            Sample sample = run(cluster, options.split(" "));
            assertThat(sample.out()).doesNotContain("NaN", "Infinity");
            assertThat(JsonTree.object(sample.out())).containsEntry("format", "ballast-plan");
        }
    }

    @Test
    void reasonsAreFiguresOfNodes() throws IOException {
        String told = run(FieldCase.freshNode(32768, 16), "--explain").out();
        assertThat(told)
                .contains("n1: 6 → 5 instances, ")
                .doesNotContain("cpu_load_cv -")
                .containsOnlyOnce("No load was measured, so each instance counts as one of");
        assertThat(run(FieldCase.freshNode(32768, 16), "--explain", "-v").out())
                .contains("n1: 6 → 5 instances, ", "cpu_load_cv -");
        assertThat(run(FieldCase.freshNode(32768, 16), "--explain", "--ignore-dynu")
                        .out())
                .doesNotContain("No load was measured");
    }
}
