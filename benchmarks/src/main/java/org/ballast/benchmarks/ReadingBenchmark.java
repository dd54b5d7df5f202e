package org.ballast.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ballast.iallocator.Message;
import org.ballast.testkit.LargeRequests;
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
 * The time of reading a cluster manager's document, from its bytes to the cluster and the request, in a warm machine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {
    /** Number of nodes, with 5 instances each. */
    @Param({"20", "160", "500", "1000"})
    public int nodes;

    private byte[] document = {};

    /** Makes the document. */
    @Setup
    public void makeDocument() {
        document = GeneratedRequest.of(LargeRequests.Kind.ROOMY, nodes).document();
    }

    /** Reads it. */
    @Benchmark
    public Message read() {
        return GeneratedRequest.read(document);
    }
}
