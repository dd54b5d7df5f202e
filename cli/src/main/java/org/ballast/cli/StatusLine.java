package org.ballast.cli;

import java.util.concurrent.TimeUnit;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.Padding;

/** A status line beside the results that is overwritten while people watch, and cleared at the end. */
public final class StatusLine implements AutoCloseable {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int WIDTH = 79;

    private final Console console;
    private final boolean isWatched;
    private long due = System.nanoTime();
    private int shown;

    /** Creates an empty line, which stays empty without a terminal. */
    public StatusLine(Console console) {
        this.console = console;
        isWatched = console.watchers().err();
    }

    /** Returns whether it is time for a new text. */
    public boolean isDue() {
        return isWatched && System.nanoTime() - due >= 0;
    }

    /** Shows a text, cut to the width of a usual terminal, if it is time for a new one. */
    public void show(String text) {
        if (isDue()) {
            due = System.nanoTime() + INTERVAL;
            String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
            write(cut);
            shown = cut.length();
        }
    }

    private void write(String text) {
        console.err().print("\r" + Padding.left(text, shown));
        console.err().flush();
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (shown > 0) {
            write("");
            console.err().print("\r");
            console.err().flush();
        }
    }
}
