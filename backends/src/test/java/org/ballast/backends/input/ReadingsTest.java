package org.ballast.backends.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
    @Test
    void integersAreRead() {
        assertThat(Readings.integer("x", " (0x1F)")).isEqualTo(31);
        assertThat(Readings.integer("x", "- 5")).isEqualTo(-5);
    }

    @Test
    void decimalsAreRead() {
        assertThat(Readings.decimal("x", "1e-3")).isEqualTo(0.001);
        assertThat(Readings.decimal("x", "NaN")).isNaN();
    }

    @Test
    void textThatIsNoNumberIsRefused() {
        for (String text : new String[] {"", "x", "1.5", "1e3", "--5", "(5", "1.0x"}) {
            assertThatThrownBy(() -> Readings.integer("length", text))
                    .isInstanceOf(BackendException.class)
                    .hasMessage("length: cannot parse string '" + text + "'");
        }
        for (String text : new String[] {"NaNx", ".5", "Infinity5"}) {
            assertThatThrownBy(() -> Readings.decimal("gain", text))
                    .hasMessage("gain: cannot parse string '" + text + "'");
        }
    }

    @Test
    void charactersAfterANumberAreRefused() {
        leftOver("5x", "x");
        leftOver("5 ", " ");
        leftOver("0x", "x");
        leftOver("0x1g", "g");
        leftOver("(5)x", "x");
        assertThatThrownBy(() -> Readings.decimal("gain", "1.5.5"))
                .hasMessage("gain: leftover characters when parsing '1.5.5': '.5'");
    }

    @Test
    void truthValuesAreWrittenAsInHaskell() {
        assertThat(Readings.truth("x", "True")).isTrue();
        assertThat(Readings.truth("x", " ( (False) )")).isFalse();
        for (String text : new String[] {"", "true", "Truex", "(True", "yes"}) {
            assertThatThrownBy(() -> Readings.truth("storage", text))
                    .isInstanceOf(BackendException.class)
                    .hasMessage("storage: cannot parse string '" + text + "'");
        }
        assertThatThrownBy(() -> Readings.truth("storage", "True "))
                .hasMessage("storage: leftover characters when parsing 'True ': ' '");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "' 7', 7",
        "7m, 7",
        "7MiB, 7",
        "2g, 2048",
        "2 gib, 2048",
        "(2)g, 2048",
        "1t, 1048576",
        "1TIB, 1048576",
        "10M, 9",
        "10mb, 9",
        "10G, 9536",
        "10Gb, 9536",
        "10T, 9536743",
        "10tb, 9536743",
        "-5g, -5120",
        "-10M, -9",
        "0x10, 16",
        "0o17g, 15360",
        "99999999999T, 95367431639671325",
        "9999999999999999999T, -7997781570743969098"
    })
    void sizesHaveUnits(String text, long mebibytes) {
        assertThat(Readings.mebibytes("size", text)).isEqualTo(mebibytes);
    }

    @ParameterizedTest
    @CsvSource({"1q, q", "1gi, gi", "1_g, _g", "1e, e", "0x, x", "'1 g ', 'g '", "'1\tg', '\tg'"})
    void unknownUnitsAreTold(String text, String unit) {
        assertThatThrownBy(() -> Readings.mebibytes("size", text))
                .isInstanceOf(BackendException.class)
                .hasMessage("size: Unknown unit '" + unit + "'");
    }

    @Test
    void sizesMustBeWholeNumbers() {
        for (String text : new String[] {"", "g", "1e3", "1.5T", "NaN", "1e3g"}) {
            assertThatThrownBy(() -> Readings.mebibytes("size", text))
                    .hasMessage("size: Can't parse string '" + text + "'");
        }
    }

    private static void leftOver(String text, String rest) {
        assertThatThrownBy(() -> Readings.integer("length", text))
                .hasMessage("length: leftover characters when parsing '" + text + "': '" + rest + "'");
    }
}
