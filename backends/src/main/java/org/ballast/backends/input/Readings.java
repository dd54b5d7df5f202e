package org.ballast.backends.input;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Values that people type in options and specifications, refused in Ganeti's words. Each method takes a label that says
 * in messages what the value is for, and throws {@link BackendException}.
 */
public final class Readings {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
    private static final BigInteger KIBI = BigInteger.valueOf(1024);

    private Readings() {}

    /** Reads an integer; one that needs more than 64 bits wraps around. */
    public static long integer(String label, String text) {
        OptionalLong value = Numbers.integer(text);
        if (value.isPresent()) {
            return value.getAsLong();
        }
        String head = numericHead(text);
        throw refused(label, text, Numbers.integer(head).isPresent() ? head : "");
    }

    /** Reads a decimal. */
    public static double decimal(String label, String text) {
        OptionalDouble value = Numbers.decimal(text);
        if (value.isPresent()) {
            return value.getAsDouble();
        }
        throw refused(label, text, numericHead(text));
    }

    /** Reads {@code True} or {@code False}. */
    public static boolean truth(String label, String text) {
        Optional<Boolean> value = truth(text);
        return value.orElseThrow(() ->
                refused(label, text, head(text, each -> truth(each).isPresent())));
    }

    /**
     * Reads a size in MiB: an integer and perhaps, behind blanks, a unit. {@code m}, {@code g}, {@code t} and
     * {@code MiB}, {@code GiB}, {@code TiB} are powers of 1024; {@code M}, {@code G}, {@code T} and {@code MB},
     * {@code GB}, {@code TB} powers of 1000. A part of a MiB is cut off; what needs more than 64 bits wraps around.
     */
    public static long mebibytes(String label, String text) {
        String head = numericHead(text);
        OptionalLong number = Numbers.integer(head);
        if (number.isEmpty()) {
            throw new BackendException(label + ": Can't parse string '" + text + "'");
        }
        int unitStart = head.length();
        while (unitStart < text.length() && text.charAt(unitStart) == ' ') {
            unitStart++;
        }
        String unit = text.substring(unitStart);
        BigInteger bytes = BigInteger.valueOf(number.getAsLong()).multiply(bytes(label, unit));
        return bytes.divide(KIBI.pow(2)).longValue();
    }

    private static BigInteger bytes(String label, String unit) {
        return switch (unit) {
            case "", "m" -> KIBI.pow(2);
            case "g" -> KIBI.pow(3);
            case "t" -> KIBI.pow(4);
            case "M" -> THOUSAND.pow(2);
            case "G" -> THOUSAND.pow(3);
            case "T" -> THOUSAND.pow(4);
            default ->
                switch (unit.toUpperCase(Locale.ROOT)) {
                    case "MIB" -> KIBI.pow(2);
                    case "GIB" -> KIBI.pow(3);
                    case "TIB" -> KIBI.pow(4);
                    case "MB" -> THOUSAND.pow(2);
                    case "GB" -> THOUSAND.pow(3);
                    case "TB" -> THOUSAND.pow(4);
                    default -> throw new BackendException(label + ": Unknown unit '" + unit + "'");
                };
        };
    }

    private static Optional<Boolean> truth(String text) {
        String word = text.stripLeading();
        if (word.startsWith("(") && word.endsWith(")")) {
            return truth(word.substring(1, word.length() - 1).stripTrailing());
        }
        return switch (word) {
            case "True" -> Optional.of(true);
            case "False" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static BackendException refused(String label, String text, String readable) {
        return new BackendException(
                readable.isEmpty()
                        ? label + ": cannot parse string '" + text + "'"
                        : label + ": leftover characters when parsing '" + text + "': '"
                                + text.substring(readable.length()) + "'");
    }

    private static String numericHead(String text) {
        return head(text, each -> Numbers.decimal(each).isPresent());
    }

    /** Returns the longest piece at the start of the text that can be read, and is not the start of a longer word. */
    private static String head(String text, Predicate<String> isReadable) {
        for (int end = text.length(); end > 0; end--) {
            String head = text.substring(0, end);
            if (isReadable.test(head)) {
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
}
