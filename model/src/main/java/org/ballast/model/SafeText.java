package org.ballast.model;

/**
 * Text from a document as it may appear on a terminal: on one line, and without characters that change how others are
 * shown, such as escape sequences, line feeds and marks that turn the direction of writing.
 */
public final class SafeText {
    private static final int BYTE_ORDER_MARK = 0xfeff;
    private static final int FIRST_PRINTABLE = ' ';
    private static final int DELETE = 0x7f;
    private static final String HEXADECIMAL = "0123456789abcdef";

    private SafeText() {}

    /** Returns the text with what is not printable escaped. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** Returns the text cut after so many characters, with what is not printable escaped. */
    public static String of(String text, int longest) {
        if (text.length() <= longest && isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length() && at < longest) {
            int character = text.codePointAt(at);
            append(shown, character);
            at += Character.charCount(character);
        }
        return at < text.length() ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < FIRST_PRINTABLE || character >= DELETE) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder shown, int character) {
        if (isPrintable(character)) {
            shown.appendCodePoint(character);
            return;
        }
        if (character == BYTE_ORDER_MARK) {
            shown.append("<byte order mark>");
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
