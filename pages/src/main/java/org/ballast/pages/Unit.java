package org.ballast.pages;

import java.util.Locale;

/** A unit, and how amounts of it are written. */
public enum Unit {
    /** Pieces: {@code 1,234}. */
    COUNT {
        @Override
        String text(double value, double size) {
            return number(value);
        }
    },
    /** MiB, written in the unit that makes the shortest number: {@code 1.5 TiB}. */
    MEBIBYTES {
        @Override
        String text(double value, double size) {
            return number(value / size) + " " + NAMES[(int) Math.round(Math.log(size) / Math.log(KILO))];
        }

        @Override
        double size(double value) {
            double size = 1;
            for (int k = 1; k < NAMES.length && value >= size * KILO; k++) {
                size *= KILO;
            }
            return size;
        }
    },
    /** Hundredths: {@code 73 %}. */
    PERCENT {
        @Override
        String text(double value, double size) {
            return number(value) + " %";
        }
    },
    /** Seconds, written in the unit that makes a short number: {@code 2.5 h}. */
    SECONDS {
        @Override
        String text(double value, double size) {
            return number(value / size) + (size == 1 ? " s" : size == MINUTE ? " min" : size == HOUR ? " h" : " days");
        }

        @Override
        double size(double value) {
            return value < 2 * MINUTE ? 1 : value < 2 * HOUR ? MINUTE : value < 3 * DAY ? HOUR : DAY;
        }
    },
    /** A score: {@code 12.34} or {@code 0.802}. */
    SCORE {
        @Override
        String text(double value, double size) {
            double amount = Math.abs(value);
            int decimals = amount >= 100 ? 1 : amount >= 10 ? 2 : amount >= 0.01 ? 3 : 5;
            return number(value, decimals);
        }

        @Override
        double precision() {
            return 0.001;
        }
    };

    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    private static final double KILO = 1024;
    private static final String[] NAMES = {"MiB", "GiB", "TiB", "PiB", "EiB"};

    /** Writes a value, rounded to one decimal. */
    public String text(double value) {
        return text(value, size(Math.abs(value)));
    }

    /** Writes a value in a given larger unit, rounded to one decimal. */
    abstract String text(double value, double size);

    /** Returns how much one is of the larger unit in which a value, not negative, is written. */
    double size(double value) {
        return 1;
    }

    /** Returns the smallest difference that is written. */
    double precision() {
        return 0.1;
    }

    private static String number(double value) {
        return number(value, 1);
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value).replaceFirst("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }
}
