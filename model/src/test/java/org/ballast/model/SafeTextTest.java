package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @Test
    void printableTextIsUnchanged() {
        String text = "node1.example.com|~ \\ äöü 日本 \uD83D\uDE00";
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(SafeText.of("a\u001b[31m\nb\u0000")).isEqualTo("a\\u001b[31m\\u000ab\\u0000");
        assertThat(SafeText.of("\u009b\u202e\u2028\uD800\uDB40\uDC41"))
                .isEqualTo("\\u009b\\u202e\\u2028\\ud800\\u0e0041");
        assertThat(SafeText.of("\uFEFFx")).isEqualTo("<byte order mark>x");
    }

    @Test
    void longTextIsCut() {
        assertThat(SafeText.of("abc", 3)).isEqualTo("abc");
        assertThat(SafeText.of("abcd", 3)).isEqualTo("abc…");
        assertThat(SafeText.of("\n\n\n", 2)).isEqualTo("\\u000a\\u000a…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "node1.example.com", "WEB_1", "0", "10.0.0.1", "a-b", "_x", "fe80::1"})
    void namesOfGanetiAreUsual(String name) {
        assertThat(ObjectName.isUsual(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-a", ".a", ":a", "a b", "a;b", "a\nb", "a\tb", "$HOME", "`x`", "a|b", "a&b", "a>b", "a'b", "a\"b",
                "a\\b", "a*", "a?", "[a]", "~a", "#a", "a!", "a(b)", "a{b}", "ä", "a\u001b", "a\u00a0b", "a=b", "a/b",
                        "a,b",
                "a%b", "a^b", "a@b", "a+b"
            })
    void othersAreNot(String name) {
        assertThat(ObjectName.isUsual(name)).isFalse();
    }
}
