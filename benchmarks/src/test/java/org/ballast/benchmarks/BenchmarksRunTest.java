package org.ballast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ballast.backends.text.TextReader;
import org.ballast.iallocator.MessageReader;
import org.ballast.iallocator.Reply;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.testkit.LargeRequests;
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

    @Test
    void placementsSucceedOrFailAsTheirCasesIntend() {
        assertThat(answered(LargeRequests.Kind.ROOMY)).isInstanceOf(Reply.Allocated.class);
        assertThat(answered(LargeRequests.Kind.FULL))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.info()).endsWith("failure reasons: FailMem: 1560"));
        assertThat(answered(LargeRequests.Kind.EXPOSED))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.info()).containsPattern("FailN1: [0-9]{3}"));
    }

    private static Reply answered(LargeRequests.Kind kind) {
        PlacementBenchmark benchmark = new PlacementBenchmark();
        benchmark.nodes = 40;
        benchmark.kind = kind;
        benchmark.makeRequest();
        return benchmark.answer().reply();
    }

    @Test
    void capacityIsAskedAboutAllPairs() {
        CapacityBenchmark benchmark = new CapacityBenchmark();
        benchmark.nodes = 20;
        benchmark.makeCluster();
        for (int pair = 0; pair < 20 * 19; pair++) {
            assertThat(benchmark.ask()).isTrue();
        }
    }

    @Test
    void readingReturnsTheGeneratedRequest(@TempDir Path folder) throws IOException {
        ReadingBenchmark benchmark = new ReadingBenchmark();
        benchmark.nodes = 20;
        benchmark.makeDocument();
        Path file = folder.resolve("request.json");
        GenerateRequest.main(new String[] {"roomy", "20", "1", file.toString()});
        assertThat(benchmark.read()).isEqualTo(MessageReader.read(file));
        assertThat(benchmark.read().cluster().instances()).hasSize(100);
    }
}
