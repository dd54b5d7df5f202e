package org.ballast.hspace.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ballast.hspace.forecast.Synthetic.START;
import static org.ballast.hspace.forecast.Synthetic.daily;
import static org.ballast.hspace.forecast.Synthetic.forecast;
import static org.ballast.hspace.forecast.Synthetic.isWithin;
import static org.ballast.hspace.forecast.Synthetic.noise;
import static org.ballast.hspace.forecast.Synthetic.share;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a forecast says of its own certainty is true, over many histories. */
class ForecastCoverageTest {
    private static final int SEEDS = 200;
    private static final double CAPACITY = 1600;

    @ParameterizedTest
    @CsvSource({"30, 0", "60, 0", "90, 0.5", "120, 0.7", "250, 0.8"})
    void limitsCoverTheTrueDateAndExcludeOthers(int days, double correlation) {
        List<RunOut> runOuts = LongStream.range(0, SEEDS)
                .mapToObj(seed -> growing(seed, days, correlation))
                .flatMap(found -> found.runOut().stream())
                .toList();

        assertThat(runOuts).hasSizeGreaterThan(SEEDS * 8 / 10);
        assertThat(hits(runOuts, RunOut::window95, 3 * days)).isGreaterThanOrEqualTo(0.88);
        assertThat(hits(runOuts, RunOut::window80, 3 * days)).isGreaterThanOrEqualTo(0.75);
        assertThat(hits(runOuts, RunOut::window80, 3 * days / 2)).isLessThan(0.1);
        assertThat(hits(runOuts, RunOut::window80, 9 * days)).isLessThan(0.2);
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "30, 0", "365, 0", "30, 0.5", "90, 0.5", "365, 0.5", "120, 0.8", "365, 0.8"})
    void noiseIsNoTrend(int days, double correlation) {
        assertThat(share(SEEDS, seed -> outlook(seed, days, correlation, 0) instanceof UsageOutlook.NoTrend))
                .isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource({"15, 0", "30, 0.5", "90, 0.7", "365, 0.9"})
    void growthBeyondTheNoiseIsATrend(int days, double correlation) {
        assertThat(share(SEEDS, seed -> outlook(seed, days, correlation, 120.0 / days) instanceof UsageOutlook.Growing))
                .isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void aRandomWalkIsMostlyNoTrend() {
        int days = 365;
        assertThat(share(SEEDS, seed -> {
                    double[] walk = noise(seed, days, 0);
                    for (int i = 1; i < days; i++) {
                        walk[i] += walk[i - 1];
                    }
                    List<Observation> series = daily(days, CAPACITY, day -> 1000 + walk[day]);
                    return forecast(series).outlook() instanceof UsageOutlook.NoTrend;
                }))
                .isGreaterThanOrEqualTo(0.9);
    }

    private static double hits(List<RunOut> runOuts, Function<RunOut, Window> window, int day) {
        long hits = runOuts.stream()
                .filter(runOut -> isWithin(window.apply(runOut), START.plusDays(day)))
                .count();
        return (double) hits / runOuts.size();
    }

    /** From 1000 at the start usage grows to the capacity in three times the length of the history. */
    private static ResourceForecast growing(long seed, int days, double correlation) {
        double[] noise = noise(seed, days, correlation);
        double slope = (CAPACITY - 1000) / 3 / days;
        return forecast(daily(days, CAPACITY, day -> 1000 + slope * day + 20 * noise[day]));
    }

    private static UsageOutlook outlook(long seed, int days, double correlation, double slope) {
        double[] noise = noise(seed, days, correlation);
        return forecast(daily(days, CAPACITY, day -> 1000 + slope * day + 20 * noise[day]))
                .outlook();
    }
}
