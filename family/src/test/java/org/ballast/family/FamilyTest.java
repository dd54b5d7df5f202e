package org.ballast.family;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyTest {
    private static final String CLUSTER = """
            g1|uuid-1|preferred|

            n1|32768|0|32768|1048576|1048576|16|N|uuid-1|1
            n2|32768|0|32768|1048576|1048576|16|N|uuid-1|1
            n3|32768|0|32768|1048576|1048576|16|N|uuid-1|1

            i1|1024|10240|1|running|Y|n1|n2|drbd|dns:1|1
            i2|1024|10240|1|running|Y|n1|n2|drbd|dns:1|1

            htools:iextags:dns

            |128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12|drbd,plain|4.0|32.0
            g1|128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12|drbd,plain|4.0|32.0
            """;
    private static final String EMPTY = """



            |128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12|drbd,plain|4.0|32.0
            """;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("in.data"), CLUSTER);
        Files.writeString(directory.resolve("empty.data"), EMPTY);
    }

    private int hinfo(String... arguments) {
        return new Hinfo(new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8), directory)
                .run(arguments);
    }

    private int hcheck(String... arguments) {
        return new Hcheck(new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8), directory)
                .run(arguments);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    @Test
    void hcheckTellsRulesOfTagsBesideTheResults() throws IOException {
        int code = hcheck("-tin.data");
        String usual = out();
        assertThat(err.toString(UTF_8)).doesNotContain("Rule");
        out.reset();
        Files.writeString(
                directory.resolve("ruled.data"),
                CLUSTER.replace("htools:iextags:dns", "htools:iextags:dns\nballast:keep-apart:dns"));

        assertThat(hcheck("-truled.data")).isEqualTo(code);
        assertThat(out()).isEqualTo(usual);
        assertThat(err.toString(UTF_8))
                .contains(
                        "Rule not kept: keep apart across nodes: i1, i2 (tag ballast:keep-apart:dns, dns:1): 1 violation");
        out.reset();
        hcheck("-truled.data", "--output=json");
        assertThat(out()).contains("\"rules\" : 1", "\"broken_rules\"", "\"violations\" : 1");
    }

    @Test
    void hinfoDescribesGroups() {
        assertThat(hinfo("-tin.data", "-vv")).isZero();
        assertThat(out())
                .startsWith("Loaded cluster tags: htools:iextags:dns\nLoaded cluster ipolicy: IPolicy {")
                .contains("Loaded 3 nodes, 2 instances, 1 node group\nNo split instances found\n")
                .contains("   Group Nodes Instances Bad_Nodes Bad_Instances N+1       Score\n   g1        3 ")
                .contains("Cluster is N+1 happy\nCluster coefficients:\n")
                .containsPattern("\nCluster score: \\d+\\.\\d{8}\n$");
    }

    @Test
    void hinfoShowsInstances() {
        assertThat(hinfo("-tin.data", "--print-instances")).isZero();
        assertThat(err.toString(UTF_8)).isEqualTo("""

                        Instances instance map:
                         F Name Pri_node Sec_node Auto_bal vcpu   mem   dsk  lCpu  lMem  lDsk  lNet
                         R i1   n1       n2       Y           1  1024    10 1.000 1.000 1.000 1.000
                         R i2   n1       n2       Y           1  1024    10 1.000 1.000 1.000 1.000
                        """);
    }

    @Test
    void withoutAnOnlineNodeThereIsNothingToScore() {
        assertThat(hinfo("-tin.data", "-On1", "-On2", "-On3")).isZero();
        assertThat(out()).endsWith("Cluster coefficients:\n   Field Value Weight\nCluster score: 0.00000000\n");
    }

    @Test
    void hinfoNeedsASource() {
        assertThat(hinfo()).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo("Error: failed to load data, aborting: No backend selected! Exiting.\n");
    }

    @Test
    void sourcesExcludeEachOther() {
        assertThat(hinfo("-tin.data", "-mhost")).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo("Error: Only one of the rapi, luxi, and data files options should be given.\n");
    }

    @Test
    void sourcesNotYetAvailableAreNamed() {
        assertThat(hinfo("-L")).isEqualTo(1);
        assertThat(hinfo("--mond", "-tin.data")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).isEqualTo("""
                        Error: reading a cluster from the master daemon (-L) is not available yet, use -t FILE
                        Error: reading load from monitoring daemons (--mond) is not available yet
                        """);
    }

    @Test
    void hinfoWritesJson() throws IOException {
        assertThat(hinfo("-tin.data", "--output=json")).isZero();
        parse();
        assertThat(out())
                .contains("\"format\" : \"ballast-cluster\"", "\"instances\" : 2", "\"n1_happy\" : true")
                .contains("\"name\" : \"reserved_mem_rtotal\"");
    }

    @Test
    void hcheckReportsFiguresBeforeAndAfterBalancing() {
        assertThat(hcheck("-tin.data", "--machine-readable", "--no-capacity-checks"))
                .isEqualTo(1);
        assertThat(out().lines().map(line -> line.replaceAll("=.*SCORE.*|(SCORE)=.*", "$1")))
                .containsExactly(
                        "HCHECK_GROUP_UUID_0='uuid-1'",
                        "HCHECK_INIT_GROUP_0_N1_FAIL=0",
                        "HCHECK_INIT_GROUP_0_CONFLICT_TAGS=1",
                        "HCHECK_INIT_GROUP_0_OFFLINE_PRI=0",
                        "HCHECK_INIT_GROUP_0_OFFLINE_SEC=0",
                        "HCHECK_INIT_GROUP_0_SCORE",
                        "HCHECK_INIT_CLUSTER_N1_FAIL=0",
                        "HCHECK_INIT_CLUSTER_CONFLICT_TAGS=1",
                        "HCHECK_INIT_CLUSTER_OFFLINE_PRI=0",
                        "HCHECK_INIT_CLUSTER_OFFLINE_SEC=0",
                        "HCHECK_INIT_CLUSTER_NEED_REBALANCE=1",
                        "HCHECK_FINAL_GROUP_0_N1_FAIL=0",
                        "HCHECK_FINAL_GROUP_0_CONFLICT_TAGS=0",
                        "HCHECK_FINAL_GROUP_0_OFFLINE_PRI=0",
                        "HCHECK_FINAL_GROUP_0_OFFLINE_SEC=0",
                        "HCHECK_FINAL_GROUP_0_SCORE",
                        "HCHECK_FINAL_CLUSTER_N1_FAIL=0",
                        "HCHECK_FINAL_CLUSTER_CONFLICT_TAGS=0",
                        "HCHECK_FINAL_CLUSTER_OFFLINE_PRI=0",
                        "HCHECK_FINAL_CLUSTER_OFFLINE_SEC=0",
                        "HCHECK_FINAL_CLUSTER_NEED_REBALANCE=1",
                        "HCHECK_OK=1");
    }

    @Test
    void hcheckWithoutSimulationEndsWithZero() {
        assertThat(hcheck("-tin.data", "--no-simulation")).isZero();
        assertThat(out())
                .startsWith("""
                        Running in no-simulation mode.

                        Statistics for group g1 initially
                            Nodes not N+1 happy: 0
                            Nodes with conflicting instances: 1
                        """)
                .contains("    Nodes not directly evacuateable: 0\n")
                .endsWith("    Cluster is not healthy: True\n");
    }

    @Test
    void hcheckCanBeQuiet() {
        assertThat(hcheck("-tin.data", "-q")).isEqualTo(1);
        assertThat(out()).isEmpty();
    }

    @Test
    void anEmptyClusterHasOneFigureBeforeAndOneAfter() {
        assertThat(hcheck("-tempty.data", "--machine-readable")).isZero();
        assertThat(out()).isEqualTo("HCHECK_INIT_CLUSTER_N1_FAIL=0\nHCHECK_FINAL_CLUSTER_N1_FAIL=0\nHCHECK_OK=1\n");
    }

    @Test
    void hcheckWritesJson() throws IOException {
        assertThat(hcheck("-tin.data", "--output=json", "--machine-readable")).isEqualTo(1);
        parse();
        assertThat(out())
                .contains("\"format\" : \"ballast-check\"", "\"healthy\" : false", "\"conflict_tags\" : 1")
                .contains("\"after\" : {");
    }

    @Test
    void withoutSimulationAfterIsNull() throws IOException {
        assertThat(hcheck("-tin.data", "--output=json", "--no-simulation")).isZero();
        parse();
        assertThat(out()).contains("\"after\" : null");
    }

    private void parse() throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(out())) {
            parser.nextToken();
            parser.skipChildren();
            assertThat(parser.nextToken()).isNull();
        }
    }
}
