package org.ballast.backends.input;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Numbers in the notation of Haskell's {@code reads}, in which the formats of Ganeti are defined: blanks may precede,
 * but not follow; parentheses may enclose; a minus, but no plus, may stand before, with blanks between; there are
 * hexadecimal ({@code 0x1F}) and octal ({@code 0o17}) integers, which count as decimals too.
 */
public final class Numbers {
    private static final int HEXADECIMAL = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;
    private static final int PREFIX = 2;
    /** More hexadecimal or octal digits than any finite double has. */
    private static final int HUGE = 400;

    private Numbers() {}

    /** A number's digits, after its blanks, parentheses and sign are taken off. */
    private record Literal(String digits, boolean isNegative) {}

    /** Reads an integer; one that needs more than 64 bits wraps around. Empty if it is none: 1.0 and 1e3 are not. */
    public static OptionalLong integer(String text) {
        Optional<Literal> found = literal(text);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = found.get().digits();
        int radix = radix(digits);
        int start = radix == DECIMAL ? 0 : PREFIX;
        if (start == digits.length() || digitsEnd(digits, start, radix) < digits.length()) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = start; i < digits.length(); i++) {
            value = value * radix + Character.digit(digits.charAt(i), radix);
        }
        return OptionalLong.of(found.get().isNegative() ? -value : value);
    }

    /** Reads a decimal, {@code NaN} and {@code Infinity} included; empty if it is none: 1. and .5 are not. */
    public static OptionalDouble decimal(String text) {
        Optional<Literal> found = literal(text);
        if (found.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble magnitude = magnitude(found.get().digits());
        return magnitude.isPresent() && found.get().isNegative()
                ? OptionalDouble.of(-magnitude.getAsDouble())
                : magnitude;
    }

    private static OptionalDouble magnitude(String digits) {
        if (digits.equals("NaN")) {
            return OptionalDouble.of(Double.NaN);
        }
        if (digits.equals("Infinity")) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        int radix = radix(digits);
        return radix == DECIMAL ? scientific(digits) : integral(digits, radix);
    }

    private static OptionalDouble integral(String digits, int radix) {
        if (digits.length() == PREFIX || digitsEnd(digits, PREFIX, radix) < digits.length()) {
            return OptionalDouble.empty();
        }
        int start = PREFIX;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        boolean isHuge = digits.length() - start > HUGE;
        return OptionalDouble.of(
                isHuge ? Double.POSITIVE_INFINITY : new BigInteger(digits.substring(start), radix).doubleValue());
    }

    /** Reads digits with an optional fraction and an optional exponent. */
    private static OptionalDouble scientific(String digits) {
        int end = digitsEnd(digits, 0, DECIMAL);
        if (end == 0) {
            return OptionalDouble.empty();
        }
        if (end < digits.length() && digits.charAt(end) == '.') {
            int fraction = end + 1;
            end = digitsEnd(digits, fraction, DECIMAL);
            if (end == fraction) {
                return OptionalDouble.empty();
            }
        }
        if (end < digits.length() && (digits.charAt(end) == 'e' || digits.charAt(end) == 'E')) {
            int sign = end + 1;
            boolean isSigned = sign < digits.length() && (digits.charAt(sign) == '-' || digits.charAt(sign) == '+');
            int exponent = isSigned ? sign + 1 : sign;
            end = digitsEnd(digits, exponent, DECIMAL);
            if (end == exponent) {
                return OptionalDouble.empty();
            }
        }
        return end == digits.length() ? OptionalDouble.of(Double.parseDouble(digits)) : OptionalDouble.empty();
    }

    private static Optional<Literal> literal(String text) {
        int at = skipBlanks(text, 0);
        int depth = 0;
        while (at < text.length() && text.charAt(at) == '(') {
            depth++;
            at = skipBlanks(text, at + 1);
        }
        boolean isNegative = at < text.length() && text.charAt(at) == '-';
        if (isNegative) {
            at = skipBlanks(text, at + 1);
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != ')' && !isBlank(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at);
        while (depth > 0) {
            at = skipBlanks(text, at);
            if (at == text.length() || text.charAt(at) != ')') {
                return Optional.empty();
            }
            at++;
            depth--;
        }
        return at == text.length() ? Optional.of(new Literal(digits, isNegative)) : Optional.empty();
    }

    private static int radix(String digits) {
        if (digits.length() < PREFIX || digits.charAt(0) != '0') {
            return DECIMAL;
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> HEXADECIMAL;
            case 'o', 'O' -> OCTAL;
            default -> DECIMAL;
        };
    }

    private static int digitsEnd(String text, int start, int radix) {
        int end = start;
        while (end < text.length() && text.charAt(end) < 0x80 && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private static int skipBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char character) {
        return character >= '\t' && character <= '\r' || Character.getType(character) == Character.SPACE_SEPARATOR;
    }
}
