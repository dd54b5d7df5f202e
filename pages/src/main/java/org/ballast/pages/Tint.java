package org.ballast.pages;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour in which the chart library draws: a number that says what is drawn, and which text explains it. The library
 * carries nothing else from what it is told to what it draws.
 *
 * @param ink what is drawn
 * @param title the number of its text, from 1; 0 if there is none
 */
record Tint(Ink ink, int title) {
    /** No picture has room for so many. */
    static final int MOST_TITLES = 0xFFFF;

    private static final Ink[] INKS = Ink.values();
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{4})");
    private static final Pattern DECIMAL = Pattern.compile("rgb\\((\\d+), *(\\d+), *(\\d+)\\)");

    /** Returns the colour. */
    String color() {
        return String.format(Locale.ROOT, "#%02x%04x", ink.ordinal() + 1, title);
    }

    /**
     * Returns the tint of a colour as the library writes it, unless the colour is of its own choice.
     *
     * @param titles how many texts there are
     */
    static Optional<Tint> drawnIn(String color, int titles) {
        Matcher hex = HEX.matcher(color);
        if (hex.matches()) {
            return of(Integer.parseInt(hex.group(1), 16), Integer.parseInt(hex.group(2), 16), titles);
        }
        Matcher decimal = DECIMAL.matcher(color);
        return decimal.matches()
                ? of(number(decimal, 1), (number(decimal, 2) << 8) + number(decimal, 3), titles)
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<Tint> of(int ink, int title, int titles) {
        return ink >= 1 && ink <= INKS.length && title <= titles
                ? Optional.of(new Tint(INKS[ink - 1], title))
                : Optional.empty();
    }
}
