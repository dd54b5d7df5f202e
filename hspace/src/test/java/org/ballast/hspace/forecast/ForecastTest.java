package org.ballast.hspace.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ballast.hspace.forecast.Synthetic.START;
import static org.ballast.hspace.forecast.Synthetic.daily;
import static org.ballast.hspace.forecast.Synthetic.forecast;
import static org.ballast.hspace.forecast.Synthetic.isWithin;
import static org.ballast.hspace.forecast.Synthetic.noise;
import static org.ballast.hspace.forecast.Synthetic.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTest {
    @Test
    void anExactLineHasOneDate() {
        ResourceForecast found = forecast(daily(30, 2000, day -> 1000 + 10 * day));

        When full = new When.On(START.plusDays(100));
        assertThat(found.runOut()).contains(new RunOut(full, new Window(full, full), new Window(full, full)));
        UsageOutlook.Growing growing = growing(found);
        assertThat(growing.trend().slope()).isCloseTo(10, within(1e-9));
        assertThat(growing.trend().slope95().low()).isCloseTo(10, within(1e-9));
        assertThat(growing.trend().pValue()).isLessThan(1e-9);
    }

    @Test
    void unequalDistancesBetweenDaysAreRespected() {
        int[] days = {0, 1, 2, 30, 31, 60, 120, 121, 300};

        assertThat(forecast(series(days, 5000, day -> 1000 + 4 * day))
                        .runOut()
                        .orElseThrow()
                        .expected())
                .isEqualTo(new When.On(START.plusDays(1000)));
    }

    @Test
    void outliersDoNotChangeTheDate() {
        double[] noise = noise(3, 60, 0);
        ResourceForecast clean = forecast(daily(60, 5000, day -> 1000 + 20 * day + 5 * noise[day]));
        ResourceForecast wrong =
                forecast(daily(60, 5000, day -> day % 9 == 4 ? 100_000 : 1000 + 20 * day + 5 * noise[day]));

        assertThat(growing(wrong).trend().slope())
                .isCloseTo(growing(clean).trend().slope(), within(0.5));
        assertThat(isWithin(wrong.runOut().orElseThrow().window95(), START.plusDays(200)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void fewPointsAreNoTrend(int points) {
        ResourceForecast found = forecast(daily(points, 2000, day -> 1000 + 10 * day));

        assertThat(found.outlook()).isEqualTo(new UsageOutlook.TooFewPoints(5));
        assertThat(found.runOut()).isEmpty();
    }

    @Test
    void fivePointsOnALineAreATrend() {
        assertThat(growing(forecast(daily(5, 2000, day -> 1000 + 10 * day)))
                        .trend()
                        .pValue())
                .isCloseTo(2.0 / 120, within(1e-12));
    }

    @Test
    void flatUsageIsNoTrend() {
        ResourceForecast found = forecast(daily(100, 2000, day -> 1000));

        assertThat(found.outlook()).isEqualTo(new UsageOutlook.NotSignificant(1));
        assertThat(found.runOut()).isEmpty();
    }

    @Test
    void aStepIsNoTrend() {
        assertThat(forecast(daily(100, 2000, day -> day < 40 ? 500 : 900)).outlook())
                .isInstanceOf(UsageOutlook.NoTrend.class);
    }

    @Test
    void rareStepsHaveNoSlope() {
        // Spindles by the dozen: most pairs of days show no change, but those that do all go up.
        assertThat(forecast(daily(12, 500, day -> day < 10 ? 120 : 120 + 12 * (day - 9)))
                        .outlook())
                .isInstanceOf(UsageOutlook.NoTrend.class);
    }

    @Test
    void fallingUsageNeverRunsOut() {
        ResourceForecast found = forecast(daily(50, 2000, day -> 1500 - 10 * day));

        assertThat(found.outlook())
                .isInstanceOfSatisfying(
                        UsageOutlook.Falling.class,
                        falling -> assertThat(falling.trend().slope()).isCloseTo(-10, within(1e-9)));
        assertThat(found.runOut()).isEmpty();
    }

    @Test
    void exhaustedResourcesAreReportedWhateverTheTrend() {
        When already = new When.Already();
        RunOut now = new RunOut(already, new Window(already, already), new Window(already, already));

        assertThat(forecast(daily(50, 900, day -> 1500 - 10 * day)).runOut()).contains(now);
        assertThat(forecast(daily(50, 1000, day -> 1000)).runOut()).contains(now);
        assertThat(forecast(daily(2, 1000, day -> 1000)).runOut()).contains(now);
        assertThat(forecast(daily(50, 1000, day -> 1000 + day)).runOut()).contains(now);
    }

    @Test
    void aLineThatHasMetTheCapacityByTodayHasRunOut() {
        List<Observation> series = daily(30, 2000, day -> 1000 + 10 * day);

        assertThat(forecast(series, START.plusDays(99)).runOut().orElseThrow().expected())
                .isEqualTo(new When.On(START.plusDays(100)));
        assertThat(forecast(series, START.plusDays(100)).runOut().orElseThrow().expected())
                .isEqualTo(new When.Already());
    }

    @Test
    void datesBeyondAHundredYearsAreNever() {
        assertThat(forecast(daily(30, 36_400, day -> day))
                        .runOut()
                        .orElseThrow()
                        .expected())
                .isEqualTo(new When.On(START.plusDays(36_400)));
        assertThat(forecast(daily(30, 36_700, day -> day))
                        .runOut()
                        .orElseThrow()
                        .expected())
                .isEqualTo(new When.Never());
    }

    @Test
    void theNewestTotalIsTheCapacity() {
        List<Observation> series = List.of(
                observation(0, 10, 100),
                observation(1, 20, 100),
                observation(2, 30, 100),
                observation(3, 40, 200),
                observation(4, 50, 200));

        assertThat(forecast(series).runOut().orElseThrow().expected()).isEqualTo(new When.On(START.plusDays(19)));
    }

    @Test
    void aKnownCapacityReplacesTheTotal() {
        History history = new History(Map.of(ForecastResource.INSTANCES, daily(30, 10_000, day -> 100 + day)));

        ResourceForecast found = Forecast.of(history, START.plusDays(40), Map.of(ForecastResource.INSTANCES, 200.0))
                .resources()
                .getFirst();

        assertThat(found.capacity()).hasValue(200);
        assertThat(found.runOut().orElseThrow().expected()).isEqualTo(new When.On(START.plusDays(100)));
    }

    @Test
    void growthWithoutCapacityHasNoDate() {
        List<Observation> series = daily(30, 0, day -> 100 + day).stream()
                .map(each -> new Observation(each.date(), each.used(), OptionalDouble.empty()))
                .toList();

        ResourceForecast found = forecast(series);

        assertThat(found.outlook()).isInstanceOf(UsageOutlook.Growing.class);
        assertThat(found.capacity()).isEmpty();
        assertThat(found.runOut()).isEmpty();
    }

    @Test
    void theFirstResourceToRunOutDeterminesTheClustersDate() {
        double[] noise = noise(1, 60, 0.3);
        History history = new History(Map.of(
                ForecastResource.VCPUS, daily(60, 400, day -> 100 + day),
                ForecastResource.DISK, daily(60, 5000, day -> 1000 + 10 * day + 30 * noise[day]),
                ForecastResource.MEMORY, daily(60, 5000, day -> 1000 + 5 * day),
                ForecastResource.INSTANCES, daily(60, 70, day -> 50 - day / 10.0)));

        FirstRunOut first = Forecast.of(history, START.plusDays(60)).first().orElseThrow();

        assertThat(first.expected()).isEqualTo(new FirstRunOut.Candidate(ForecastResource.VCPUS, on(300)));
        assertThat(first.latest95()).isEqualTo(new FirstRunOut.Candidate(ForecastResource.VCPUS, on(300)));
        assertThat(first.earliest95().when().compareTo(on(300))).isLessThanOrEqualTo(0);
    }

    @Test
    void withoutGrowthTheClusterHasNoDate() {
        History history = new History(Map.of(ForecastResource.DISK, daily(60, 5000, day -> 1000)));

        assertThat(Forecast.of(history, START.plusDays(60)).first()).isEmpty();
    }

    @Test
    void theCurveKeepsTheLineBetweenItsLimits() {
        double[] noise = noise(5, 90, 0.5);
        ResourceForecast found = forecast(daily(90, 3000, day -> 1000 + 10 * day + 40 * noise[day]));

        List<CurvePoint> curve = growing(found).curve();
        assertThat(curve.getFirst().date()).isEqualTo(START);
        assertThat(curve.getLast().date())
                .isEqualTo(((When.On) found.runOut().orElseThrow().window80().latest()).date());
        assertThat(curve).extracting(CurvePoint::date).isSorted().doesNotHaveDuplicates();
        assertThat(curve).allSatisfy(point -> {
            assertThat(point.band95().low()).isLessThan(point.band80().low());
            assertThat(point.band80().low()).isLessThan(point.value());
            assertThat(point.value()).isLessThan(point.band80().high());
            assertThat(point.band80().high()).isLessThan(point.band95().high());
        });
    }

    @Test
    void limitsWidenWithTheirConfidence() {
        double[] noise = noise(5, 90, 0.5);
        RunOut found = forecast(daily(90, 3000, day -> 1000 + 10 * day + 40 * noise[day]))
                .runOut()
                .orElseThrow();

        assertThat(List.of(
                        found.window95().earliest(),
                        found.window80().earliest(),
                        found.expected(),
                        found.window80().latest(),
                        found.window95().latest()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void thousandsOfDaysTakeUnderASecond() {
        double[] noise = noise(5, 10_000, 0.9);
        List<Observation> series = daily(10_000, 200_000, day -> 1000 + 10 * day + 400 * noise[day]);
        long start = System.nanoTime();

        ResourceForecast found = forecast(series);

        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000);
        assertThat(growing(found).trend().slope()).isCloseTo(10, within(0.05));
        assertThat(isWithin(found.runOut().orElseThrow().window95(), START.plusDays(19_900)))
                .isTrue();
    }

    @Test
    void theSameHistoryGivesTheSameForecast() {
        double[] noise = noise(9, 700, 0.9);
        History history =
                new History(Map.of(ForecastResource.DISK, daily(700, 9000, day -> 1000 + day + 40 * noise[day])));

        assertThat(Forecast.of(history, START.plusDays(700))).isEqualTo(Forecast.of(history, START.plusDays(700)));
    }

    private static Observation observation(int day, double used, double total) {
        LocalDate date = START.plusDays(day);
        return new Observation(date, used, OptionalDouble.of(total));
    }

    private static When on(int day) {
        return new When.On(START.plusDays(day));
    }

    private static UsageOutlook.Growing growing(ResourceForecast forecast) {
        assertThat(forecast.outlook()).isInstanceOf(UsageOutlook.Growing.class);
        return (UsageOutlook.Growing) forecast.outlook();
    }
}
