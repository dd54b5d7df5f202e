package org.ballast.cli.console;

/** The end of a command whose results cannot be written whole. */
final class LostResults extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isReaderGone;

    private LostResults(String message, boolean isReaderGone) {
        super(message, null, false, false);
        this.isReaderGone = isReaderGone;
    }

    /** Returns the end because of what the system said. */
    static LostResults because(String reason) {
        return new LostResults("the results cannot be written to the standard output (" + reason + ")", false);
    }

    /** Returns the end because the reader of a pipe has closed it. */
    static LostResults unwanted() {
        return new LostResults("nobody reads the results any more", true);
    }

    /** Returns whether the reader of a pipe has closed it, which needs no message. */
    boolean isReaderGone() {
        return isReaderGone;
    }
}
