package org.ballast.hspace.forecast;

/**
 * The days on which usage reaches the capacity, at three levels. The limits are those for the usage of single days: on
 * the earliest day of the 80 % window usage is still below the capacity with 90 % certainty, and on the latest day it
 * has reached it with 90 %. Where usage goes up and down much more than it grows, one of the days before the window may
 * touch the capacity and the next be below again.
 *
 * @param expected when the trend reaches it: at 50 %, from here on more likely than not
 * @param window80 when usage reaches it with 80 % certainty
 * @param window95 when usage reaches it with 95 % certainty
 */
public record RunOut(When expected, Window window80, Window window95) {
    /** The run-out of a resource that is exhausted now, whatever the trend. */
    static final RunOut ALREADY = of(new When.Already());

    private static RunOut of(When when) {
        return new RunOut(when, new Window(when, when), new Window(when, when));
    }
}
