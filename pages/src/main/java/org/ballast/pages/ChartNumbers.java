package org.ballast.pages;

/** The requirements on the numbers of a chart. */
final class ChartNumbers {
    private ChartNumbers() {}

    /**
     * Returns the amount.
     *
     * @throws IllegalArgumentException if it is negative, infinite or not a number
     */
    static double requireAmount(String what, double amount) {
        if (requireFinite(what, amount) < 0) {
            throw new IllegalArgumentException(what + " is " + amount + ", less than nothing");
        }
        return amount;
    }

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    static double requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + ", which cannot be drawn");
        }
        return value;
    }

    /** Throws an IllegalArgumentException if there are more or fewer of something than there have to be. */
    static void requireSize(String what, int size, int required) {
        if (size != required) {
            throw new IllegalArgumentException(size + " " + what + " instead of " + required);
        }
    }
}
