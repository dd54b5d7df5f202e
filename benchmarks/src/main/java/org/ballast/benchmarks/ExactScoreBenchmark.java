package org.ballast.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ballast.model.Move;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;
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
 * The rate of moves tried and scored exactly: what near-ties cost, and what everything would cost without estimates.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExactScoreBenchmark {
    /** Number of nodes, with 10 instances each. */
    @Param({"20", "40", "80", "1000"})
    public int nodes;

    @SuppressWarnings("NullAway.Init") // by makeCluster
    private Subject subject;

    @SuppressWarnings("NullAway.Init") // by makeCluster
    private Trial trial;

    private List<Move> moves = List.of();

    /** What else is counted. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Counters {
        /** Moves scored. */
        public long candidates;
    }

    /** Makes the cluster and picks the moves that its nodes accept. */
    @Setup
    public void makeCluster() {
        subject = Subject.of(nodes);
        trial = new Trial(subject.state);
        moves = subject.sample().stream()
                .filter(move -> trial.move(move, false) == Verdict.ACCEPTED)
                .toList();
    }

    /** Tries and scores one move of each instance. */
    @Benchmark
    public double scoreAll(Counters counters) {
        double sum = 0;
        for (Move move : moves) {
            trial.move(move, false);
            sum += subject.sheet.totalAfter(trial);
        }
        counters.candidates += moves.size();
        return sum;
    }
}
