package org.ballast.hspace.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Histories of which the truth is known. */
final class Synthetic {
    static final LocalDate START = LocalDate.of(2026, 1, 1);

    private Synthetic() {}

    /** Returns what was in use on these days, a number of days after the start each. */
    static List<Observation> series(int[] days, double total, IntToDoubleFunction used) {
        return IntStream.of(days)
                .mapToObj(
                        day -> new Observation(START.plusDays(day), used.applyAsDouble(day), OptionalDouble.of(total)))
                .toList();
    }

    /** Returns what was in use each day from the start on. */
    static List<Observation> daily(int days, double total, IntToDoubleFunction used) {
        return series(IntStream.range(0, days).toArray(), total, used);
    }

    /** Returns a forecast of memory made on the day after the last observation. */
    static ResourceForecast forecast(List<Observation> series) {
        return forecast(series, series.getLast().date().plusDays(1));
    }

    static ResourceForecast forecast(List<Observation> series, LocalDate today) {
        return Forecast.of(new History(Map.of(ForecastResource.MEMORY, series)), today)
                .resources()
                .getFirst();
    }

    /** Returns noise of standard deviation 1 that correlates this much from day to day. */
    static double[] noise(long seed, int days, double correlation) {
        Random random = new Random(seed);
        double[] noise = new double[days];
        noise[0] = random.nextGaussian();
        for (int i = 1; i < days; i++) {
            noise[i] = correlation * noise[i - 1] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }
        return noise;
    }

    /** Returns the share of these seeds for which something is so. */
    static double share(int seeds, LongPredicate isSo) {
        return (double) LongStream.range(0, seeds).filter(isSo).count() / seeds;
    }

    static boolean isWithin(Window window, LocalDate date) {
        When truth = new When.On(date);
        return window.earliest().compareTo(truth) <= 0 && window.latest().compareTo(truth) >= 0;
    }
}
