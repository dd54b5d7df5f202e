package org.ballast.hspace.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannKendallTest {
    @ParameterizedTest
    @CsvSource({"3, 6", "4, 24", "5, 120", "10, 3628800"})
    void theProbabilityOfASteadyRiseIsExact(int size, double orders) {
        assertThat(test(rise(size)).pValue(1)).isCloseTo(2 / orders, within(1e-12));
    }

    @Test
    void smallSamplesHaveExactProbabilities() {
        // Of the 120 orders of five points, 1, 4, 9, 15, 20 have 0 to 4 pairs that go down, and as many go up.
        assertThat(test(1, 2, 4, 3, 5).pValue(1)).isCloseTo(10.0 / 120, within(1e-12));
        assertThat(test(2, 1, 4, 3, 5).pValue(1)).isCloseTo(28.0 / 120, within(1e-12));
    }

    @Test
    void tiesReduceTheVariance() {
        // Of 66 pairs 12 are tied and all others go up.
        double[] values = {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4};
        double variance = 12 * 11 * 29 / 18.0 - 4 * (3 * 2 * 11) / 18.0;

        assertThat(test(values).pValue(1)).isCloseTo(twoSided(53 / Math.sqrt(variance)), within(1e-12));
    }

    @Test
    void equalPointsAreNoTrend() {
        assertThat(test(7, 7, 7, 7, 7, 7).pValue(1)).isEqualTo(1);
    }

    @Test
    void inflationRaisesTheProbabilityOfSigns() {
        double plain = test(rise(12)).pValue(1);
        double inflated = test(rise(12)).pValue(4);

        assertThat(plain).isLessThan(inflated);
        assertThat(inflated).isCloseTo(twoSided(65 / Math.sqrt(4 * 12 * 11 * 29 / 18.0)), within(1e-12));
    }

    private static double twoSided(double z) {
        return 2 * new NormalDistribution().cumulativeProbability(-z);
    }

    private static double[] rise(int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = i;
        }
        return values;
    }

    private static MannKendall test(double... values) {
        return new MannKendall(UsageSeries.of(Synthetic.daily(values.length, 0, day -> values[day])));
    }
}
