package org.ballast.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellVariableTest {
    @Test
    void namesAreUpperCase() {
        assertThat(ShellVariable.assignment("HCHECK", "ok", "1")).isEqualTo("HCHECK_OK=1");
    }

    @Test
    void onlyLettersDigitsAndPointsStandAlone() {
        assertThat(ShellVariable.assignment("A", "B", "0.25")).isEqualTo("A_B=0.25");
        assertThat(ShellVariable.assignment("A", "B", "fake-uuid")).isEqualTo("A_B='fake-uuid'");
        assertThat(ShellVariable.assignment("A", "B", "")).isEqualTo("A_B=");
    }
}
