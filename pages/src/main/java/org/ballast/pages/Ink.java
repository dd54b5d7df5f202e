package org.ballast.pages;

import java.util.Locale;

/**
 * The meaning of a line or an area of a picture. The chart library draws each in a colour that is nothing but a number;
 * {@link Tint} says which, {@link Picture} turns it into a class, and the style sheet says what it looks like in light
 * and in dark.
 */
enum Ink {
    USED,
    OVERHEAD,
    ADDED,
    RESERVED,
    FREE,
    BEFORE,
    AFTER,
    COPY,
    SWITCH,
    BOTH,
    GRID,
    LABEL,
    INSIDE,
    TRACK,
    POINT,
    TREND,
    PROBABLE,
    POSSIBLE,
    LIMIT,
    MARK,
    SPOT,
    WAS,
    HOVER;

    static Ink of(Tone tone) {
        return switch (tone) {
            case USED -> USED;
            case OVERHEAD -> OVERHEAD;
            case ADDED -> ADDED;
            case RESERVED -> RESERVED;
            case FREE -> FREE;
            case BEFORE -> BEFORE;
            case AFTER -> AFTER;
            case COPY -> COPY;
            case SWITCH -> SWITCH;
            case BOTH -> BOTH;
        };
    }

    /** Returns the colour in which the library shall draw. */
    String color() {
        return new Tint(this, 0).color();
    }

    /** Returns its name in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
