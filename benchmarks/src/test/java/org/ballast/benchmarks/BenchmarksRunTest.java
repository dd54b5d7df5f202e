package org.ballast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ballast.backends.text.TextReader;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each benchmark once, without a clock: that it measures what it says. */
class BenchmarksRunTest {
    private static final int NODES = 6;

    @Test
    void aScanFindsTheFirstStepOfTheDescent() {
        MoveScanBenchmark scans = new MoveScanBenchmark();
        scans.nodes = NODES;
        scans.makeCluster();
        DescentBenchmark descents = new DescentBenchmark();
        descents.nodes = NODES;
        descents.makeCluster();
        MoveScanBenchmark.Counters counters = new MoveScanBenchmark.Counters();

        double gain = scans.scanAll(counters);
        Plan plan = descents.descend();

        double firstGain = plan.before().total() - plan.steps().getFirst().score();
        assertThat(gain).isCloseTo(firstGain, within(1e-9));
        assertThat(plan.after().total()).isLessThan(plan.before().total());
    }

    @Test
    void candidatesAreCountedOneByOne() {
        Subject subject = Subject.of(NODES);
        List<String> seen = new ArrayList<>();
        for (int instance : subject.instances) {
            subject.scan.scan(
                    instance,
                    Subject.KINDS,
                    -Double.MAX_VALUE,
                    (kind, target, gain) -> seen.add(instance + " " + kind + " " + target));
        }
        assertThat(seen).doesNotHaveDuplicates().hasSizeBetween(1, (int) subject.candidates());
        assertThat(subject.candidates()).isEqualTo(subject.instances.length * (1 + 4 * (NODES - 2L)));
    }

    @Test
    void exactScoresAreRepeatable() {
        ExactScoreBenchmark benchmark = new ExactScoreBenchmark();
        benchmark.nodes = NODES;
        benchmark.makeCluster();
        ExactScoreBenchmark.Counters counters = new ExactScoreBenchmark.Counters();
        double first = benchmark.scoreAll(counters);
        assertThat(counters.candidates).isPositive();
        assertThat(benchmark.scoreAll(counters)).isEqualTo(first);
    }

    @Test
    void aGeneratedFileHoldsTheClusterOfTheSeed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cluster.data");
        GenerateCluster.main(new String[] {"6", "10", "1", file.toString()});
        Cluster read = TextReader.read(file);
        assertThat(read).isEqualTo(RandomClusters.skewed(6, 10, 1));
    }
}
