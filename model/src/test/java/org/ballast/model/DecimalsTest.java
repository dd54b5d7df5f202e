package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All expected texts were printed by Ganeti. */
class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.5, 0",
        "1.5, 2",
        "2.5, 2",
        "2.5000001, 3",
        "-0.5, -0",
        "-0.0, -0",
        "99999.5, 100000",
        "1e22, 10000000000000000000000",
        "1e23, 99999999999999990000000",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
    })
    void noDecimals(double value, String expected) {
        assertThat(Decimals.fixed(value, 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.000",
        "0.0005, 0.000",
        "0.0015, 0.002",
        "0.0025, 0.002",
        "0.00051, 0.001",
        "1.0005, 1.000",
        "9.9995, 10.000",
        "0.9995, 1.000",
        "0.99949999, 0.999",
        "0.00049, 0.000",
        "-0.00049, -0.000",
        "999.9995, 1000.000",
        "2.6755, 2.676",
        "1234567, 1234567.000",
    })
    void threeDecimals(double value, String expected) {
        assertThat(Decimals.fixed(value, 3)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1.5, 1.5",
        "0.05, 0.05",
        "1e-3, 0.001",
        "12345678.9, 12345678.9",
        "-1.5, -1.5",
        "-0.0, -0.0",
        "0, 0.0",
        "1e22, 10000000000000000000000.0",
        "1e23, 99999999999999990000000.0",
        "NaN, NaN",
        "-Infinity, -Infinity",
    })
    void allDigits(double value, String expected) {
        assertThat(Decimals.plain(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "4, 4.0",
        "-1, -1.0",
        "16.5, 16.5",
        "0.1, 0.1",
        "0.05, 5.0e-2",
        "0.0123, 1.23e-2",
        "9999999, 9999999.0",
        "9999999.5, 9999999.5",
        "1e7, 1.0e7",
        "12345678.9, 1.23456789e7",
        "-2.5e-7, -2.5e-7",
        "1e23, 9.999999999999999e22",
        "2251799813685247.75, 2.2517998136852478e15",
        "5e-324, 5.0e-324",
        "9e-324, 1.0e-323",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "NaN, NaN",
        "Infinity, Infinity",
    })
    void shown(double value, String expected) {
        assertThat(Decimals.shown(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.000000",
        "0.5, 0.500000",
        "12.5, 12.500000",
        "0.1, 0.100000",
        "0.09999999, 9.999999e-2",
        "0.0999999999, 1.000000e-1",
        "0.03125, 3.125000e-2",
        "9999999, 9999999.000000",
        "9999999.5, 9999999.500000",
        "1e7, 1.000000e7",
        "123456789, 1.234568e8",
        "12.3456785, 12.345678",
        "12.3456775, 12.345678",
        "123456.1234565, 123456.123456",
        "9.9999999e20, 1.000000e21",
        "1e30, 1.000000e30",
        "Infinity, Infinity",
    })
    void general(double value, String expected) {
        assertThat(Decimals.general(value, 6)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void allDigitsNameTheSameDouble(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            Double value = Double.longBitsToDouble(random.nextLong());
            assertThat(Double.parseDouble(Decimals.plain(value))).isEqualTo(value);
            assertThat(Double.parseDouble(Decimals.shown(value))).isEqualTo(value);
        }
    }

    @Test
    void shownDigitsAreNoMoreThanJavas() {
        Random random = new Random(4);
        for (int i = 0; i < 3_000; i++) {
            double value = random.nextDouble() * 1e7 + 0.1;
            assertThat(Decimals.shown(value))
                    .hasSizeLessThanOrEqualTo(Double.toString(value).length());
        }
    }
}
