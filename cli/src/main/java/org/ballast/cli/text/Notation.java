package org.ballast.cli.text;

import java.util.List;

/** Values in the notation of Haskell source, in which the peer prints what only its developers were meant to see. */
public final class Notation {
    private static final String[] CONTROLS = {
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "a", "b", "t", "n", "v", "f", "r", "SO", "SI", "DLE", "DC1",
        "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"
    };
    private static final int DELETE = 127;

    private Notation() {}

    /** Returns the items, as they write themselves, in brackets. */
    public static String list(List<?> items) {
        StringBuilder text = new StringBuilder("[");
        for (Object item : items) {
            text.append(text.length() == 1 ? "" : ",").append(item);
        }
        return text.append(']').toString();
    }

    /** Returns the text in double quotes, with everything outside of ASCII escaped. */
    public static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(character -> append(text, character));
        return text.append('"').toString();
    }

    private static void append(StringBuilder text, int character) {
        // A digit after a numeric escape, and an H after \SO, would be read as part of it: \& keeps them apart.
        boolean isDigit = character >= '0' && character <= '9';
        if (isDigit && endsInNumericEscape(text) || character == 'H' && endsInShiftOut(text)) {
            text.append("\\&");
        }
        if (character == '"' || character == '\\') {
            text.append('\\').appendCodePoint(character);
        } else if (character < ' ') {
            text.append('\\').append(CONTROLS[character]);
        } else if (character == DELETE) {
            text.append("\\DEL");
        } else if (character > DELETE) {
            text.append('\\').append(character);
        } else {
            text.appendCodePoint(character);
        }
    }

    private static boolean endsInNumericEscape(StringBuilder text) {
        int at = text.length();
        while (at > 0 && Character.isDigit(text.charAt(at - 1))) {
            at--;
        }
        return at < text.length() && isEscape(text, at - 1);
    }

    private static boolean endsInShiftOut(StringBuilder text) {
        int at = text.length() - "\\SO".length();
        return at >= 0 && text.substring(at).equals("\\SO") && isEscape(text, at);
    }

    /** Returns whether a backslash that is not itself escaped is at this place. */
    private static boolean isEscape(StringBuilder text, int place) {
        int at = place;
        while (at >= 0 && text.charAt(at) == '\\') {
            at--;
        }
        return (place - at) % 2 == 1;
    }
}
