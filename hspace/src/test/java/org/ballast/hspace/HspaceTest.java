package org.ballast.hspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers are those of Ganeti, unless a test says otherwise. */
class HspaceTest {
    private static final String FOUR = "--simulate=p,4,100g,8g,4";
    private static final String STANDARD = "--standard-alloc=10g,1g,1";
    private static final String TIERED = "--tiered-alloc=10g,1g,1";

    @TempDir
    Path directory;

    private Sample sample;

    @BeforeEach
    void prepare() {
        sample = new Sample(directory);
    }

    @Test
    void theTextReportSaysHowManyFit() {
        assertThat(sample.run(FOUR, "--disk-template=drbd", STANDARD, TIERED)).isZero();
        assertThat(sample.err()).isEmpty();
        assertThat(sample.out()).isEqualTo("""
                        The cluster has 4 nodes and the following resources:
                          MEM 32768, DSK 409600, CPU 16, VCPU 64.
                        There are no initial instances on the cluster.
                        Tiered (initial size) instance spec is:
                          MEM 1024, DSK 10240, CPU 1, using disk template 'drbd'.
                        Tiered allocation results:
                          -  18 instances of spec MEM 1024, DSK 10240, CPU 1
                          -   2 instances of spec MEM 1024, DSK 9984, CPU 1
                          - most likely failure reason: FailDisk
                          - initial cluster score: 0.00000000
                          -   final cluster score: 0.25000000
                          - memory usage efficiency: 62.50%
                          -   disk usage efficiency: 99.75%
                          -   vcpu usage efficiency: 37.50%
                        Standard (fixed-size) instance spec is:
                          MEM 1024, DSK 10240, CPU 1, using disk template 'drbd'.
                        Normal (fixed-size) allocation results:
                          -  18 instances allocated
                          - most likely failure reason: FailDisk
                          - initial cluster score: 0.00000000
                          -   final cluster score: 1.93750000
                          - memory usage efficiency: 56.25%
                          -   disk usage efficiency: 90.00%
                          -   vcpu usage efficiency: 34.38%
                        """);
    }

    @Test
    void theShellReportHasVariables() {
        assertThat(sample.run(FOUR, "--disk-template=drbd", STANDARD, TIERED, "--machine-readable"))
                .isZero();
        assertThat(sample.out().lines())
                .hasSize(107)
                .startsWith("HTS_CLUSTER_MEM=32768", "HTS_CLUSTER_DSK=409600")
                .containsSequence("HTS_TSPEC_INI_RQN=2", "HTS_TSPEC_INI_DISK_TEMPLATE=drbd", "HTS_TRL_SCORE=0.25000000")
                .containsSequence(
                        "HTS_TSPEC='1024,10240,1,1=18 1024,9984,1,1=2'",
                        "HTS_KM_USED_CPU=4",
                        "HTS_KM_USED_NPU=1.0",
                        "HTS_KM_USED_MEM=0")
                .containsSequence("HTS_ALLOC_USAGE=0.00000000", "HTS_ALLOC_INSTANCES=18")
                .containsSequence("HTS_ALLOC_FAIL_REASON=FAILDISK", "HTS_ALLOC_FAILDISK_CNT=12")
                .endsWith("HTS_ALLOC_FAILINTERNAL_CNT=0", "HTS_OK=1");
    }

    @Test
    void placementsArePrintedOnRequest() {
        assertThat(sample.run(FOUR, "-vvvv", "-l1", "--disk-template=drbd", STANDARD, TIERED))
                .isZero();
        assertThat(sample.err())
                .startsWith("Initial coefficients: overall 0.00000000\n   Field ")
                .endsWith("""
                        Allocatable nodes: Right [(1,[2,3,4]),(2,[1,3,4]),(3,[1,2,4]),(4,[1,2,3])]
                        Tiered allocation map
                         new-0 node-01-004 node-01-003 1024 10240 1\s
                        Standard allocation map
                         new-0 node-01-004 node-01-003 1024 10240 1\s
                        """);
    }

    @Test
    void spindlesCountWithExclusiveStorage() {
        assertThat(sample.run(
                        "--simulate=p,2,100g,8g,4,6,True", "--disk-template=plain", "--no-capacity-checks", STANDARD))
                .isZero();
        assertThat(sample.out())
                .contains(
                        "MEM 16384, DSK 204800, CPU 8, VCPU 32, SPN 12.",
                        "MEM 1024, DSK 10240, CPU 1, SPN 1, using",
                        "\n  - spindles usage efficiency: ");
    }

