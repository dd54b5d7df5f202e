package org.ballast.hspace.forecast;

import java.time.LocalDate;
import java.util.function.DoubleUnaryOperator;

/** The days on which a line and its limits meet a capacity, found day by day. */
final class RunOuts {
    /** What is farther away than this is never. */
    static final int YEARS = 100;

    private RunOuts() {}

    /** Returns when the usage that the line predicts meets the capacity, from today on. */
    static RunOut of(TrendLine line, double capacity, LocalDate today) {
        return new RunOut(
                first(line::at, capacity, today),
                window(line.band(Confidence.LIKELY), capacity, today),
                window(line.band(Confidence.SURE), capacity, today));
    }

    private static Window window(TrendLine.Band band, double capacity, LocalDate today) {
        return new Window(first(band::high, capacity, today), first(band::low, capacity, today));
    }

    private static When first(DoubleUnaryOperator usage, double capacity, LocalDate today) {
        long start = today.toEpochDay();
        long horizon = today.plusYears(YEARS).toEpochDay();
        for (long day = start; day <= horizon; day++) {
            if (usage.applyAsDouble((double) day) >= capacity) {
                return day == start ? new When.Already() : new When.On(LocalDate.ofEpochDay(day));
            }
        }
        return new When.Never();
    }
}
