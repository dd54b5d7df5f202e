package org.ballast.checks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.GanetiTools;

/** Runs Ganeti on the next few seeds while the tests of earlier ones are under way: it is the slower one. */
final class GanetiAhead implements AutoCloseable {
    private static final int CASES_AHEAD = 16;

    private final GanetiTools ganetiTools;
    private final LongFunction<RandomCase> cases;
    private final long end;
    private final Duration limit;
    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Map<Long, Future<CallOutcome>> started = new HashMap<>();

    /** Starts with no case under way; seeds from the end on are never asked for. */
    GanetiAhead(GanetiTools ganetiTools, LongFunction<RandomCase> cases, long end, Duration limit) {
        this.ganetiTools = ganetiTools;
        this.cases = cases;
        this.end = end;
        this.limit = limit;
    }

    /** Returns what Ganeti does in the seed's case. */
    CallOutcome run(long seed) throws InterruptedException, ExecutionException {
        Future<CallOutcome> result = start(seed);
        for (long next = seed + 1; next < Math.min(end, seed + CASES_AHEAD); next++) {
            Future<CallOutcome> _ = start(next);
        }
        Future<CallOutcome> _ = started.remove(seed);
        return result.get();
    }

    private Future<CallOutcome> start(long seed) {
        return started.computeIfAbsent(
                seed,
                _ -> executor.submit(() -> ganetiTools.run(cases.apply(seed).call(), limit)));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
