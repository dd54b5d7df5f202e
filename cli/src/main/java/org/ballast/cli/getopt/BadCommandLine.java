package org.ballast.cli.getopt;

/** A command line with unknown or incomplete options; the message has a line for each. */
public final class BadCommandLine extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadCommandLine(String message) {
        super(message, null, false, false);
    }
}
