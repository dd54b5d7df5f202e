package org.ballast.hspace.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sampler of a fitted line, so that it can be drawn. */
final class CurveSampler {
    private static final int INTERVALS = 120;
    /** The least and the most that the line goes on, as parts of the length of the history. */
    private static final double LEAST_AHEAD = 1.0 / 3;

    private static final double MOST_AHEAD = 3;

    private CurveSampler() {}

    static List<CurvePoint> of(TrendLine line, LocalDate first, LocalDate last, Optional<RunOut> runOut) {
        TrendLine.Band band80 = line.band(Confidence.LIKELY);
        TrendLine.Band band95 = line.band(Confidence.SURE);
        long start = first.toEpochDay();
        long span = end(first, last, runOut) - start;
        long intervals = Math.min(INTERVALS, span);
        List<CurvePoint> points = new ArrayList<>();
        for (long i = 0; i <= intervals; i++) {
            long day = start + span * i / intervals;
            points.add(new CurvePoint(
                    LocalDate.ofEpochDay(day),
                    Math.max(0, line.at((double) day)),
                    interval(band80, (double) day),
                    interval(band95, (double) day)));
        }
        return points;
    }

    private static Interval interval(TrendLine.Band band, double day) {
        return new Interval(Math.max(0, band.low(day)), Math.max(0, band.high(day)));
    }

    private static long end(LocalDate first, LocalDate last, Optional<RunOut> runOut) {
        long span = last.toEpochDay() - first.toEpochDay();
        long least = Math.round(span * LEAST_AHEAD);
        long most = Math.round(span * MOST_AHEAD);
        long wanted = runOut.map(found -> ahead(last, found, most)).orElse(span);
        return last.toEpochDay() + Math.clamp(wanted, least, most);
    }

    private static long ahead(LocalDate last, RunOut runOut, long most) {
        return switch (runOut.window80().latest()) {
            case When.Already() -> 0;
            case When.On(LocalDate date) -> date.toEpochDay() - last.toEpochDay();
            case When.Never() -> most;
        };
    }
}
