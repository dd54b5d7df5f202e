package org.ballast.cli.getopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ballast.backends.input.BackendException;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void listsKeepEmptyItems() {
        assertThat(Values.commaSeparated("")).isEmpty();
        assertThat(Values.commaSeparated("a,,b,")).containsExactly("a", "", "b", "");
    }

    @Test
    void aLeadingPlusIsAFieldOfItsOwn() {
        assertThat(Values.fields("")).isEmpty();
        assertThat(Values.fields("name,tmem")).containsExactly("name", "tmem");
        assertThat(Values.fields("+")).containsExactly("+");
        assertThat(Values.fields("+name,+")).containsExactly("+", "name", "+");
    }

    @Test
    void choicesAreYesOrNo() {
        assertThat(Values.yesNo("yes")).isTrue();
        assertThat(Values.yesNo("no")).isFalse();
        assertThatThrownBy(() -> Values.yesNo("Yes"))
                .isInstanceOf(BackendException.class)
                .hasMessage("Invalid choice 'Yes', pass one of 'yes' or 'no'");
    }

    @Test
    void numbersBeyondIntAreClamped() {
        assertThat(Values.clamped(1L << 40)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Values.clamped(-1L << 40)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Values.clamped(7)).isEqualTo(7);
    }
}
