package org.ballast.backends.input;

/** Puts pieces of input into messages: on one line, and not too long. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** Returns the text in double quotes, cut short and with control characters escaped. */
    public static String quoted(String text) {
        return '"' + readable(text) + '"';
    }

    /** Returns the text cut short and with control characters escaped. */
    public static String readable(String text) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length() && at < LONGEST) {
            int character = text.codePointAt(at);
            if (isPrintable(character)) {
                shown.appendCodePoint(character);
            } else {
                shown.append(String.format("\\u%04x", character));
            }
            at += Character.charCount(character);
        }
        return at < text.length() ? shown.append('…').toString() : shown.toString();
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
