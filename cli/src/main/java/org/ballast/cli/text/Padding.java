package org.ballast.cli.text;

/** Padding of text to a width, counted in characters as people see them: a surrogate pair is one. */
public final class Padding {
    private Padding() {}

    /** Returns the text with blanks in front of it; longer text stays as it is. */
    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - length(text))) + text;
    }

    /** Returns the number with blanks in front of it. */
    public static String right(long number, int width) {
        return right(Long.toString(number), width);
    }

    /** Returns the text with blanks behind it; longer text stays as it is. */
    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    /** Returns the number of characters. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
