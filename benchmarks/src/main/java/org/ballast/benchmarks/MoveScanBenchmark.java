package org.ballast.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The rate of moves weighed, when every move of every instance is, as for a first step. What is reported as
 * {@code candidates} counts all of them; how many need more than a bound depends on the threshold, which here is the
 * best gain so far, as in a search.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MoveScanBenchmark {
    /** Number of nodes, with 10 instances each. */
    @Param({"20", "40", "80", "1000"})
    public int nodes;

    @SuppressWarnings("NullAway.Init") // by makeCluster
    private Subject subject;

    private double best;

    /** What else is counted. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Counters {
        /** Moves weighed. */
        public long candidates;
    }

    /** Makes the cluster. */
    @Setup
    public void makeCluster() {
        subject = Subject.of(nodes);
    }

    /** Weighs all moves once. */
    @Benchmark
    public double scanAll(Counters counters) {
        best = 0;
        for (int instance : subject.instances) {
            subject.scan.scan(instance, Subject.KINDS, best, (kind, target, gain) -> best = Math.max(best, gain));
        }
        counters.candidates += subject.candidates();
        return best;
    }
}
