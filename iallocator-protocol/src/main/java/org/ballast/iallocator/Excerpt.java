package org.ballast.iallocator;

/** Puts pieces of a document into messages: on one line, and not too long. */
final class Excerpt {
    private static final int LONGEST = 60;
    private static final String HEXADECIMAL = "0123456789abcdef";

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
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length() && at < longest) {
            int character = text.codePointAt(at);
            append(shown, character);
            at += Character.charCount(character);
        }
        return at < text.length() ? shown.append('…').toString() : shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (isPrintable(character)) {
            shown.appendCodePoint(character);
            return;
        }
        shown.append("\\u");
        int digits = character > Character.MAX_VALUE ? 6 : 4;
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            shown.append(HEXADECIMAL.charAt(character >> shift & 0xf));
        }
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
