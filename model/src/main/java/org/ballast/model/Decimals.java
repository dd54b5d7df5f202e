package org.ballast.model;

import java.util.function.Function;

/**
 * Decimal notation of doubles as Haskell's base library writes it, whose output the tools have to equal to the last
 * digit. All forms start from the shortest digits that name the double and round those, a half to the even digit, where
 * Java's formatter would round the exact binary value half up: with two decimals 0.125 becomes 0.12, and 2.675 becomes
 * 2.68.
 *
 * <p>Not-a-number is written {@code NaN}, the infinities {@code Infinity} and {@code -Infinity}; the negative zero
 * keeps its sign.
 */
public final class Decimals {
    /** The general forms use an exponent for 10 to this power and more. */
    private static final int PLAIN_DIGITS = 7;

    private Decimals() {}

    /**
     * Returns the value rounded to a number of decimals, as {@code printf "%.3f"} does; without a point for none.
     *
     * @param decimals digits after the point, 0 or more
     */
    public static String fixed(double value, int decimals) {
        return signed(value, digits -> pointed(digits, decimals));
    }

    /** Returns all digits, at least one of them a decimal, and no exponent, as {@code printf "%f"} does. */
    public static String plain(double value) {
        return signed(value, Decimals::pointed);
    }

    /** Returns what {@code show} does: like {@link #plain} from 0.1 up to 10 million, otherwise with an exponent. */
    public static String shown(double value) {
        return signed(value, digits -> needsExponent(digits) ? scientific(digits) : pointed(digits));
    }

    /**
     * Returns what {@code printf "%.6g"} does: like {@link #fixed} from 0.1 up to 10 million, otherwise with an
     * exponent and as many decimals.
     *
     * @param decimals digits after the point, 1 or more
     */
    public static String general(double value, int decimals) {
        return signed(
                value, digits -> needsExponent(digits) ? scientific(digits, decimals) : pointed(digits, decimals));
    }

    private static String signed(double value, Function<ShortestDigits, String> form) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        double magnitude = Math.abs(value);
        String written = Double.isInfinite(value) ? "Infinity" : form.apply(ShortestDigits.of(magnitude));
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        return negative ? "-" + written : written;
    }

    private static boolean needsExponent(ShortestDigits value) {
        return value.exponent() < 0 || value.exponent() > PLAIN_DIGITS;
    }

    private static String pointed(ShortestDigits value) {
        String digits = value.digits();
        int exponent = value.exponent();
        if (exponent <= 0) {
            return "0." + "0".repeat(-exponent) + digits;
        }
        int missing = exponent - digits.length();
        return missing >= 0
                ? digits + "0".repeat(missing) + ".0"
                : digits.substring(0, exponent) + "." + digits.substring(exponent);
    }

    private static String pointed(ShortestDigits value, int decimals) {
        int whole = Math.max(value.exponent(), 0);
        String rounded = value.rounded(whole - value.exponent(), whole + decimals);
        int point = rounded.length() - decimals;
        String front = point == 0 ? "0" : rounded.substring(0, point);
        return decimals == 0 ? front : front + "." + rounded.substring(point);
    }

    private static String scientific(ShortestDigits value) {
        String digits = value.digits();
        String decimals = digits.length() == 1 ? "0" : digits.substring(1);
        return digits.charAt(0) + "." + decimals + "e" + (value.exponent() - 1);
    }

    private static String scientific(ShortestDigits value, int decimals) {
        String rounded = value.rounded(0, decimals + 1);
        boolean carried = rounded.length() > decimals + 1;
        int exponent = carried ? value.exponent() : value.exponent() - 1;
        return rounded.charAt(0) + "." + rounded.substring(1, decimals + 1) + "e" + exponent;
    }
}
