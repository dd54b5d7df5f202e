package org.ballast.model;

/**
 * The name of a node or an instance. Ganeti takes host names for both: letters, digits, and the characters {@code -._}.
 * No shell takes one of them for anything else than a part of a name, or such a name for an option.
 */
public final class ObjectName {
    private ObjectName() {}

    /** Returns whether Ganeti may have given this name; capital letters and colons count as well. */
    public static boolean isUsual(String name) {
        if (name.isEmpty() || !isLetter(name.charAt(0))) {
            return false;
        }
        for (int at = 1; at < name.length(); at++) {
            char character = name.charAt(at);
            if (!isLetter(character) && character != '-' && character != '.' && character != ':') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character >= 'A' && character <= 'Z'
                || character == '_';
    }
}
