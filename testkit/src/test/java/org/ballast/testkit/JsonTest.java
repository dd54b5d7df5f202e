package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        for (long seed = 1; seed <= 100; seed++) {
            Json document = RandomRequests.of(seed).document();
            assertThat(Json.parse(document.write())).isEqualTo(document);
        }
    }

    @Test
    void orderAndRepetitionsAreKept() {
        String text = "{\"b\": 1, \"a\": [true, null, -1.5e3], \"b\": {}}";
        assertThat(Json.parse(text).write()).isEqualTo(text);
    }

    @Test
    void stringsAreEscapedAndUnescaped() {
        assertThat(Json.of("a\"b\\\n").write()).isEqualTo("\"a\\\"b\\\\\\u000a\"");
        assertThat(Json.parse("\"\\u00fc\\n\\/\"").text()).isEqualTo("ü\n/");
    }

    @Test
    void brokenDocumentsAreRefused() {
        for (String text : new String[] {"", "{", "[1 2]", "{\"a\" 1}", "{a: 1}", "\"a", "[1],", "1 2", ","}) {
            assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
