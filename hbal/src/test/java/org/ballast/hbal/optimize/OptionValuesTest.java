package org.ballast.hbal.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ballast.backends.input.BackendException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionValuesTest {
    @ParameterizedTest
    @CsvSource({"90,90", "90s,90", "1.5m,90", "2h,7200", "2H,7200", "0,0"})
    void timesHaveUnits(String text, double seconds) {
        assertThat(OptionValues.duration("time", text, 1e6)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "1x", "-1", "-1m", "300h", "NaN", "1 h 2 m"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> OptionValues.duration("time", text, 1e6))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("time");
    }

    @ParameterizedTest
    @CsvSource({"5,5", "0,0", "9,9"})
    void numbersKeepToTheirRange(String text, long value) {
        assertThat(OptionValues.whole("number", text, 0, 9)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10", "x", "1.5"})
    void otherNumbersAreRefused(String text) {
        assertThatThrownBy(() -> OptionValues.whole("number", text, 0, 9)).isInstanceOf(BackendException.class);
    }
}
