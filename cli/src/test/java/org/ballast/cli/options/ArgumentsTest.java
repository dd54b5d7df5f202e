package org.ballast.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class ArgumentsTest {
    @Test
    void listsKeepEmptyItems() {
        assertThat(Arguments.commaSeparated("")).isEmpty();
        assertThat(Arguments.commaSeparated("a,,b,")).containsExactly("a", "", "b", "");
    }

    @Test
    void integersAreRead() {
        assertThat(Arguments.integer("x", " (0x1F)")).isEqualTo(31);
        assertThat(Arguments.integer("x", "- 5")).isEqualTo(-5);
    }

    @Test
    void decimalsAreRead() {
        assertThat(Arguments.decimal("x", "1e-3")).isEqualTo(0.001);
        assertThat(Arguments.decimal("x", "NaN")).isNaN();
    }

    @Test
    void whatIsNoNumberIsTold() {
        for (String text : new String[] {"", "x", "1.5", "1e3", "--5", "(5", "1.0x"}) {
            assertThatThrownBy(() -> Arguments.integer("length", text))
                    .isInstanceOf(TypeConversionException.class)
                    .hasMessage("length: cannot parse string '" + text + "'");
        }
        for (String text : new String[] {"NaNx", ".5", "Infinity5"}) {
            assertThatThrownBy(() -> Arguments.decimal("gain", text))
                    .hasMessage("gain: cannot parse string '" + text + "'");
        }
    }

    @Test
    void whatIsLeftOverIsTold() {
        leftOver("5x", "x");
        leftOver("5 ", " ");
        leftOver("0x", "x");
        leftOver("0x1g", "g");
        leftOver("(5)x", "x");
        assertThatThrownBy(() -> Arguments.decimal("gain", "1.5.5"))
                .hasMessage("gain: leftover characters when parsing '1.5.5': '.5'");
    }

    private static void leftOver(String text, String rest) {
        assertThatThrownBy(() -> Arguments.integer("length", text))
                .hasMessage("length: leftover characters when parsing '" + text + "': '" + rest + "'");
    }

    @Test
    void bigNumbersAreCut() {
        assertThat(Arguments.clamped(1L << 40)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Arguments.clamped(-1L << 40)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Arguments.clamped(7)).isEqualTo(7);
    }
}
