package org.ballast.hspace.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1024, 1024",
        "-5, -5",
        "0.5, 0.5",
        "1e-7, 0.00000010",
        "9007199254740992, 9007199254740992",
        "1.5e18, 1500000000000000000",
        "NaN, ''",
        "Infinity, ''",
        "-Infinity, ''"
    })
    void amountsHaveNoExponents(double value, String text) {
        assertThat(Numerals.of(value)).isEqualTo(text);
    }
}
