package org.ballast.optimizer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ballast.optimizer.target.ChangeCost;
import org.ballast.optimizer.target.SearchWatch;

/**
 * The time and tries that are left to searches; it ends them in time or when the listener wants it, and reports their
 * progress.
 */
final class Countdown {
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final double NANOS = 1e9;

    private final Effort effort;
    private final OptimizeListener listener;
    private final long start = System.nanoTime();
    private final AtomicLong nextReport = new AtomicLong(start + REPORT_NANOS);
    /** Tries of all searches so far, and of those that have ended. */
    private final AtomicLong tries = new AtomicLong();

    private long triesBefore;

    Countdown(Effort effort, OptimizeListener listener) {
        this.effort = effort;
        this.listener = listener;
    }

    /** Returns a watch for a search that may take a share of what is left. */
    SearchWatch share(double share) {
        triesBefore = tries.get();
        double end = seconds() + share * (effort.seconds() - seconds());
        long most = (long) Math.ceil(share * (effort.mostTries() - triesBefore));
        return new Share(end, most);
    }

    /** Returns whether there is neither time nor tries left, or the listener wants an end. */
    boolean isOver() {
        return seconds() >= effort.seconds() || tries.get() >= effort.mostTries() || listener.cancelled();
    }

    /** Returns whether it is the tries that are short, not the time. */
    boolean isShortOfTries() {
        return effort.mostTries() < Long.MAX_VALUE && seconds() < effort.seconds();
    }

    /** Returns whether the listener wants an end. */
    boolean isCancelled() {
        return listener.cancelled();
    }

    /** Returns how many changes were tried. */
    long tries() {
        return tries.get();
    }

    /** Returns the seconds since the start. */
    double seconds() {
        return (System.nanoTime() - start) / NANOS;
    }

    private final class Share implements SearchWatch {
        private final double end;
        private final long most;

        Share(double end, long most) {
            this.end = end;
            this.most = most;
        }

        @Override
        public long seed() {
            return effort.seed();
        }

        @Override
        public long mostTries() {
            return most;
        }

        @Override
        public boolean isOver() {
            return seconds() >= end || listener.cancelled();
        }

        @Override
        public void progress(double score, ChangeCost changeCost, long triesSoFar) {
            long sum = tries.accumulateAndGet(triesBefore + triesSoFar, Math::max);
            long now = System.nanoTime();
            long due = nextReport.get();
            if (now >= due && nextReport.compareAndSet(due, now + REPORT_NANOS)) {
                double left = effort.seconds() - seconds();
                listener.progress(new OptimizeListener.Progress(
                        left, score, changeCost.moves(), changeCost.dataMib(), sum / seconds()));
            }
        }
    }
}
