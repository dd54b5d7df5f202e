package org.ballast.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.state.ClusterState;
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

/** The time of the global N+1 check: to prepare it, and to ask it about one pair of nodes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CapacityBenchmark {
    private static final int GROUP = 0;

    /** Number of nodes, with 5 instances each. */
    @Param({"20", "160", "500", "1000"})
    public int nodes;

    @SuppressWarnings("NullAway.Init") // by makeCluster
    private ClusterState state;

    @SuppressWarnings("NullAway.Init") // by makeCluster
    private GlobalN1Check check;

    private int instance;
    private int pair;

    /** Makes the cluster, with an instance in it that is nowhere yet. */
    @Setup
    public void makeCluster() {
        GeneratedRequest asked = GeneratedRequest.of(LargeRequests.Kind.ROOMY, nodes);
        state = new ClusterState(asked.scenario());
        instance = state.add(asked.request().instance(), Utilisation.UNMEASURED);
        check = prepare();
    }

    /** Prepares the check. */
    @Benchmark
    public GlobalN1Check prepare() {
        return new GlobalN1Check(state, state.nodesOf(GROUP), false);
    }

    /** Asks about the next pair: all secondaries of a primary, as a search does, then the next primary. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public boolean ask() {
        pair = (pair + 1) % (nodes * (nodes - 1));
        int primary = pair / (nodes - 1);
        int secondary = (primary + 1 + pair % (nodes - 1)) % nodes;
        return check.holdsAfter(instance, primary, secondary);
    }
}
