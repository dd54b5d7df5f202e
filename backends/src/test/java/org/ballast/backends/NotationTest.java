package org.ballast.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NotationTest {
    @Test
    void plainTextIsQuoted() {
        assertThat(Notation.quoted("node-1")).isEqualTo("\"node-1\"");
        assertThat(Notation.quoted("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    }

    @Test
    void otherCharactersAreEscaped() {
        assertThat(Notation.quoted("é")).isEqualTo("\"\\233\"");
        assertThat(Notation.quoted("\ud83d\ude00")).isEqualTo("\"\\128512\"");
        assertThat(Notation.quoted("a\tb\u007f\u0001")).isEqualTo("\"a\\tb\\DEL\\SOH\"");
    }

    @Test
    void escapesAreKeptApartFromWhatFollows() {
        assertThat(Notation.quoted("é1")).isEqualTo("\"\\233\\&1\"");
        assertThat(Notation.quoted("é12")).isEqualTo("\"\\233\\&12\"");
        assertThat(Notation.quoted("\u000eH")).isEqualTo("\"\\SO\\&H\"");
        assertThat(Notation.quoted("\u00011")).isEqualTo("\"\\SOH1\"");
        assertThat(Notation.quoted("\\5x6")).isEqualTo("\"\\\\5x6\"");
        assertThat(Notation.quoted("\\SOH")).isEqualTo("\"\\\\SOH\"");
    }

    @Test
    void listsAreBracketed() {
        assertThat(Notation.list(List.of())).isEqualTo("[]");
        assertThat(Notation.list(List.of(3, 1))).isEqualTo("[3,1]");
        assertThat(Notation.list(List.of("\"inst\"", "x"))).isEqualTo("[\"inst\",x]");
    }
}
