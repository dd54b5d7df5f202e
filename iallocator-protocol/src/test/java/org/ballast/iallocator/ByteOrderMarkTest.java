package org.ballast.iallocator;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mark that some editors write in front of a text. */
class ByteOrderMarkTest {
    private static final String MARK = "\uFEFF";

    private static Message read(byte[] document) {
        return MessageReader.read(new ByteArrayInputStream(document), "file");
    }

    @Test
    void aMarkAtTheHeadIsSkipped() {
        assertThat(read((MARK + Documents.WHOLE).getBytes(UTF_8))).isEqualTo(read(Documents.WHOLE.getBytes(UTF_8)));
    }

    @Test
    void refusalsNameLinesAndColumnsWithoutTheMark() {
        assertThatThrownBy(() -> read((MARK + "x").getBytes(UTF_8))).hasMessageStartingWith("file:1, column 1: ");
        assertThatThrownBy(() -> read((MARK + "{\n x").getBytes(UTF_8))).hasMessageStartingWith("file:2, column 2: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {MARK + MARK + "{}", " " + MARK + "{}", "{" + MARK + "}", "{\"a\":" + MARK + "1}"})
    void elsewhereItIsNamed(String document) {
        assertThatThrownBy(() -> read(document.getBytes(UTF_8)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("found a byte order mark (Invalid JSON)");
    }

    @Test
    void marksOfOtherEncodingsAreRefused() {
        for (byte[] document : new byte[][] {(MARK + "{}").getBytes(UTF_16LE), (MARK + "{}").getBytes(UTF_16BE)}) {
            assertThatThrownBy(() -> read(document))
                    .hasMessage(
                            "file:1, column 1: expected a value, found the byte order mark of UTF-16 (Invalid JSON)");
        }
    }

    @Test
    void aPartOfAMarkIsNotSkipped() {
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xef, (byte) 0xbb})).hasMessageContaining("found byte 0xef");
    }

    @Test
    void namesThatGanetiDoesNotGiveAreKeptWithTheirPlaces() {
        assertThat(read(Documents.WHOLE.getBytes(UTF_8)).unusualNames()).isEmpty();
        Message message =
                read(Documents.WHOLE.replace("node2.example.com", "n;2").getBytes(UTF_8));
        assertThat(message.unusualNames()).containsOnlyKeys("n;2");
        assertThat(message.unusualNames().get("n;2")).isEqualTo("file:23: nodes.n;2");
    }
}
