package org.ballast.hspace.output;

import java.math.BigDecimal;

/** The notation of amounts: whole ones without a fraction, none with an exponent. */
final class Numerals {
    /** All whole numbers up to this one are exact. */
    private static final double LARGEST_EXACT = 1L << 53;

    private Numerals() {}

    static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT;
    }

    /** Returns the digits; nothing for what is no number. */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return isWhole(value)
                ? Long.toString((long) value)
                : BigDecimal.valueOf(value).toPlainString();
    }
}
