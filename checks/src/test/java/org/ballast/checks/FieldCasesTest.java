package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.GanetiTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The right answers to reported faults: what the tools say of clusters and requests that once were answered wrongly. */
class FieldCasesTest {
    /** So many tries end a search the same way on every machine. */
    private static final String SEARCH = " --optimize --max-tries=20000";

    private static final String MARK = "\ufeff";
    private static final String NO_CAPACITY = "Warning: node n4 has no CPUs on record";
    private static final String FAIL_OVER_FIRST = "its primary node n1.example.com is offline: fail it over first";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hcheck -t 01-untouched-memory.data",
                "hbal -t 02-balanced-but-together.data",
                "hbal -t 03-ignored-node.data",
                "hspace -t 04j-double-blank.data --disk-template=drbd",
                "hbal -t 06a-no-cpus.data",
                "hcheck -t 06a-no-cpus.data",
                "hail 07a-evac-exclusion.json",
                "hail 17f-evac-empty.json",
                "hbal -t 09t-offline.data",
                "hbal -t 10-giant.data -S saved",
                "hbal -t 23-html.data",
                "hbal -t 24-stuck.data",
                "hbal -t 25-remove-node.data -O n1.example.com -E"
            })
    void withoutOptionsOfBallastTheAnswerIsGanetis(String line) {
        switch (GanetiTools.required().run(FieldInput.call(line), Duration.ofSeconds(60))) {
            case CallOutcome.Finished ganeti ->
                assertThat(SideBySide.differences(ganeti, FieldInput.run(line))).isEmpty();
            case CallOutcome.TimedOut _ -> fail("Ganeti did not end: " + line);
        }
    }

    @Test
    void everyInputIsRead() {
        assertThat(FieldInput.files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(FieldInput.text(file)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hbal -t", "hinfo -t", "hcheck -t", "hspace --disk-template=drbd -t"})
    void aByteOrderMarkBeforeAClusterIsSkipped(String tool) {
        String marked = FieldInput.text("04e-bom.data");
        assertThat(marked).startsWith(MARK);

        CallOutcome.Finished with = FieldInput.run(tool + " 04e-bom.data");
        CallOutcome.Finished without = FieldInput.run(tool + " 04e-bom.data", "04e-bom.data", marked.substring(1));

        assertThat(with).isEqualTo(without);
        assertThat(with.out()).isNotEmpty();
    }

    @Test
    void aByteOrderMarkBeforeARequestIsSkipped() {
        String marked = FieldInput.text("05a-bom.json");
        assertThat(marked).startsWith(MARK);

        CallOutcome.Finished with = FieldInput.run("hail 05a-bom.json");

        assertThat(with).isEqualTo(FieldInput.run("hail 05a-bom.json", "05a-bom.json", marked.substring(1)));
        assertThat(with.out()).startsWith("{\"success\":true");
    }

    @Test
    void aByteOrderMarkBeforeALoadIsSkipped() {
        String call = "hbal -t 04e-bom.data -U 05k-unknown.load";
        String load = FieldInput.text("05k-unknown.load");

        CallOutcome.Finished with = FieldInput.run(call, "05k-unknown.load", MARK + load);

        assertThat(with.out()).isEqualTo(FieldInput.run(call).out());
        assertThat(with.err()).doesNotContain("build1");
    }

    @Test
    void aByteOrderMarkElsewhereIsNamedWithItsLine() {
        String marked = FieldInput.text("04e-bom.data").replace("\nnode1.", "\n" + MARK + "node1.");

        CallOutcome.Finished outcome = FieldInput.run("hbal -t 04e-bom.data", "04e-bom.data", marked);

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains("04e-bom.data:3: there is a byte order mark in this line");
    }

    @Test
    void instancesThatAreTakenForTagsAreWarnedAbout() {
        CallOutcome.Finished outcome = FieldInput.run("hspace -t 04j-double-blank.data --disk-template=drbd");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .contains("04j-double-blank.data:8: \"build1.example.com|")
                .contains("is taken for a tag of the cluster, but looks like a row of another section");
    }

    @Test
    void aLoadOfNoInstanceIsWarnedAboutWithNameAndLine() {
        CallOutcome.Finished outcome = FieldInput.run("hbal -t 04e-bom.data -U 05k-unknown.load");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err().lines().filter(line -> line.startsWith("Warning: ")))
                .singleElement()
                .asString()
                .contains("05k-unknown.load:2:", "dbX.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hbal -t 06a-no-cpus.data", "hcheck -t 06a-no-cpus.data"})
    void aNodeWithoutCapacityIsNamedWithTheCure(String line) {
        assertThat(FieldInput.run(line).err().lines())
                .anyMatch(warning -> warning.startsWith(NO_CAPACITY) && warning.contains("-O n4.example.com"));
    }

    @Test
    void anOptimizedPlanLeavesANodeWithoutCapacityOutAndBalancesTheRest() {
        CallOutcome.Finished outcome = FieldInput.run("hbal -t 06a-no-cpus.data --explain" + SEARCH);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains(NO_CAPACITY);
        assertThat(outcome.out()).doesNotContain("NaN").containsPattern("Cluster score improved from 9\\.\\d+ to 2\\.");
        assertThat(moves(outcome)).isNotEmpty().noneMatch(move -> move.contains("n4"));
    }

    @Test
    void anEvacuationFromAnOfflineNodeSucceedsThoughItsTagsAreThereAlready() {
        CallOutcome.Finished outcome = FieldInput.run("hail --explain 07a-evac-exclusion.json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("0 instances failed to move and 1 were moved successfully")
                .contains("[\"n2.example.com\",\"n1.example.com\"]");
        assertThat(outcome.err()).contains("w0.example.com goes to n2.example.com:n1.example.com");
    }

    @Test
    void aNewInstanceKeepsToTheRulesThatTagsState() {
        CallOutcome.Finished outcome = FieldInput.run("hail --explain 08a-hail-copies-apart.json");

        // Nodes 1 and 2 are in rack a, where the service has a primary copy already; 3 and 4 are in rack b.
        assertThat(outcome.out())
                .containsPattern("\"result\":\\[\"n[34]\\.example\\.com\",\"n[12]\\.example\\.com\"\\]");
        assertThat(outcome.err()).contains("against a rule: 2");
    }

    @Test
    void aSecondaryWhosePrimaryIsOfflineIsRefusedWithTheAdviceToFailOver() {
        CallOutcome.Finished outcome = FieldInput.run("hail --explain 09b-evac-sec-offline-primary.json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("1 instances failed to move", FAIL_OVER_FIRST);
        assertThat(outcome.err())
                .contains("w0.example.com finds no place: " + FAIL_OVER_FIRST)
                .doesNotContain("nearest", "Infinity");
    }

    @Test
    void anEmptyEvacuationHasNothingToDo() {
        CallOutcome.Finished outcome = FieldInput.run("hail --explain 17f-evac-empty.json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("{\"success\":true");
        assertThat(outcome.err()).contains("There is nothing to do").doesNotContain("no place");
    }

    @Test
    void aReportShowsNamesThatLookLikeMarkupAsText() {
        CallOutcome.Finished outcome = FieldInput.run("hbal -t 23-html.data --report=plan.html");

        assertThat(outcome.written().get("plan.html")).satisfies(FieldCasesTest::isEscaped);
    }

    @Test
    void aPageOfCapacityShowsNamesThatLookLikeMarkupAsText() {
        isEscaped(FieldInput.run("hspace -t 23-html.data --output=html").out());
    }

    @Test
    void whereNoMoveIsLegalEachInstanceHasItsReason() {
        CallOutcome.Finished outcome = FieldInput.run("hbal -t 24-stuck.data --explain" + SEARCH);

        assertThat(outcome.out()).doesNotContain("could move");
        for (String instance : List.of("a0", "a1", "a2", "a3", "b0")) {
            assertThat(outcome.out()).containsPattern(instance + ": nearest is .* lacks \\d+ MiB of disk space");
        }
    }

    @Test
    void anInstanceThatStaysOnANodeToBeEmptiedIsNamedWithItsReason() {
        CallOutcome.Finished outcome =
                FieldInput.run("hbal -t 25-remove-node.data -O n1.example.com -E --explain" + SEARCH);

        assertThat(outcome.out())
                .containsPattern(
                        "a\\d stays on n1, which is offline: nearest is failover: n[23] lacks \\d+ MiB of memory");
    }

    @Test
    void anInstanceThatStaysOnANodeToBeEmptiedIsAFieldOfThePlan() {
        CallOutcome.Finished outcome =
                FieldInput.run("hbal -t 25-remove-node.data -O n1.example.com -E --output=json" + SEARCH);

        assertThat(outcome.out().replaceAll("\\s+", " "))
                .containsPattern("\"not_evacuated\" : \\[ \\{ \"instance\" : \"a\\d\\.example\\.com\", "
                        + "\"nodes\" : \\[ \"n1\\.example\\.com\" \\], \"reason\" : \"no-room\"");
    }

    @Test
    void anInstanceThatWouldStayIsKnownWithoutAPlan() {
        CallOutcome.Finished outcome = FieldInput.run("hcheck -t 25-remove-node.data --can-empty=n1.example.com");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.out()).contains("n1 cannot be emptied: 1 instance stays", "lacks 1785 MiB of memory");
    }

    private static void isEscaped(String page) {
        assertThat(page).contains("n&lt;i&gt;1").doesNotContain("<svg onload", "<script>alert", "n<i>1");
    }

    private static List<String> moves(CallOutcome.Finished outcome) {
        return Pattern.compile("(?m)^ +\\d+\\. .* => .*$")
                .matcher(outcome.out())
                .results()
                .map(match -> match.group())
                .toList();
    }
}
