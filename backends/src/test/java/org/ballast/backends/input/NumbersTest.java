package org.ballast.backends.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted and refused here, Ganeti accepts and refuses. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0,0",
                "007,7",
                "0x10,16",
                "0X1f,31",
                "0o17,15",
                "0O7,7",
                " 1,1",
                "\t1,1",
                "\u00a01,1",
                "\u20031,1",
                "-1,-1",
                "- 1,-1",
                "-0x10,-16",
                "( 1 ),1",
                "((1)),1",
                "( - 1),-1",
                "9223372036854775807,9223372036854775807",
                "9223372036854775808,-9223372036854775808",
                "-9223372036854775808,-9223372036854775808",
                "18446744073709551616,0",
                "99999999999999999999,7766279631452241919",
                "0xffffffffffffffff,-1",
            })
    void integers(String text, long expected) {
        assertThat(Numbers.integer(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", "+1", "--1", "1 ", "(1) ", "-(1)", "(1", "1)", "()", "1-", "1.0", "1e5", "1e0", "NaN",
                "0x", "0x1g", "0o", "0o18", "0b11", "1_0", "1 2", "1,2", "'1'", "\"1\"", "{1}", "1\r", "\u0661", "abc"
            })
    void notIntegers(String text) {
        assertThat(Numbers.integer(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1,1",
                "1.5,1.5",
                "00012,12",
                "1e5,1e5",
                "1E+5,1e5",
                "1e05,1e5",
                "2.5e-7,2.5e-7",
                "0x10,16",
                "0x1e5,485",
                "0o17,15",
                " ( - 1.5 ),-1.5",
                "-0,-0.0",
                "NaN,NaN",
                "-NaN,NaN",
                "Infinity,Infinity",
                "- Infinity,-Infinity",
                "1e400,Infinity",
                "1e-400,0",
            })
    void decimals(String text, double expected) {
        assertThat(Numbers.decimal(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                ".5",
                "-.5",
                "1.",
                "1.e5",
                "1e",
                "1e-",
                "1.5.5",
                "1 ",
                "1f",
                "1d",
                "0x1.8",
                "0x1p3",
                "infinity",
                "Infinityx",
                "nan",
                "NaN'",
                "-(1)",
                "1,5",
                "\u0661"
            })
    void notDecimals(String text) {
        assertThat(Numbers.decimal(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x", "0o", ""})
    void endlessDigitsTakeLittleTime(String prefix) {
        String endless = prefix + "7".repeat(1_000_000);

        assertThat(Numbers.decimal(endless)).hasValue(Double.POSITIVE_INFINITY);
        assertThat(Numbers.decimal("0x" + "0".repeat(1_000_000) + "7")).hasValue(7);
        assertThat(Numbers.integer(endless)).isPresent();
    }
}
