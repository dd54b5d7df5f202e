package org.ballast.hspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each advice that is given is followed: then instances are placed. */
class GroupWarningsTest {
    private static final String POLICY =
            "128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12|drbd,plain|4.0|32.0";

    private static final List<String> WEAK_NODES =
            List.of(Sample.node("a", "one", 12768), Sample.node("b", "one", 12768));
    private static final List<String> WEAK_INSTANCES =
            List.of(Sample.instance("i1", 20000, "a", "b"), Sample.instance("i2", 20000, "b", "a"));

    /** Neither could host the other's instance. */
    private static final String WEAK = Sample.cluster(POLICY, List.of("one"), WEAK_NODES, WEAK_INSTANCES);

    private static final String WEAK_AND_WELL = Sample.cluster(
            POLICY,
            List.of("one", "two"),
            List.of(
                    WEAK_NODES.getFirst(),
                    WEAK_NODES.getLast(),
                    Sample.node("c", "two", 32768),
                    Sample.node("d", "two", 32768)),
            WEAK_INSTANCES);

    /** An instance with local disks has nowhere else to go. */
    private static final String STUCK = Sample.cluster(
            POLICY,
            List.of("one", "two"),
            List.of(Sample.node("a", "one", 22768), Sample.node("c", "two", 32768), Sample.node("d", "two", 32768)),
            List.of("i|10000|10240|1|running|Y|a||plain||1"));

    @TempDir
    Path directory;

    @Test
    void weakGroupsAreNamed() throws IOException {
        assertThat(warning(WEAK))
                .isEqualTo("Warning: nothing is placed in group one: nodes a, b could not host a failover they may have"
                        + " to; go on with --accept-existing-errors\n");
        assertThat(placed(WEAK, "--accept-existing-errors")).isTrue();
    }

    @Test
    void withoutMirrorsNoCapacityChecksIsAdvisedToo() throws IOException {
        assertThat(warning(WEAK, "--disk-template=plain"))
                .endsWith("; go on with --accept-existing-errors and --no-capacity-checks\n");
        assertThat(placed(WEAK, "--disk-template=plain", "--accept-existing-errors"))
                .isFalse();
        assertThat(placed(WEAK, "--disk-template=plain", "--accept-existing-errors", "--no-capacity-checks"))
                .isTrue();
    }

    @Test
    void aWeakGroupKeepsInstancesOutOfOtherGroups() throws IOException {
        assertThat(warning(WEAK_AND_WELL))
                .isEqualTo("Warning: nothing is placed in any group because of group one: nodes a, b could not host a"
                        + " failover they may have to; go on with --independent-groups in the other groups, with"
                        + " --accept-existing-errors in all\n");
        assertThat(placed(WEAK_AND_WELL, "--independent-groups")).isTrue();
    }

    @Test
    void weakGroupsAreLeftOutOneByOneWithIndependentGroups() throws IOException {
        assertThat(warningWhilePlacing(WEAK_AND_WELL, "--independent-groups"))
                .isEqualTo("Warning: nothing is placed in group one: nodes a, b could not host a failover they may have"
                        + " to; go on with --accept-existing-errors, without --independent-groups\n");
    }

    @Test
    void anInstanceThatCannotLeaveKeepsInstancesOut() throws IOException {
        assertThat(warning(STUCK, "--disk-template=plain"))
                .isEqualTo("Warning: nothing is placed in any group because of group one: the instances of node a would"
                        + " not all fit on other nodes; go on with --independent-groups in the other groups, with"
                        + " --no-capacity-checks in all\n");
        assertThat(placed(STUCK, "--disk-template=plain", "--independent-groups"))
                .isTrue();
        assertThat(placed(STUCK, "--disk-template=plain", "--no-capacity-checks"))
                .isTrue();
        assertThat(warningWhilePlacing(STUCK, "--disk-template=drbd")).isEmpty();
    }

    @Test
    void quietRunsPrintNoWarnings() throws IOException {
        Sample sample = new Sample(directory);
        assertThat(sample.runOn(WEAK, "-q")).isZero();
        assertThat(sample.err()).isEmpty();
    }

    private String warning(String cluster, String... options) throws IOException {
        assertThat(placed(cluster, options)).isFalse();
        return warningOf(cluster, options);
    }

    private String warningWhilePlacing(String cluster, String... options) throws IOException {
        assertThat(placed(cluster, options)).isTrue();
        return warningOf(cluster, options);
    }

    private String warningOf(String cluster, String... options) throws IOException {
        Sample sample = new Sample(directory);
        sample.runOn(cluster, options);
        return sample.err();
    }

    private boolean placed(String cluster, String... options) throws IOException {
        Sample sample = new Sample(directory);
        assertThat(sample.runOn(cluster, options)).isZero();
        return !sample.out().contains("  -   0 instances allocated");
    }
}
