package org.ballast.cli.text;

import java.util.Locale;

/** Results as shell variables. */
public final class ShellVariable {
    private ShellVariable() {}

    /** Returns an assignment; a value of anything but letters, digits and points is quoted. */
    public static String assignment(String prefix, String name, String value) {
        return prefix + "_" + name.toUpperCase(Locale.ROOT) + "=" + quotedIfNeeded(value);
    }

    private static String quotedIfNeeded(String value) {
        boolean isPlain = value.codePoints()
                .allMatch(character -> character == '.' || Character.isLetter(character) || isNumeric(character));
        return isPlain ? value : "'" + value + "'";
    }

    private static boolean isNumeric(int character) {
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
