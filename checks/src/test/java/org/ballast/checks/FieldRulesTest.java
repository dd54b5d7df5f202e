package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.ballast.testkit.CallOutcome;
import org.junit.jupiter.api.Test;

/** The right answers to reported faults of rules, and of nodes that cannot migrate. */
class FieldRulesTest {
    /** So many tries end a search the same way on every machine. */
    private static final String SEARCH = " --optimize --max-tries=20000";

    @Test
    void instancesThatKeepApartAreMigratedAndNothingIsCopied() {
        CallOutcome.Finished outcome = optimized("02-balanced-but-together.data", "--rules=02-apart.yaml");

        assertThat(outcome.out())
                .contains("Work: 0 disk copies, 2 migrations, 0 failovers")
                .doesNotContain("still not kept");
        // No plan is better than balanced; that the instances are apart costs no balance.
        assertThat(outcome.out()).contains("Cluster score improved from 0.04687500 to 0.04687500");
    }

    @Test
    void aRuleThatCannotBeKeptIsNamedBeforeTheSearchAndNotPaidFor() {
        CallOutcome.Finished outcome = optimized("02-balanced-but-together.data", "--rules=21g-onlypri.yaml");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .containsSubsequence(
                        "Rules that cannot be kept",
                        "21g-onlypri.yaml:2",
                        "have their disks on two nodes, and only n2.example.com is left",
                        "Searching for",
                        "No solution found");
        assertThat(moves(outcome)).isEmpty();
    }

    @Test
    void aNodeThatIsIgnoredIsNeitherSourceNorTarget() {
        String rules = "rules:\n  - ignore-nodes: n4\n";
        CallOutcome.Finished outcome =
                OurTool.run(FieldInput.call("hbal -t 03-ignored-node.data --rules=ignore.yaml" + SEARCH)
                        .withFile("ignore.yaml", rules));

        assertThat(moves(outcome)).isNotEmpty().noneMatch(move -> move.contains("n4"));
    }

    @Test
    void rulesForEachInstanceMayKeepANodeOutOfAPlan() {
        CallOutcome.Finished outcome = optimized("03-ignored-node.data", "--rules=03-ignore.yaml");

        assertThat(moves(outcome)).isNotEmpty().noneMatch(move -> move.contains("n4") || move.contains("x0"));
    }

    @Test
    void instancesThatAreOnANodeMayBeKeptThereByItsName() {
        CallOutcome.Finished outcome = optimized("03-ignored-node.data", "--rules=21e-bynode.yaml");

        // Others may come to the node; what is there stays.
        assertThat(outcome.err()).isEmpty();
        assertThat(moves(outcome)).isNotEmpty().noneMatch(move -> move.contains("x0"));
    }

    @Test
    void whatLeavesAnOfflineNodeIsReckonedAsFailedOver() {
        CallOutcome.Finished outcome = optimized("09t-offline.data", "--explain");

        assertThat(outcome.out())
                .containsPattern("5 failovers of 5 instances; 5 min \\d+ s of downtime")
                .contains("The data does not tell whether n2.example.com is dead or only drained");
    }

    private static CallOutcome.Finished optimized(String cluster, String option) {
        return FieldInput.run("hbal -t " + cluster + " " + option + SEARCH);
    }

    private static List<String> moves(CallOutcome.Finished outcome) {
        return Pattern.compile("(?m)^ +\\d+\\. .* => .*$")
                .matcher(outcome.out())
                .results()
                .map(match -> match.group())
                .toList();
    }
}
