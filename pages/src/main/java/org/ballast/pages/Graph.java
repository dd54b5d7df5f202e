package org.ballast.pages;

import java.util.List;

/**
 * A quantity that depends on another, as lines.
 *
 * @param title what it shows
 * @param note how to read it; none if empty
 * @param across what it depends on, from left to right
 * @param up what it shows, from bottom to top
 * @param lines what is drawn, the most important last
 * @param spots points of interest
 */
public record Graph(String title, String note, Axis across, Axis up, List<Line> lines, List<Spot> spots)
        implements Part.Chart {

    /** The division of an axis. */
    public enum Scale {
        /** From nothing, evenly. */
        LINEAR,
        /** Equal ratios are equally far; linear all the same if there is anything that is zero. */
        LOGARITHMIC
    }

    /**
     * An axis.
     *
     * @param label what is along it
     * @param unit what is counted
     * @param scale how it is divided
     */
    public record Axis(String label, Unit unit, Scale scale) {}

    /** The way in which a line leads from point to point. */
    public enum Shape {
        /** Directly. */
        STRAIGHT,
        /** To the right first, as nothing changes before the next point. */
        STEPS,
        /** To the right first, with its points drawn: only they can be had. */
        DOTTED_STEPS
    }

    /**
     * A line.
     *
     * @param label what it is
     * @param tone its colour
     * @param shape how it gets from point to point
     * @param points what it goes through, from left to right
     */
    public record Line(String label, Tone tone, Shape shape, List<Point> points) {

        /** Copies the list. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * A point of a line.
     *
     * @param x how far to the right, not negative
     * @param y how far up, not negative
     * @param title what is said about it when a pointer is on it; nothing if empty
     */
    public record Point(double x, double y, String title) {

        /** Throws an IllegalArgumentException if a coordinate is negative or not finite. */
        public Point {
            ChartNumbers.requireAmount("how far to the right", x);
            ChartNumbers.requireAmount("how far up", y);
        }
    }

    /**
     * A point that stands out, with a few words beside it.
     *
     * @param label the words
     * @param at where it is
     */
    public record Spot(String label, Point at) {}

    /** Copies the lists. */
    public Graph {
        lines = List.copyOf(lines);
        spots = List.copyOf(spots);
    }
}
