package org.ballast.hbal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizeTest {
    private static final String TRIES = "--max-tries=20000";
    private static final Pattern SCORES = Pattern.compile("Cluster score improved from (\\S+) to (\\S+)\n");

    @TempDir
    Path directory;

    private Sample run(String cluster, String... options) throws IOException {
        Sample sample = new Sample(directory, cluster);
        String[] all = new String[options.length + 2];
        all[0] = "--optimize";
        all[1] = TRIES;
        System.arraycopy(options, 0, all, 2, options.length);
        assertThat(sample.run(all)).as(sample.err()).isZero();
        return sample;
    }

    private static double scoreAfter(Sample sample) {
        Matcher scores = SCORES.matcher(sample.out());
        assertThat(scores.find()).as(sample.out()).isTrue();
        assertThat(Double.parseDouble(scores.group(2))).isLessThan(Double.parseDouble(scores.group(1)));
        return Double.parseDouble(scores.group(2));
    }

    @Test
    void aPlanIsTold() throws IOException {
        Sample sample = run(Sample.UNBALANCED, "--solver=anneal", "--seed=7");
        assertThat(sample.err()).isEmpty();
        assertThat(sample.out())
                .startsWith("""
                        Loaded 3 nodes, 4 instances
                        Group size 3 nodes, 4 instances
                        Selected node group: g1
                        """)
                .contains("Searching for up to 20000 tries (anneal, seed 7)...\n")
                .containsPattern("\n    1\\. i\\d n\\d:n\\d => n\\d:n\\d +\\d+\\.\\d{8} a=[fr].*\n    2\\. ")
                .containsPattern("""
                        Solution length=\\d+
                        Data: \\d+\\.\\d GiB \\(\\d+\\.\\d of disks, \\d+\\.\\d of memory\\)
                        Work: \\d+ disk cop\\w+, \\d+ migrations?, \\d+ failovers? of \\d+ instances?; .* of downtime
                        Estimated time: .*, in jobsets .*
                        Search: \\w+, seed 7, \\d+ tries
                        """);
        scoreAfter(sample);
    }

    @Test
    void theSameSeedGivesTheSamePlan() throws IOException {
        String first = run(Sample.UNBALANCED, "--seed=3").out();
        assertThat(run(Sample.UNBALANCED, "--seed=3").out()).isEqualTo(first);
    }

    @Test
    void itIsNeverWorseThanSingleSteps() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run()).isZero();
        assertThat(scoreAfter(run(Sample.UNBALANCED, "--price=0"))).isLessThanOrEqualTo(scoreAfter(sample));
    }

    @Test
    void budgetsAreKept() throws IOException {
        assertThat(run(Sample.UNBALANCED, "-l1").out()).contains("Solution length=1\n");
        assertThat(run(Sample.UNBALANCED, "-l-1").out()).doesNotContain("Solution length=1\n");
        assertThat(run(Sample.UNBALANCED, "--max-instances=1").out()).contains(" of 1 instance; ");
        assertThat(run(Sample.UNBALANCED, "--max-data=11.5").out()).containsPattern("Data: (\\d|1[01])\\.\\d GiB ");
        assertThat(run(Sample.UNBALANCED, "--max-data=0").out()).contains("Data: 0.0 GiB ");
        assertThat(run(Sample.UNBALANCED, "--max-duration=1s").out()).contains("No solution found\n");
    }

    @Test
    void aScoreIsReachedCheaply() throws IOException {
        double all = scoreAfter(run(Sample.UNBALANCED));
        Sample sample = run(Sample.UNBALANCED, "-e3");
        assertThat(scoreAfter(sample)).isLessThanOrEqualTo(3).isGreaterThan(all);
        assertThat(run(Sample.UNBALANCED, "-e1000").out()).contains("Nothing to do, exiting\n");
    }

    @Test
    void commandsAndSavedStatesAreThoseOfThePlan() throws IOException {
        Sample sample = run(
                Sample.UNBALANCED, "-C", "-S", "state", "-pname,pcnt", "--select-instances=i4.site", "--no-disk-moves");
        assertThat(sample.out()).contains("    1. i4 n1:n2 => n2:n1 ").endsWith("""

                        Commands to run to reach the above solution:
                        \s\s
                          echo jobset 1, 1 jobs
                            echo job 1/1
                            gnt-instance migrate -f i4
                        """);
        assertThat(sample.err()).containsSubsequence("n1      4\n", "Final cluster status:", "n1      3\n");
        assertThat(sample.file("state.balanced")).contains("i4.site|1024|10240|1|running|Y|n2.site|n1.site|drbd");
    }

    @Test
    void weightsChangeTheScore() throws IOException {
        assertThat(run(Sample.UNBALANCED, "-l0").out()).doesNotContain("Initial score: 0.00000000");
        Files.writeString(directory.resolve("w"), "# none\nfree_mem_cv = 0\nn1_cnt=2.5 # counts\n");
        assertThat(run(Sample.UNBALANCED, "--weights=w", "-vv", "-l0").out())
                .containsPattern("free_mem_cv +\\S+ +x0.00\n")
                .containsPattern("n1_cnt +\\S+ +x2.50\n");
    }

    @Test
    void rulesAreKept() throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), """
                rules:
                  - name: stay
                    do-not-move: [i1.site, i3.site]
                """);
        Sample sample = run(Sample.UNBALANCED, "--rules=rules.yaml", "--explain");
        assertThat(sample.out()).doesNotContainPattern("\\d\\. i[13] ").contains("  2, held by a rule: i1, i3\n");
    }

    @Test
    void rulesThatCannotBeKeptAreNamedBeforeTheSearchAndNotPaidFor() throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), """
                rules:
                  - allowed-nodes: [n2]
                    instances: i*
                """);
        Sample sample = run(Sample.UNBALANCED, "--rules=rules.yaml", "--explain", "--max-data=0");
        assertThat(sample.out()).containsPattern("""
                        Rules that cannot be kept; nothing is moved for what stays broken:
                          only on n2.site: i.*\\(rules.yaml:2\\): i.* have their disks on two nodes, and only n2.site is left
                        Searching for""").contains("Data: 0.0 GiB").doesNotContain("rule allowed-nodes");
        Sample json = run(Sample.UNBALANCED, "--rules=rules.yaml", "--max-data=0", "--output=json");
        assertThat(json.out()).contains("\"rule_conflicts\"", "and only n2.site is left");
    }

    @Test
    void whatMustNotBeMigratedLiveIsFailedOver() throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), """
                rules:
                  - no-live-migration: i*
                """);
        Sample sample = run(Sample.UNBALANCED, "--rules=rules.yaml", "-C");
        assertThat(sample.out())
                .contains(" 0 migrations, ", "gnt-instance failover -f i")
                .doesNotContain("migrate");
        assertThat(run(Sample.UNBALANCED, "--rules=rules.yaml", "--max-data=0", "-C")
                        .out())
                .contains("Data: 0.0 GiB", "gnt-instance failover -f i");
        assertThat(run(Sample.UNBALANCED, "-C").out()).contains("gnt-instance migrate -f i");
        Sample json = run(Sample.UNBALANCED, "--rules=rules.yaml", "--output=json");
        assertThat(json.out())
                .contains("\"migrations\" : 0", "gnt-instance failover")
                .doesNotContain("migrate");
        assertThat(run(Sample.UNBALANCED.replace("|drbd||", "|drbd|ballast:no-live-migration|"), "-C")
                        .out())
                .contains("gnt-instance failover -f i")
                .doesNotContain("migrate");
    }

    @Test
    void offlineNodesAreReckonedAsDeadUnlessOnlyAnOptionCallsThemSo() throws IOException {
        String dead = Sample.UNBALANCED.replaceFirst("(n1\\.site\\|.*)\\|N\\|uuid-1", "$1|Y|uuid-1");
        Sample sample = run(dead, "-C");
        assertThat(sample.out())
                .contains("gnt-instance failover -f i3")
                .contains("Note: The data does not tell whether n1.site is dead or only drained")
                .doesNotContain("migrate -f i3");
        assertThat(run(dead, "--output=json").out()).containsPattern("\"dead_or_drained\" : \\[\\s*\"n1.site\"\\s*\\]");
        assertThat(run(Sample.UNBALANCED, "-C", "-O", "n1").out())
                .contains("gnt-instance migrate -f i3")
                .doesNotContain("only drained");
        Sample plain = new Sample(directory, dead);
        assertThat(plain.run("-C")).isZero();
        assertThat(plain.out()).contains("gnt-instance migrate -f i3");
    }

    @Test
    void nodesAreEmptied() throws IOException {
        String spread = Sample.UNBALANCED.replaceFirst("(i1.site\\|.*)\\|n1.site\\|n2.site", "$1|n3.site|n1.site");
        Sample sample = run(spread, "--pack", "--report=page.html");
        assertThat(sample.out())
                .contains("Nodes with instances: 3 before, 2 after, at least 2 needed (two copies of disks are on two")
                .contains("Emptied: n3.site\nNot emptied:\n  n1.site: no fewer nodes are enough\n");
        assertThat(sample.file("page.html")).contains("Emptied: n3.site.");
        assertThat(run(spread, "--pack", "--output=json").out()).contains("\"nodes_after\" : 2", "\"not_emptied\" : [");
        Sample refused = new Sample(directory, spread);
        assertThat(refused.run("--optimize", "--pack", "--front")).isEqualTo(1);
        assertThat(refused.err()).contains("Only one of --pack, --front and --pick");
    }

    @Test
    void allGroupsAreOnePlan() throws IOException {
        Sample sample = run(Sample.SPLIT, "--all-groups");
        assertThat(sample.out())
                .contains(
                        "Group size 3 nodes, 3 instances\n",
                        "Selected node groups: g1, g2\n",
                        "Cluster score improved");
    }

    @Test
    void anotherGroupMayBeBetter() throws IOException {
        Sample sample = run(Sample.SPLIT, "--cross-group", "--explain");
        assertThat(sample.out()).contains("Selected node groups: g1, g2\n", "  1, nodes in two groups: across\n");
    }

    @Test
    void choicesAreShown() throws IOException {
        Sample sample = run(Sample.UNBALANCED, "--front");
        assertThat(sample.out())
                .contains("\nWhat more or less change would bring (* is the plan above, --pick=N takes another):\n"
                        + "  Point Moves Instances Disk GiB Memory GiB")
                .containsPattern("\n +\\*\\d+ +\\d+ ");
        Sample first = run(Sample.UNBALANCED, "--pick=1");
        assertThat(first.out()).containsPattern("\n +\\*1 +\\d+ ");
        assertThat(first.run("--optimize", TRIES, "--pick=99")).isEqualTo(1);
        assertThat(first.err()).matches("Error: The front has \\d+ points?, so there is no point 99 to pick.\n");
    }

    @Test
    void reasonsAreTold() throws IOException {
        Sample sample = run(Sample.UNBALANCED, "--explain", "--exclude-instances=i1.site");
        assertThat(sample.out())
                .contains("\nWhat each move costs and is good for:\n")
                .containsPattern("\n +1 i\\d +\\d+\\.\\d +\\d+\\.\\d .* n1: 4 → 3 instances, ")
                .contains("\nNo load was measured, so each instance counts as one of ")
                .contains("\nWhat is left of the score, and what no plan can remove (")
                .containsPattern("\n  reserved_mem_rtotal ")
                .contains("""
                        Instances that cannot move where the plan ends:
                          1, excluded by --exclude-instances or --select-instances: i1
                        """)
                .containsPattern("\nThe search ended [^\n]+\\.\n$");
    }

    @Test
    void aPageIsWritten() throws IOException {
        Sample sample = run(Sample.UNBALANCED, "--report=page.html", "--front");
        assertThat(sample.file("page.html")).startsWith("<!DOCTYPE html>").contains("i1", "n1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--solver=anneal",
                "--seed=1",
                "--max-tries=1",
                "--max-data=1",
                "--max-duration=1",
                "--max-instances=1",
                "--price=1",
                "--rules=r",
                "--weights=n1_cnt=1",
                "--move-plain",
                "--all-groups",
                "--cross-group",
                "--disk-rate=1",
                "--migration-rate=1",
                "--parallel=1",
                "--front",
                "--pick=1",
                "--pack"
            })
    void otherOptionsNeedIt(String option) throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run(option)).isEqualTo(1);
        assertThat(sample.out()).isEmpty();
        assertThat(sample.err())
                .isEqualTo("Error: " + option.replaceFirst("=.*", "") + " goes with --optimize only.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    --optimize=x;          parsing optimize: cannot parse string 'x'
                    --optimize=-1;         Invalid value of optimize, expected seconds from 0 to 86400, got "-1"
                    --solver=luck;         Unknown solver 'luck', pass one of 'timefold', 'anneal', 'descent'
                    --max-tries=-1;        Invalid value of max-tries, expected a number from 0 to 9223372036854775807, got "-1"
                    --max-data=-0.5;       Invalid value of max-data, expected GiB from 0 to 1073741824, got "-0.5"
                    --max-duration=3d;     parsing max-duration: leftover characters when parsing '3d': 'd'
                    --max-instances=1.5;   parsing max-instances: cannot parse string '1.5'
                    --price=-1;            Invalid value of price, expected a score from 0 to 1000000, got "-1"
                    --disk-rate=0;         Invalid value of disk-rate, expected MiB a second above 0, got "0"
                    --migration-rate=-3;   Invalid value of migration-rate, expected MiB a second above 0, got "-3"
                    --parallel=0;          Invalid value of parallel, expected a number from 1 to 2147483647, got "0"
                    --pick=0;              Invalid value of pick, expected a number from 1 to 2147483647, got "0"
                    """)
    void badValuesAreRefused(String option, String reason) throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run("--optimize", option)).isEqualTo(1);
        assertThat(sample.out()).isEmpty();
        assertThat(sample.err()).isEqualTo("Error while parsing command line arguments:\n" + reason + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    --group=g1 --all-groups; Only one of --group, --all-groups and --cross-group should be given.
                    --weights=nonsense=1;    The score has no row "nonsense", only free_mem_cv
                    --weights=n1_cnt=-1;     Invalid value of weights, expected a number from 0 to 1000000000, got "-1"
                    --weights=missing;       missing: does not exist
                    --rules=missing;         missing: does not exist
                    """)
    void whatDoesNotFitIsRefused(String options, String reason) throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run(("--optimize " + options).split(" "))).isEqualTo(1);
        assertThat(sample.err()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing yet\n", "  \n# nothing\n\t\n", "\uFEFF"})
    void aFileWithoutWeightsIsRefused(String text) throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        Files.writeString(directory.resolve("weights"), text);
        assertThat(sample.run("--optimize", "--weights=weights")).isEqualTo(1);
        assertThat(sample.err())
                .isEqualTo("Error: " + directory.resolve("weights")
                        + ": expected weights, one NAME=VALUE a line, found none\n");
    }

    @Test
    void aWeightInAFileIsRefusedWithItsLine() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        Files.writeString(directory.resolve("weights"), "\uFEFFn1_cnt=1\n\nn1_cnt=x # no number\n");
        assertThat(sample.run("--optimize", "--weights=weights")).isEqualTo(1);
        assertThat(sample.err())
                .contains("weights:3: parsing weights: cannot parse string 'x'")
                .hasLineCount(1);
    }
}
