package org.ballast.backends.input;

import org.ballast.model.SafeText;

/** Pieces of input as they appear in messages: on one line, and not too long. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** Returns the text in double quotes, cut short and with control characters escaped. */
    public static String quoted(String text) {
        return '"' + readable(text) + '"';
    }

    /** Returns the text cut short and with control characters escaped. */
    public static String readable(String text) {
        return SafeText.of(text, LONGEST);
    }
}
