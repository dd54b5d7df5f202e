package org.ballast.hspace.page;

import java.util.Locale;

/** What is counted, and how that is written. */
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
    };

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

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%,.1f", value);
        if (text.equals("-0.0")) {
            return "0";
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
