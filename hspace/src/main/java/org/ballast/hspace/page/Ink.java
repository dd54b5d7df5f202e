package org.ballast.hspace.page;

import java.util.Locale;
import java.util.Optional;

/**
 * What a line or an area of a picture is. The chart library draws each in a colour that is nothing but a number; {@link
 * Picture} turns it into a class, and the style sheet says what it looks like in light and in dark.
 */
enum Ink {
    USED,
    OVERHEAD,
    ADDED,
    RESERVED,
    FREE,
    GRID,
    LABEL,
    POINT,
    TREND,
    PROBABLE,
    POSSIBLE,
    LIMIT,
    MARK;

    private static final Ink[] ALL = values();

    static Ink of(Tone tone) {
        return switch (tone) {
            case USED -> USED;
            case OVERHEAD -> OVERHEAD;
            case ADDED -> ADDED;
            case RESERVED -> RESERVED;
            case FREE -> FREE;
        };
    }

    /** Returns the colour in which the library shall draw. */
    String color() {
        return String.format(Locale.ROOT, "#0101%02x", ordinal() + 1);
    }

    /** Returns the ink of a colour as the library writes it, unless the colour is of its own choice. */
    static Optional<Ink> drawnIn(String color) {
        for (Ink ink : ALL) {
            if (color.equals(ink.color()) || color.equals("rgb(1,1," + (ink.ordinal() + 1) + ")")) {
                return Optional.of(ink);
            }
        }
        return Optional.empty();
    }

    /** Returns its name in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