    @Test
    void theFilledClusterIsSaved() throws IOException {
        assertThat(sample.run(FOUR, "--disk-template=plain", STANDARD, TIERED, "-l2", "-S", "full", "-p"))
                .isZero();
        assertThat(sample.err())
                .startsWith("\nInitial cluster status:\n")
                .contains(
                        "\n\nTiered allocation status:\n",
                        "\n\nStandard allocation status:\n",
                        "The cluster state after tiered allocation has been written to file 'full.tiered'\n",
                        "The cluster state after standard allocation has been written to file 'full.standard'\n");
        assertThat(sample.file("full.standard"))
                .contains(
                        "\nnew-0|1024|10240|1|running|Y|node-01-004||plain||1|1|N\n",
                        "\nnode-01-004|8192|0|8192|102400|92160|4|N|");
        assertThat(sample.run(FOUR, STANDARD, "-S", "missing/full")).isOne();
        assertThat(sample.err())
                .isEqualTo("hspace: missing/full.tiered: openFile: does not exist (No such file or directory)\n");
    }

    @Test
    void mirroredInstancesNeedTwoNodes() {
        assertThat(sample.run("--simulate=p,1,100g,8g,4", "--disk-template=drbd"))
                .isOne();
        assertThat(sample.out()).endsWith("There are no initial instances on the cluster.\n");
        assertThat(sample.err()).isEqualTo("Error: failure during allocation: Not enough online nodes\n");
        assertThat(sample.run("--simulate=u,1,100g,8g,4")).isOne();
        assertThat(sample.err()).isEqualTo("Error: failure during allocation: No online nodes\n");
    }

    @Test
    void optionValuesAreChecked() {
        assertThat(refusal("--standard-alloc=1g,1g"))
                .endsWith("\nInvalid standard specification: '1g,1g', expected disk,ram,cpu\n");
        assertThat(refusal("--tiered-alloc=1g,x,1")).endsWith("\ntiered specs memory: Can't parse string 'x'\n");
        assertThat(refusal("--disk-template=drbd8"))
                .endsWith("\nInvalid string value for type DiskTemplate: \"drbd8\"\n");
        assertThat(refusal("--spindle-use=-1")).endsWith("\nInvalid value of the spindle-use (expected >= 0)\n");
        assertThat(refusal("--max-length=x")).endsWith("\nmax solution length: cannot parse string 'x'\n");
    }

    private String refusal(String option) {
        assertThat(sample.run(FOUR, option)).isOne();
        assertThat(sample.out()).isEmpty();
        assertThat(sample.err()).startsWith("Error while parsing command line arguments:\n");
        return sample.err();
    }

    /** Ganeti says that none of them fits. */
    @Test
    void negativeSizesAreRefused() {
        assertThat(sample.run(FOUR, "--tiered-alloc=10g,-1g,1")).isOne();
        assertThat(sample.err()).isEqualTo("Error: the tiered size is below zero: memory -1024, disk 10240, CPUs 1\n");
        assertThat(sample.out()).isEmpty();
    }

    /** Ganeti never ends. */
    @Test
    void instancesWithoutSizeNeedALimit() throws IOException {
        String policy = "0,0,0,0,0,0|0,0,0,0,0,0;1024,1,1024,1,1,1|diskless|4.0|32.0";
        String cluster = Sample.cluster(policy, List.of("g"), List.of(Sample.node("n", "g", 32768)), List.of());
        assertThat(sample.runOn(cluster, "--standard-alloc=0,0,0", "--no-capacity-checks"))
                .isOne();
        assertThat(sample.err())
                .isEqualTo("Error: instances of memory 0, disk 0 and 0 CPUs would fit without end on node n, use -l to"
                        + " limit their number\n");
        assertThat(sample.runOn(cluster, "--standard-alloc=0,0,0", "--no-capacity-checks", "-l3"))
                .isZero();
        assertThat(sample.out()).contains("  -   3 instances allocated\n");
    }

    /** Ganeti divides by zero. */
    @Test
    void sizesOfZeroDoNotCrash() {
        assertThat(sample.run(FOUR, "--standard-alloc=10g,0,1", "-l3")).isZero();
        assertThat(sample.out()).contains("  -   0 instances allocated\n  - most likely failure reason: FailMem\n");
    }

    /** Ganeti looks for the reason in an empty list. */
    @Test
    void aLimitOfZeroPlacesNothing() {
        assertThat(sample.run(FOUR, "-l0")).isZero();
        assertThat(sample.out())
                .contains("  - no instances allocated\n  - most likely failure reason: FailMem\n")
                .contains("  -   0 instances allocated\n  - most likely failure reason: FailMem\n");
    }

    /** Ganeti stops early: what it placed of one size it takes from the limit once for each smaller one. */
    @Test
    void theLimitCountsAllSizes() {
        assertThat(sample.run(FOUR, "--disk-template=plain", "--tiered-alloc=60g,4g,2", "-l5"))
                .isZero();
        assertThat(sample.out()).contains("""
                          -   3 instances of spec MEM 4096, DSK 61440, CPU 2
                          -   2 instances of spec MEM 4032, DSK 40704, CPU 2
                        """);
    }

    @Test
    void resourcesOutOfRangeAreRefused() {
        assertThat(sample.run("--simulate=p,4,99999999999999999999,8g,4")).isOne();
        assertThat(sample.err()).isEqualTo("Error: the resources of all nodes together are too large to be counted\n");
    }
}
