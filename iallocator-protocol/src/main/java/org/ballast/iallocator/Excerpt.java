package org.ballast.iallocator;

import org.ballast.model.SafeText;

/** Pieces of a document as they appear in messages: on one line, and not too long. */
final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** Returns the text in double quotes, cut short and with control characters escaped. */
    static String quoted(String text) {
        return '"' + readable(text) + '"';
    }

    /** Returns the text cut short and with control characters escaped. */
    static String readable(String text) {
        return readable(text, LONGEST);
    }

    /** Returns the text cut after so many characters and with control characters escaped. */
    static String readable(String text, int longest) {
        return SafeText.of(text, longest);
    }
}
