package org.ballast.hbal.optimize;

import org.ballast.cli.StatusLine;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Interruption;
import org.ballast.cli.text.ScoreTable;
import org.ballast.model.Decimals;
import org.ballast.optimizer.OptimizeListener;

/** Shows people how a search goes, and ends it when they want. */
public final class SearchProgress implements OptimizeListener, AutoCloseable {
    private static final double KIBI = 1024;
    private static final double THOUSAND = 1000;

    private final Interruption interruption;
    private final StatusLine line;

    /** Begins to show; from now on Ctrl-C ends the search instead of the process. */
    public SearchProgress(Console console, Interruption interruption) {
        this.interruption = interruption;
        line = new StatusLine(console);
        interruption.listen();
    }

    @Override
    public boolean cancelled() {
        return interruption.isWanted();
    }

    @Override
    public synchronized void progress(Progress progress) {
        if (line.isDue()) {
            line.show(time(progress.secondsLeft()) + "score " + ScoreTable.total(progress.score()) + ", "
                    + progress.moves() + " moves, " + Decimals.fixed(progress.dataMib() / KIBI, 1) + " GiB, "
                    + Decimals.fixed(progress.triesPerSecond() / THOUSAND, 0) + "k tries/s");
        }
    }

    private static String time(double secondsLeft) {
        return Double.isFinite(secondsLeft) ? Decimals.fixed(Math.max(0, secondsLeft), 0) + " s left, " : "";
    }

    @Override
    public synchronized void close() {
        line.close();
    }
}
