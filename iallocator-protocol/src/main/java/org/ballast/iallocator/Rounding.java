package org.ballast.iallocator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Whole numbers from those that JSON writes with a fraction or an exponent. */
final class Rounding {
    /** No number with more digits before its point has 64 bits. */
    private static final int MOST_DIGITS = 19;
    /** A double tells all numbers with this many digits apart, and from those halfway between two whole ones. */
    private static final int EXACT_DIGITS = 15;

    private Rounding() {}

    /**
     * Returns the nearest whole number, of two the even one; empty if it needs more than 64 bits.
     *
     * @param number a number as JSON writes it
     */
    static OptionalLong toWhole(String number) {
        if (number.length() <= EXACT_DIGITS && number.indexOf('e') < 0 && number.indexOf('E') < 0) {
            // Usual, and it spares hail the time to load and start up BigDecimal.
            return OptionalLong.of((long) Math.rint(Double.parseDouble(number)));
        }
        return exactly(number);
    }

    private static OptionalLong exactly(String number) {
        BigDecimal value;
        try {
            value = new BigDecimal(number);
        } catch (NumberFormatException e) {
            // An exponent that does not fit an int.
            return OptionalLong.empty();
        }
        // Without these two, 1e-999999999 and 1e999999999 would be written out.
        long wholeDigits = (long) value.precision() - value.scale();
        if (value.signum() == 0 || wholeDigits < 0) {
            return OptionalLong.of(0);
        }
        if (wholeDigits > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        BigDecimal rounded = value.setScale(0, RoundingMode.HALF_EVEN);
        try {
            return OptionalLong.of(rounded.longValueExact());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
