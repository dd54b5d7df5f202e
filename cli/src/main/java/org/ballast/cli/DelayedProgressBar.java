package org.ballast.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.ballast.cli.console.Console;

/** A progress bar beside the results of a long search, shown from one second on and cleared at the end. */
public final class DelayedProgressBar implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final int UPDATE_MILLIS = 200;
    private static final int WIDTH = 79;
    private static final int UNKNOWN = -1;

    private final Console console;
    private final String task;
    private final boolean isWanted;
    private final long mostSteps;
    private final long start = System.nanoTime();
    private Optional<ProgressBar> bar = Optional.empty();

    /**
     * Creates a bar.
     *
     * @param task what is counted
     * @param isWanted whether it may appear where people watch what is beside the results
     * @param mostSteps how many steps are taken at most; negative if nobody knows
     */
    public DelayedProgressBar(Console console, String task, boolean isWanted, long mostSteps) {
        this.console = console;
        this.task = task;
        this.isWanted = isWanted && console.watchers().err();
        this.mostSteps = mostSteps < 0 ? UNKNOWN : mostSteps;
    }

    /** Appears if it is time to. */
    public void show(long taken) {
        if (isWanted && bar.isEmpty() && System.nanoTime() - start > PATIENCE) {
            bar = Optional.of(open(taken));
        }
    }

    /** Moves to this number of steps, if it is there. */
    public void stepTo(long taken, String message) {
        bar.ifPresent(shown -> shown.stepTo(taken).setExtraMessage(message));
    }

    private ProgressBar open(long taken) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(mostSteps)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new Display(console.err()))
                .startsFrom(taken, Duration.ofNanos(System.nanoTime() - start))
                .clearDisplayOnFinish()
                .build();
    }

    /** One line that is overwritten again and again, and leaves nothing behind. */
    private static final class Display extends ConsoleProgressBarConsumer {
        private final PrintStream stream;

        Display(PrintStream stream) {
            super(stream, WIDTH);
            this.stream = stream;
        }

        @Override
        public void close() {
            stream.flush();
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
