package org.ballast.cli;

import org.ballast.cli.console.Console;
import org.ballast.cli.text.ScoreTable;
import org.ballast.model.Plan;
import org.ballast.planner.balance.ProgressListener;

/**
 * The progress of a long search for moves, as people see it. Where the steps themselves appear on the same terminal
 * they are sign of life enough, and a bar would get in between.
 */
public final class MoveProgress implements ProgressListener, AutoCloseable {
    private final ProgressListener steps;
    private final DelayedProgressBar bar;
    private int taken;

    /**
     * Creates a display.
     *
     * @param steps where each step goes as well
     * @param printsSteps whether the steps are printed with the results as they are taken
     * @param mostSteps how many steps are taken at most; negative if nobody knows
     */
    public MoveProgress(Console console, ProgressListener steps, boolean printsSteps, int mostSteps) {
        this.steps = steps;
        bar = new DelayedProgressBar(
                console, "moves", !(printsSteps && console.watchers().out()), mostSteps);
    }

    @Override
    public void stepTaken(Plan.Step step) {
        taken++;
        bar.stepTo(taken, "score " + ScoreTable.total(step.score()));
        steps.stepTaken(step);
    }

    @Override
    public boolean cancelled() {
        bar.show(taken);
        return steps.cancelled();
    }

    @Override
    public void close() {
        bar.close();
    }
}
