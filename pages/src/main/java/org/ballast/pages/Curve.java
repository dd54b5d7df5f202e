package org.ballast.pages;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * A quantity over time: measurements, expectation, and where it meets a limit.
 *
 * @param title what it shows
 * @param note how to read it; none if empty
 * @param unit what is counted
 * @param measured what was seen
 * @param expected the trend, both where there are measurements and after them; empty if there is
 *     no trend
 * @param limits what must not be exceeded
 * @param marks moments of interest, such as the date on which a limit is met
 */
public record Curve(
        String title,
        String note,
        Unit unit,
        List<Point> measured,
        List<Expectation> expected,
        List<Limit> limits,
        List<MarkedTime> marks)
        implements Part.Chart {

    /**
     * A measurement.
     *
     * @param at when
     * @param value how much
     */
    public record Point(LocalDateTime at, double value) {

        /** Throws an IllegalArgumentException if the value is not finite. */
        public Point {
            ChartNumbers.requireFinite("the value at " + at, value);
        }
    }

    /**
     * A point of the trend.
     *
     * @param at when
     * @param value how much is expected
     * @param probable where it lies with 80 % probability
     * @param possible where it lies with 95 % probability
     */
    public record Expectation(LocalDateTime at, double value, Range probable, Range possible) {

        /** Throws an IllegalArgumentException if the value is not finite. */
        public Expectation {
            ChartNumbers.requireFinite("the value expected at " + at, value);
        }
    }

    /**
     * A range of values.
     *
     * @param low the lower one
     * @param high the higher one
     */
    public record Range(double low, double high) {

        /** Throws an IllegalArgumentException if one of them is not finite, or the lower one above the higher one. */
        public Range {
            ChartNumbers.requireFinite("the lower end of a range", low);
            ChartNumbers.requireFinite("the upper end of a range", high);
            if (low > high) {
                throw new IllegalArgumentException("A range from " + low + " down to " + high);
            }
        }
    }

    /**
     * A horizontal line.
     *
     * @param label what it stands for
     * @param value how much
     */
    public record Limit(String label, double value) {

        /** Throws an IllegalArgumentException if the value is negative or not finite. */
        public Limit {
            ChartNumbers.requireAmount("the limit " + label, value);
        }
    }

    /**
     * A time marked by a vertical line.
     *
     * @param label what happens
     * @param at when
     */
    public record MarkedTime(String label, LocalDateTime at) {}

    /** Copies the lists, and puts what has a time in order. */
    public Curve {
        measured = measured.stream().sorted(Comparator.comparing(Point::at)).toList();
        expected =
                expected.stream().sorted(Comparator.comparing(Expectation::at)).toList();
        limits = List.copyOf(limits);
        marks = marks.stream().sorted(Comparator.comparing(MarkedTime::at)).toList();
    }
}
