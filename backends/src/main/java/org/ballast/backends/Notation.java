package org.ballast.backends;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Values in the notation of Haskell source, in which Ganeti quotes names in some messages and prints what only its
 * developers were meant to see.
 */
public final class Notation {
    private static final List<String> CONTROLS = List.of(
            "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "a", "b", "t", "n", "v", "f", "r", "SO", "SI", "DLE",
            "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US");
    private static final int DELETE = 0x7f;

    private Notation() {}

    /** Returns the items, as they write themselves, in brackets. */
    public static String list(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(",", "[", "]"));
    }

    /** Returns the number as it stands behind the name of a function: a negative one in parentheses. */
    public static String argument(long number) {
        return number < 0 ? "(" + number + ")" : Long.toString(number);
    }

    /** Returns the text in double quotes, with everything outside of ASCII escaped. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        boolean wasNumber = false;
        boolean wasShiftOut = false;
        for (int character : text.codePoints().toArray()) {
            // A digit after a numeric escape, and an H after \SO, would be read as part of it: \& keeps them apart.
            boolean isAmbiguous = wasNumber && character >= '0' && character <= '9' || wasShiftOut && character == 'H';
            quoted.append(isAmbiguous ? "\\&" : "").append(escaped(character));
            wasNumber = character > DELETE;
            wasShiftOut = character == CONTROLS.indexOf("SO");
        }
        return quoted.append('"').toString();
    }

    private static String escaped(int character) {
        if (character < CONTROLS.size()) {
            return "\\" + CONTROLS.get(character);
        }
        if (character == DELETE) {
            return "\\DEL";
        }
        if (character > DELETE) {
            return "\\" + character;
        }
        return character == '"' || character == '\\' ? "\\" + (char) character : Character.toString(character);
    }
}
