package org.ballast.backends;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a list of strings as Haskell's {@code show} does, in which some of the peer's messages quote names. */
final class HaskellList {
    private static final List<String> CONTROLS = List.of(
            "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "a", "b", "t", "n", "v", "f", "r", "SO", "SI", "DLE",
            "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US");
    private static final int DELETE = 0x7f;

    private HaskellList() {}

    static String shown(List<String> strings) {
        return strings.stream().map(HaskellList::shown).collect(Collectors.joining(",", "[", "]"));
    }

    private static String shown(String string) {
        StringBuilder shown = new StringBuilder("\"");
        boolean wasNumber = false;
        boolean wasShiftOut = false;
        for (int character : string.codePoints().toArray()) {
            boolean isAmbiguous = wasNumber && character >= '0' && character <= '9' || wasShiftOut && character == 'H';
            shown.append(isAmbiguous ? "\\&" : "").append(escaped(character));
            wasNumber = character > DELETE;
            wasShiftOut = character == CONTROLS.indexOf("SO");
        }
        return shown.append('"').toString();
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
