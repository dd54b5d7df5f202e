package org.ballast.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ballast.hail.answer.Answer;
import org.ballast.hail.answer.Answers;
import org.ballast.hail.answer.Question;
import org.ballast.planner.place.AllocationRules;
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

/** The time of placing one DRBD instance, from the cluster to the answer, in a warm machine. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PlacementBenchmark {
    /** Number of nodes, with 5 instances each, or 10 where they are full. */
    @Param({"20", "160", "500", "1000", "2000"})
    public int nodes;

    /** The kind of cluster. */
    @Param({"ROOMY", "FULL", "EXPOSED"})
    public LargeRequests.Kind kind = LargeRequests.Kind.ROOMY;

    @SuppressWarnings("NullAway.Init") // by makeRequest
    private GeneratedRequest asked;

    /** Makes the request. */
    @Setup
    public void makeRequest() {
        asked = GeneratedRequest.of(kind, nodes);
    }

    /** Answers it. */
    @Benchmark
    public Answer answer() {
        return Answers.answer(Question.of(asked.scenario(), asked.request()), AllocationRules.STRICT);
    }
}
