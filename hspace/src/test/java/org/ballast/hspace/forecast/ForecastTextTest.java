package org.ballast.hspace.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ballast.hspace.forecast.Synthetic.START;
import static org.ballast.hspace.forecast.Synthetic.daily;
import static org.ballast.hspace.forecast.Synthetic.noise;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ForecastTextTest {
    @Test
    void growthHasARateAndDates() {
        double[] noise = noise(4, 60, 0.4);

        assertThat(lines(Map.of(
                        ForecastResource.MEMORY,
                                daily(60, 4_000_000, day -> 1_000_000 + 12_595 * day + 20_000 * noise[day]),
                        ForecastResource.VCPUS, daily(60, 700, day -> 100 + 2 * day))))
                .containsExactly(
                        "The cluster is full on 2026-08-29 (80 %: 2026-08-23 to 2026-09-03,"
                                + " 95 %: 2026-08-20 to 2026-09-07), first of all memory.",
                        "  memory: +12.2 GiB/day, full on 2026-08-29 (80 %: 2026-08-23 to 2026-09-03,"
                                + " 95 %: 2026-08-20 to 2026-09-07)",
                        "  vcpus: +2.0/day, full on 2026-10-28 (80 %: 2026-10-28, 95 %: 2026-10-28)");
    }

    @Test
    void resourcesThatDoNotRunOutAreReported() {
        List<Observation> unlimited = daily(60, 0, day -> 100 + day / 20.0).stream()
                .map(each -> new Observation(each.date(), each.used(), OptionalDouble.empty()))
                .toList();

        assertThat(lines(Map.of(
                        ForecastResource.MEMORY, daily(60, 10_000, day -> 5000 - 3.5 * day),
                        ForecastResource.DISK, daily(60, 10_000, day -> 5000),
                        ForecastResource.VCPUS, daily(2, 100, day -> 50 + day),
                        ForecastResource.INSTANCES, unlimited)))
                .containsExactly(
                        "No resource is seen to run out.",
                        "  memory: shrinking, -3.5 MiB/day",
                        "  disk: no trend (p = 1.00)",
                        "  vcpus: no trend (2 of at least 5 days)",
                        "  instances: +18.3/year, capacity unknown");
    }

    @Test
    void exhaustedAndNeverAreWrittenAsWords() {
        assertThat(lines(Map.of(
                        ForecastResource.DISK, daily(60, 5000, day -> 5000),
                        ForecastResource.VCPUS, daily(60, 100_000, day -> 50 + day))))
                .containsExactly(
                        "The cluster is full already: disk.",
                        "  disk: no trend (p = 1.00), full already",
                        "  vcpus: +1.0/day, not full within 100 years (80 %: never, 95 %: never)");
        assertThat(lines(Map.of(ForecastResource.VCPUS, daily(60, 100_000, day -> 50 + day))))
                .startsWith("The cluster is not full within 100 years (80 %: never, 95 %: never).");
    }

    private static List<String> lines(Map<ForecastResource, List<Observation>> observations) {
        return ForecastText.lines(Forecast.of(new History(observations), START.plusDays(60)));
    }
}
