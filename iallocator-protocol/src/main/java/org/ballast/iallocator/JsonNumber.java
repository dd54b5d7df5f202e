package org.ballast.iallocator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.OptionalLong;

/** The number read last. */
final class JsonNumber {
    private static final int LONGEST = 1000;
    /** So many digits have 64 bits, whatever they are. */
    private static final int SAFE_DIGITS = 18;

    private static final int DECIMAL = 10;

    private byte[] window = new byte[0];
    private int start;
    private int end;
    private long value;
    private boolean isPlain;

    /** Reads a number whose first character was passed. */
    void read(ByteSource source, JsonTokens tokens) {
        start = source.ensure(source.position - 1, LONGEST + 1);
        window = source.window;
        int at = start;
        boolean isNegative = window[at] == '-';
        at += isNegative ? 1 : 0;
        int firstDigit = at;
        value = 0;
        while (isDigit(at, source.limit)) {
            value = value * DECIMAL + (window[at++] - '0');
        }
        int digits = at - firstDigit;
        isPlain = digits <= SAFE_DIGITS;
        value = isNegative ? -value : value;
        if (digits == 0 || digits > 1 && window[firstDigit] == '0') {
            throw wrong(source, tokens, firstDigit);
        }
        if (at < source.limit && (window[at] == '.' || window[at] == 'e' || window[at] == 'E')) {
            isPlain = false;
            at = fraction(source, tokens, at);
        }
        end = at;
        source.position = at;
        if (end - start > LONGEST) {
            throw tokens.broken("a number of at most " + LONGEST + " digits", "a longer one");
        }
    }

    /** Returns the number as the document has it. */
    String text() {
        return new String(window, start, end - start, ISO_8859_1);
    }

    /** Returns the nearest whole number, of two the even one; empty if it needs more than 64 bits. */
    OptionalLong whole() {
        return isPlain ? OptionalLong.of(value) : Rounding.toWhole(text());
    }

    /** Returns the nearest double, which may be infinite. */
    double decimal() {
        return isPlain ? value : Double.parseDouble(text());
    }

    private int fraction(ByteSource source, JsonTokens tokens, int first) {
        int at = first;
        if (window[at] == '.') {
            at = digits(source, tokens, at + 1);
        }
        if (at < source.limit && (window[at] == 'e' || window[at] == 'E')) {
            at++;
            if (at < source.limit && (window[at] == '+' || window[at] == '-')) {
                at++;
            }
            at = digits(source, tokens, at);
        }
        return at;
    }

    private int digits(ByteSource source, JsonTokens tokens, int first) {
        int at = first;
        while (isDigit(at, source.limit)) {
            at++;
        }
        if (at == first) {
            throw wrong(source, tokens, at);
        }
        return at;
    }

    private ProtocolException wrong(ByteSource source, JsonTokens tokens, int at) {
        source.position = at;
        return tokens.unexpected(source.next(), "a digit");
    }

    private boolean isDigit(int at, int limit) {
        return at < limit && window[at] >= '0' && window[at] <= '9';
    }
}
