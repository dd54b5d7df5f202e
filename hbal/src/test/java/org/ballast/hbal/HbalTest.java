package org.ballast.hbal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HbalTest {
    @TempDir
    Path directory;

    @Test
    void movesAreListed() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run("-l2")).isZero();
        assertThat(sample.err()).isEmpty();
        assertThat(sample.out())
                .startsWith("""
                        Loaded 3 nodes, 4 instances
                        Group size 3 nodes, 4 instances
                        Selected node group: g1
                        """)
                .containsPattern("\n    1\\. i\\d n1:n2 => n\\d:n\\d +\\d+\\.\\d{8} a=[fr].*\n    2\\. ")
                .contains("Cluster score improved from ")
                .endsWith("Solution length=2\n");
    }

    @Test
    void commandsUseShortNamesAndFailOverWhatIsDown() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run("-C", "--select-instances=i2.site", "--no-disk-moves"))
                .isZero();
        assertThat(sample.out()).endsWith("""
                        Solution length=1

                        Commands to run to reach the above solution:
                        \s\s
                          echo jobset 1, 1 jobs
                            echo job 1/1
                            gnt-instance failover -f i2
                        """);
    }

    @Test
    void commandFilesAreScripts() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run("-Cdo.sh", "--select-instances=i2.site", "--no-disk-moves"))
                .isZero();
        assertThat(sample.out()).endsWith("The commands have been written to file 'do.sh'\n");
        assertThat(sample.file("do.sh"))
                .startsWith("#!/bin/sh\n\n# Auto-generated")
                .endsWith("""
                        }


                        echo jobset 1, 1 jobs
                          echo job 1/1
                          check
                          gnt-instance failover -f i2
                        """);
    }

    @Test
    void aFileThatCannotBeWrittenIsAnError() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run("-Cmissing/do.sh")).isEqualTo(1);
        assertThat(sample.err())
                .isEqualTo("hbal: missing/do.sh: openFile: does not exist (No such file or directory)\n");
    }

    @Test
    void executionNeedsTheMasterDaemon() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run("-X", "-l0")).isZero();
        assertThat(sample.run("-X")).isEqualTo(1);
        assertThat(sample.out()).contains("Solution length=");
        assertThat(sample.err()).isEqualTo("Error: hbal: Execution of commands possible only on LUXI\n");
    }

    @Test
    void whatIsSavedIsBalanced() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run("-S", "state")).isZero();
        assertThat(sample.file("state.original")).contains("i1.site|1024|10240|1|running|Y|n1.site|n2.site|drbd");
        Files.move(
                directory.resolve("state.balanced"), directory.resolve("in.data"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(sample.run()).isZero();
        assertThat(sample.out()).containsAnyOf("Nothing to do, exiting", "No solution found");
    }

    @Test
    void severalGroupsNeedAChoice() throws IOException {
        Sample sample = new Sample(directory, Sample.SPLIT);
        assertThat(sample.run()).isEqualTo(1);
        assertThat(sample.err()).isEqualTo("Found multiple node groups:\n  g1\n  g2\nError: Aborting.\n");
        assertThat(sample.run("-G", "nowhere")).isEqualTo(1);
        assertThat(sample.err())
                .isEqualTo("Node group nowhere not found. Node group list is:\n  g1\n  g2\nError: Aborting.\n");
        assertThat(sample.run("-G", "uuid-2")).isZero();
        assertThat(sample.out()).contains("Selected node group: g2\n");
    }

    @Test
    void splitInstancesAreShownAndSavedWhole() throws IOException {
        Sample sample = new Sample(directory, Sample.SPLIT);
        assertThat(sample.run("-G", "g1", "--print-instances", "-S", "state")).isZero();
        assertThat(sample.err()).contains("R across n1       m1       Y");
        assertThat(sample.file("state.balanced")).contains("across|1024|10240|1|running|Y|n1|m1|drbd", "m1|32768|");
    }

    @Test
    void tablesGoBesideTheResults() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run("-pname,pcnt,nonsense", "-l0")).isZero();
        String table = """
                 Name pcnt <unknown field>
                 n1      4 <unknown field>
                 n2      0 <unknown field>
                 n3      0 <unknown field>

                """;
        assertThat(sample.err()).isEqualTo("\nInitial cluster status:\n" + table + "\nFinal cluster status:\n" + table);
    }

    @Test
    void anEmptyClusterIsLeftAlone() throws IOException {
        Sample sample = new Sample(directory, Sample.EMPTY);
        assertThat(sample.run("-S", "state")).isZero();
        assertThat(sample.out()).isEqualTo("Cluster is empty, exiting.\n");
        assertThat(directory.resolve("state.original")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i1;touch x", "$(x)", "-f", "i 1", "i1`x`", "i1\u001b[2J", "'", ".i1", "i1\r", "ï1"})
    void noCommandIsWrittenWithANameThatGanetiWouldNotGive(String name) throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED.replace("i1.site", name));

        assertThat(sample.run()).isZero();
        String plan = sample.out();
        assertThat(plan).contains(name);
        for (String option : new String[] {"-C", "-Ccommands.sh"}) {
            assertThat(sample.run(option)).isEqualTo(1);
            assertThat(sample.out()).isEqualTo(plan);
            assertThat(sample.err())
                    .startsWith("Error: " + directory.resolve("in.data") + ":7: the name of the instance \"")
                    .hasLineCount(1);
        }
        assertThat(directory.resolve("commands.sh")).doesNotExist();
    }

    @Test
    void nodesAreNamedInCommandsToo() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED.replace("n3.site", "n3&.site"));
        assertThat(sample.run("-C")).isEqualTo(1);
        assertThat(sample.err())
                .startsWith("Error: " + directory.resolve("in.data") + ":5: the name of the node \"n3&.site\"");
    }

    @Test
    void aNameThatIsInNoCommandDoesNotMatter() throws IOException {
        Sample sample = new Sample(
                directory,
                Sample.UNBALANCED.replace("i4.site|", "i4;.site|").replace("i4;.site|1024", "i4;.site|1024"));
        assertThat(sample.run("-C", "--exclude-instances=i4;.site")).isZero();
    }

    @Test
    void documentsDoNotActOnTheTerminal() throws IOException {
        Sample sample = new Sample(
                directory, Sample.UNBALANCED.replace("i1.site", "i1\u001b[31m").replace("g1|", "g1\r|"));
        assertThat(sample.run("--optimize=1", "--explain", "-p", "-v")).isZero();
        String told = sample.out().substring(sample.out().indexOf("What each move costs"));
        assertThat(told).contains("i1\\u001b[31m").doesNotContain("\u001b", "\r");
        assertThat(sample.err()).doesNotContain("\u001b", "\r");
    }

    @Test
    void loadOfNobodyIsWarnedAbout() throws IOException {
        Sample sample = new Sample(directory, Sample.UNBALANCED);
        assertThat(sample.run()).isZero();
        String plan = sample.out();
        Files.writeString(directory.resolve("load"), "\uFEFFi9.site 1 1 1 1\n");
        assertThat(sample.run("-U", "load")).isZero();
        assertThat(sample.out()).isEqualTo(plan);
        assertThat(sample.err())
                .isEqualTo("Warning: " + directory.resolve("load")
                        + ":1: the load of \"i9.site\" does not count: no instance has this name\n");
        assertThat(sample.run("-U", "load", "-q")).isZero();
        assertThat(sample.err()).isEmpty();
    }
}
