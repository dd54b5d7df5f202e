package org.ballast.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.ScoreTable;
import org.ballast.model.Plan;
import org.ballast.planner.balance.ProgressListener;

/**
 * Shows people that a long search is alive: a bar beside the results, from one second on, that vanishes in the end.
 * Where the steps themselves appear on the same terminal they are sign of life enough, and a bar would get in between.
 */
public final class Progress implements ProgressListener, AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final int UPDATE_MILLIS = 200;
    private static final int WIDTH = 79;
    private static final int UNKNOWN = -1;

    private final ProgressListener steps;
    private final Console console;
    private final boolean isWanted;
    private final int mostSteps;
    private final long start = System.nanoTime();
    private Optional<ProgressBar> bar = Optional.empty();
    private int taken;

    /**
     * Creates a display.
     *
     * @param steps where each step goes as well
     * @param printsSteps whether the steps are printed with the results as they are taken
     * @param mostSteps how many steps are taken at most; negative if nobody knows
     */
    public Progress(Console console, ProgressListener steps, boolean printsSteps, int mostSteps) {
        this.console = console;
        this.steps = steps;
        this.mostSteps = mostSteps < 0 ? UNKNOWN : mostSteps;
        isWanted =
                console.watchers().err() && !(printsSteps && console.watchers().out());
    }

    @Override
    public void stepTaken(Plan.Step step) {
        taken++;
        bar.ifPresent(shown -> shown.stepTo(taken).setExtraMessage("score " + ScoreTable.total(step.score())));
        steps.stepTaken(step);
    }

    @Override
    public boolean cancelled() {
        if (isWanted && bar.isEmpty() && System.nanoTime() - start > PATIENCE) {
            bar = Optional.of(open());
        }
        return steps.cancelled();
    }

    private ProgressBar open() {
        return new ProgressBarBuilder()
                .setTaskName("moves")
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
