package org.ballast.model;

import java.math.BigInteger;

/**
 * The fewest decimal digits that name a double among its neighbours: {@code 0.DIGITS} times 10 to the exponent.
 *
 * <p>This is the free-format algorithm of Burger and Dybvig, <i>Printing Floating-Point Numbers Quickly and
 * Accurately</i> (1996), in the variant that does not count on the reader to round a half to even. {@link
 * Double#toString} does count on that and writes at least two digits, so it differs: it has 1.0E23 and 4.9E-324 where
 * this has 9.999999999999999e22 and 5e-324.
 *
 * @param digits digits without leading or trailing zeros; a single 0 for zero
 * @param exponent power of ten by which the fraction is multiplied
 */
record ShortestDigits(String digits, int exponent) {
    private static final ShortestDigits ZERO = new ShortestDigits("0", 0);
    private static final double EXACT_INTEGERS = 0x1p53;
    private static final int MANTISSA_BITS = 52;
    private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;

    /** Returns the digits of a double that is finite and not negative. */
    static ShortestDigits of(double value) {
        if (value == 0) {
            return ZERO;
        }
        if (value < EXACT_INTEGERS && value == Math.rint(value)) {
            return ofInteger((long) value);
        }
        return new Generator(value).generate();
    }

    /**
     * Returns the digits rounded, a half to the even digit.
     *
     * @param zeros how many zeros to put in front
     * @param count how many digits to keep, zeros included
     * @return that many digits, or one more if the first one carried over
     */
    String rounded(int zeros, int count) {
        char[] kept = new char[count + 1];
        for (int i = 0; i <= count; i++) {
            int at = i - 1 - zeros;
            kept[i] = at >= 0 && at < digits.length() ? digits.charAt(at) : '0';
        }
        if (isRoundedUp(count - zeros)) {
            int last = count;
            while (kept[last] == '9') {
                kept[last--] = '0';
            }
            kept[last]++;
        }
        return kept[0] == '0' ? new String(kept, 1, count) : new String(kept);
    }

    private boolean isRoundedUp(int cut) {
        if (cut < 0 || cut >= digits.length()) {
            return false;
        }
        boolean isHalf = digits.charAt(cut) == '5' && cut + 1 == digits.length();
        boolean afterOdd = cut > 0 && (digits.charAt(cut - 1) - '0') % 2 == 1;
        return isHalf ? afterOdd : digits.charAt(cut) >= '5';
    }

    private static ShortestDigits ofInteger(long value) {
        String all = Long.toString(value);
        int end = all.length();
        while (all.charAt(end - 1) == '0') {
            end--;
        }
        return new ShortestDigits(all.substring(0, end), all.length());
    }

    /** The state of the algorithm: the value left to write and the gaps to its neighbours, over one denominator. */
    private static final class Generator {
        private BigInteger rest;
        private BigInteger denominator;
        private BigInteger gapAbove;
        private BigInteger gapBelow;

        Generator(double value) {
            long bits = Double.doubleToRawLongBits(value);
            boolean isNormal = value >= Double.MIN_NORMAL;
            long mantissa = (bits & (HIDDEN_BIT - 1)) | (isNormal ? HIDDEN_BIT : 0);
            int power = Math.getExponent(value) - MANTISSA_BITS + (isNormal ? 0 : 1);
            // Right above a power of two the neighbour below is only half as far as the one above.
            boolean isLopsided = mantissa == HIDDEN_BIT && power > Double.MIN_EXPONENT - MANTISSA_BITS;
            int scale = isLopsided ? 2 : 1;
            int up = Math.max(power, 0);
            gapBelow = BigInteger.ONE.shiftLeft(up);
            gapAbove = gapBelow.shiftLeft(scale - 1);
            rest = BigInteger.valueOf(mantissa).shiftLeft(up + scale);
            denominator = BigInteger.ONE.shiftLeft(Math.max(-power, 0) + scale);
        }

        ShortestDigits generate() {
            int exponent = scaleToFraction();
            StringBuilder digits = new StringBuilder();
            while (true) {
                BigInteger[] next = rest.multiply(BigInteger.TEN).divideAndRemainder(denominator);
                rest = next[1];
                gapAbove = gapAbove.multiply(BigInteger.TEN);
                gapBelow = gapBelow.multiply(BigInteger.TEN);
                int digit = next[0].intValue();
                boolean lowEnough = rest.compareTo(gapBelow) < 0;
                boolean highEnough = rest.add(gapAbove).compareTo(denominator) > 0;
                if (lowEnough || highEnough) {
                    boolean up = highEnough && (!lowEnough || rest.shiftLeft(1).compareTo(denominator) >= 0);
                    return new ShortestDigits(
                            digits.append(up ? digit + 1 : digit).toString(), exponent);
                }
                digits.append(digit);
            }
        }

        /**
         * Scales by a power of ten until the neighbour above is at most 1 and a tenth of it is not; returns that power.
         */
        private int scaleToFraction() {
            BigInteger high = rest.add(gapAbove);
            // A power of two tells the power of ten, give or take one.
            int exponent = (int) Math.ceil((high.bitLength() - denominator.bitLength() - 1) * Math.log10(2));
            if (exponent >= 0) {
                denominator = denominator.multiply(BigInteger.TEN.pow(exponent));
            } else {
                scaleUp(BigInteger.TEN.pow(-exponent));
            }
            while (rest.add(gapAbove).compareTo(denominator) > 0) {
                denominator = denominator.multiply(BigInteger.TEN);
                exponent++;
            }
            while (rest.add(gapAbove).multiply(BigInteger.TEN).compareTo(denominator) <= 0) {
                scaleUp(BigInteger.TEN);
                exponent--;
            }
            return exponent;
        }

        private void scaleUp(BigInteger factor) {
            rest = rest.multiply(factor);
            gapAbove = gapAbove.multiply(factor);
            gapBelow = gapBelow.multiply(factor);
        }
    }
}
