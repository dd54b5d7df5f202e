package org.ballast.hspace.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistenceTest {
    private static final int DAYS = 5000;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.6, 0.8})
    void inflationFollowsFromTheCorrelation(double correlation) {
        double expected = (1 + correlation) / (1 - correlation);

        assertThat(persistence(correlation, 1).inflationOfMean()).isCloseTo(expected, within(0.15 * expected));
        assertThat(persistence(correlation, 1).inflationOfSigns()).isCloseTo(expected, within(0.15 * expected));
    }

    @Test
    void distancesWeakenPersistence() {
        double perThreeDays = Math.pow(0.8, 3);
        double expected = (1 + perThreeDays) / (1 - perThreeDays);

        assertThat(persistence(0.8, 3).inflationOfMean()).isCloseTo(expected, within(0.2 * expected));
    }

    @Test
    void negativeCorrelationCountsAsIndependence() {
        assertThat(persistence(-0.7, 1).inflationOfSigns()).isEqualTo(1);
    }

    @Test
    void anExactLineHasNoPersistence() {
        UsageSeries series = UsageSeries.of(Synthetic.daily(20, 0, day -> 3 * day));

        assertThat(new Persistence(series, new double[20]).inflationOfSigns()).isEqualTo(1);
    }

    private static Persistence persistence(double correlation, int step) {
        double[] noise = Synthetic.noise(11, DAYS, correlation);
        int[] days = IntStream.range(0, DAYS).filter(day -> day % step == 0).toArray();
        List<Observation> series = Synthetic.series(days, 0, day -> 100 + noise[day]);
        return new Persistence(
                UsageSeries.of(series),
                series.stream().mapToDouble(each -> each.used() - 100).toArray());
    }
}
