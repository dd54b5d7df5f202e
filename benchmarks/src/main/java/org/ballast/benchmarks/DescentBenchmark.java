package org.ballast.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ballast.model.Plan;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
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

/** The time of a whole descent, from the cluster to the plan, in a warm machine. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DescentBenchmark {
    /** Number of nodes, with 10 instances each. */
    @Param({"20", "40", "80"})
    public int nodes;

    @SuppressWarnings("NullAway.Init") // by makeCluster
    private Subject subject;

    /** Makes the cluster. */
    @Setup
    public void makeCluster() {
        subject = Subject.of(nodes);
    }

    /** Descends to the end. */
    @Benchmark
    public Plan descend() {
        ClusterState state = new ClusterState(subject.scenario);
        return new Descent(state, Subject.GROUP, MoveRules.ALL, Budget.HBAL_USUAL).run(ProgressListener.NONE);
    }
}
