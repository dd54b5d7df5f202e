package org.ballast.iallocator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    @ParameterizedTest
    @CsvSource({
        "1.5, 2",
        "2.5, 2",
        "-1.5, -2",
        "-0.4, 0",
        "65536.0, 65536",
        "1e3, 1000",
        "9999999999999.5, 10000000000000",
        "1234567890123456789.0, 1234567890123456789",
        "0.50000000000000000001, 1",
        "1e-999999999, 0"
    })
    void roundsToTheNearestAndOfTwoToTheEvenOne(String number, long whole) {
        assertThat(Rounding.toWhole(number)).hasValue(whole);
    }

    @ParameterizedTest
    @CsvSource({"1e19", "12345678901234567890.5", "1e999999999", "1e99999999999"})
    void refusesWhatNeedsMoreThan64Bits(String number) {
        assertThat(Rounding.toWhole(number)).isEmpty();
    }

    @Test
    void shortNumbersAreRoundedLikeLongOnes() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 5000; round++) {
            int scale = random.nextInt(1, 13);
            String number = BigDecimal.valueOf(random.nextLong(0, 100_000_000_000_000L), scale)
                    .toPlainString();
            long expected =
                    new BigDecimal(number).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
            assertThat(Rounding.toWhole(number)).as(number).hasValue(expected);
        }
    }
}
