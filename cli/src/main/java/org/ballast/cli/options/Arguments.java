package org.ballast.cli.options;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ballast.backends.input.Numbers;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and tells in the peer's words what is wrong with them. */
final class Arguments {
    private Arguments() {}

    /** Returns the items between commas; none for an empty text. */
    static List<String> commaSeparated(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    /** Reads an integer; the label says of what in messages. */
    static long integer(String label, String text) {
        OptionalLong value = Numbers.integer(text);
        if (value.isPresent()) {
            return value.getAsLong();
        }
        String head = numericHead(text);
        throw refused(label, text, Numbers.integer(head).isPresent() ? head : "");
    }

    /** Reads a decimal; the label says of what in messages. */
    static double decimal(String label, String text) {
        OptionalDouble value = Numbers.decimal(text);
        if (value.isPresent()) {
            return value.getAsDouble();
        }
        throw refused(label, text, numericHead(text));
    }

    /** Reads an answer. */
    static boolean yesNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new TypeConversionException("Invalid choice '" + text + "', pass one of 'yes' or 'no'");
        };
    }

    private static TypeConversionException refused(String label, String text, String readable) {
        return new TypeConversionException(
                readable.isEmpty()
                        ? label + ": cannot parse string '" + text + "'"
                        : label + ": leftover characters when parsing '" + text + "': '"
                                + text.substring(readable.length()) + "'");
    }

    /** Returns the longest piece at the start of the text that is a number, and not the start of a longer word. */
    private static String numericHead(String text) {
        for (int end = text.length(); end > 0; end--) {
            String head = text.substring(0, end);
            if (Numbers.decimal(head).isPresent()) {
                boolean endsInWord = Character.isLetter(text.charAt(end - 1)) && !isHexadecimal(head);
                return endsInWord && end < text.length() && isWordPart(text.charAt(end)) ? "" : head;
            }
        }
        return "";
    }

    private static boolean isHexadecimal(String number) {
        return number.contains("0x") || number.contains("0X");
    }

    private static boolean isWordPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '\'';
    }

    /** Returns the value as an {@code int}; what does not fit becomes the nearest that does. */
    static int clamped(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
