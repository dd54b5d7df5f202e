package org.ballast.checks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.ballast.testkit.Outcome;
import org.ballast.testkit.Peer;

/** Runs the peer on the next few seeds while the tests of earlier ones are under way: it is the slower one. */
final class PeerAhead implements AutoCloseable {
    private static final int CASES_AHEAD = 16;

    private final Peer peer;
    private final LongFunction<RandomCase> cases;
    private final long end;
    private final Duration limit;
    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Map<Long, Future<Outcome>> started = new HashMap<>();

    /** Starts with no case under way; seeds from the end on are never asked for. */
    PeerAhead(Peer peer, LongFunction<RandomCase> cases, long end, Duration limit) {
        this.peer = peer;
        this.cases = cases;
        this.end = end;
        this.limit = limit;
    }

    /** Returns what the peer does in the seed's case. */
    Outcome run(long seed) throws InterruptedException, ExecutionException {
        Future<Outcome> result = start(seed);
        for (long next = seed + 1; next < Math.min(end, seed + CASES_AHEAD); next++) {
            Future<Outcome> _ = start(next);
        }
        Future<Outcome> _ = started.remove(seed);
        return result.get();
    }

    private Future<Outcome> start(long seed) {
        return started.computeIfAbsent(
                seed, _ -> executor.submit(() -> peer.run(cases.apply(seed).call(), limit)));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
