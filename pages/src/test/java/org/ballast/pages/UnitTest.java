package org.ballast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT|0|0",
                "COUNT|1234.5|1,234.5",
                "COUNT|-0.01|0",
                "PERCENT|73.04|73 %",
                "MEBIBYTES|0|0 MiB",
                "MEBIBYTES|0.25|0.3 MiB",
                "MEBIBYTES|1023|1,023 MiB",
                "MEBIBYTES|1024|1 GiB",
                "MEBIBYTES|204801|200 GiB",
                "MEBIBYTES|1572864|1.5 TiB",
                "MEBIBYTES|-2048|-2 GiB",
                "MEBIBYTES|1e18|909,494.7 EiB",
                "SECONDS|0|0 s",
                "SECONDS|100|100 s",
                "SECONDS|600|10 min",
                "SECONDS|9000|2.5 h",
                "SECONDS|864000|10 days",
                "SCORE|0|0",
                "SCORE|32.8306|32.83",
                "SCORE|100|100",
                "SCORE|0.80249|0.802",
                "SCORE|0.00042|0.00042",
            })
    void writesValues(Unit unit, double value, String text) {
        assertThat(unit.text(value)).isEqualTo(text);
    }

    /** Axes start at nothing and end at or above the largest value, with a few different numbers along them. */
    @ParameterizedTest
    @CsvSource({
        "COUNT,1",
        "COUNT,3",
        "COUNT,7",
        "COUNT,99",
        "COUNT,100",
        "COUNT,123456",
        "COUNT,0.3",
        "MEBIBYTES,1",
        "MEBIBYTES,700",
        "MEBIBYTES,1024",
        "MEBIBYTES,131072",
        "MEBIBYTES,1940000",
        "MEBIBYTES,1e12",
        "PERCENT,100",
        "SECONDS,50",
        "SECONDS,5000",
        "SECONDS,50000",
        "SCORE,32.8",
        "SCORE,0.04"
    })
    void dividesAxes(Unit unit, double largest) {
        Ticks ticks = Ticks.upTo(largest, unit);

        assertThat(ticks.low()).isZero();
        assertThat(ticks.high()).isGreaterThanOrEqualTo(largest);
        assertThat(ticks.at()).hasSizeBetween(2, 8).startsWith(0.0);
        assertThat(ticks.labels()).hasSameSizeAs(ticks.at()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"0.5,32", "0.001,10000", "2,3", "7,7", "0.9,1.1"})
    void dividesAxesOfLogarithms(double smallest, double largest) {
        Ticks ticks = Ticks.logarithmic(smallest, largest, Unit.SCORE);

        assertThat(ticks.low()).isLessThan(Math.log10(smallest));
        assertThat(ticks.high()).isGreaterThan(Math.log10(largest));
        assertThat(ticks.at()).hasSizeBetween(1, 9).allMatch(at -> at >= ticks.low() && at <= ticks.high());
        assertThat(ticks.labels()).hasSameSizeAs(ticks.at()).doesNotHaveDuplicates();
    }
}
