package org.ballast.hspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With exclusive storage, instances without local disks use up spindles as well; only the others need them to be there.
 * The numbers are Ganeti's.
 */
class ExclusiveStorageTest {
    private static final String POLICY =
            "128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12|drbd,plain,rbd|4.0|32.0";

    @TempDir
    Path directory;

    @Test
    void restartedInstancesTakeSpindlesFromRecreatedOnes() throws IOException {
        String cluster = Sample.cluster(
                POLICY,
                List.of("g"),
                List.of(node("a", 131072, 130048, 3), node("b", 65536, 65536, 4)),
                List.of("i|1024|5120|1|running|Y|a||rbd||1|1|N", "j|1024|5120|2|running|Y|a||plain||1|1|N"));
        assertThat(placed(cluster, "--standard-alloc=10g,700,2,2")).isEqualTo(1);
        assertThat(placed(cluster, "--standard-alloc=10g,700,2,6")).isZero();
    }

    @Test
    void mirroredInstancesDoNotSwitchWhereSpindlesAreOverdrawn() throws IOException {
        String cluster = Sample.cluster(
                POLICY,
                List.of("g"),
                List.of(
                        node("a", 65536, 65024, 3),
                        node("b", 65536, 65536, 3),
                        node("c", 65536, 65536, 4),
                        node("d", 65536, 65536, 4)),
                List.of("i|512|5120|2|running|Y|a|b|drbd||1|1|N"));
        Sample sample = new Sample(directory);
        assertThat(sample.runOn(
                        cluster,
                        "--disk-template=rbd",
                        "--standard-alloc=10g,700,2,6",
                        "-l5",
                        "-v",
                        "--tiered-alloc=1g,1g,1"))
                .isZero();
        assertThat(sample.err()).endsWith("""
                        Standard allocation map
                         new-0 d  700 10240 2 6
                         new-1 c  700 10240 2 6
                         new-2 d  700 10240 2 6
                         new-3 c  700 10240 2 6
                         new-4 d  700 10240 2 6
                        """);
    }

    private static String node(String name, int memory, int freeMemory, int freeSpindles) {
        return name + "|" + memory + "|0|" + freeMemory + "|1048576|1043456|8|N|uuid-g|4||Y|" + freeSpindles + "|0|1.0";
    }

    private int placed(String cluster, String size) throws IOException {
        Sample sample = new Sample(directory);
        assertThat(sample.runOn(cluster, "--disk-template=rbd", size, "--machine-readable"))
                .isZero();
        return sample.out()
                .lines()
                .filter(line -> line.startsWith("HTS_ALLOC_INSTANCES="))
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf('=') + 1)))
                .sum();
    }
}
