package org.ballast.backends.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
    @TempDir
    private Path folder;

    @Test
    void onlyLineFeedsEndLines() {
        assertThat(lines(LineReader.of("a\r\n\nb\u2028c\u000bd", "x"))).containsExactly("a\r", "", "b\u2028c\u000bd");
        assertThat(lines(LineReader.of("a\n", "x"))).containsExactly("a");
        assertThat(lines(LineReader.of("\n\n", "x"))).containsExactly("", "");
        assertThat(lines(LineReader.of("", "x"))).isEmpty();
    }

    @Test
    void linesOfAllLengthsCrossTheBuffersBorder() {
        List<String> expected = new ArrayList<>();
        for (int length = 0; length < 3_000; length++) {
            expected.add("é☃x".repeat(length % 100) + length);
        }
        expected.add("y".repeat(1_000_000));
        expected.add("end");

        assertThat(lines(LineReader.of(String.join("\n", expected), "x"))).isEqualTo(expected);
    }

    @Test
    void otherEncodingsAreRefusedWhereTheyBegin() throws IOException {
        Path file = folder.resolve("latin1");
        Files.write(file, new byte[] {'a', '\n', (byte) 0xe9, '\n'});

        try (LineReader reader = LineReader.open(file)) {
            assertThat(reader.advance()).isTrue();
            assertThatThrownBy(reader::advance)
                    .isInstanceOf(BackendException.class)
                    .hasMessage(file + ":2: expected text in UTF-8, found other bytes");
        }
    }

    @Test
    void anEndlessLineIsRefused() throws IOException {
        Path file = folder.resolve("long");
        Files.write(file, ("a\n" + "x".repeat(LineReader.LONGEST_LINE + 1)).getBytes(UTF_8));

        try (LineReader reader = LineReader.open(file)) {
            assertThat(reader.advance()).isTrue();
            assertThatThrownBy(reader::advance)
                    .hasMessage(file + ":2: expected a line of at most 4194304 bytes, found a longer one");
        }
    }

    @Test
    void unreadableFilesAreNamed() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> LineReader.open(missing)).hasMessage(missing + ": does not exist");
        assertThatThrownBy(() -> lines(LineReader.open(folder))).hasMessage(folder + ": is a directory");
    }

    @Test
    void messagesShowInputOnOneLine() {
        assertThat(Quoted.quoted("a\nb\u001b\u200e☃")).isEqualTo("\"a\\u000ab\\u001b\\u200e☃\"");
        assertThat(Quoted.quoted("x".repeat(1_000))).isEqualTo('"' + "x".repeat(60) + "…\"");
    }

    private static List<String> lines(LineReader reader) {
        List<String> lines = new ArrayList<>();
        try (reader) {
            while (reader.advance()) {
                lines.add(reader.line());
            }
        }
        return lines;
    }

    @Test
    void aByteOrderMarkAtTheHeadIsSkipped() {
        assertThat(lines(LineReader.of("\uFEFFa\nb", "x"))).containsExactly("a", "b");
        assertThat(lines(LineReader.of("\uFEFF", "x"))).isEmpty();
        assertThat(lines(LineReader.of("\uFEFF\n", "x"))).containsExactly("");
    }

    @Test
    void aByteOrderMarkElsewhereBelongsToItsLine() {
        assertThat(lines(LineReader.of("a\n\uFEFFb", "x"))).containsExactly("a", "\uFEFFb");
        assertThat(lines(LineReader.of("\uFEFF\uFEFFa", "x"))).containsExactly("\uFEFFa");
        assertThat(Quoted.quoted("\uFEFFb")).isEqualTo("\"<byte order mark>b\"");
    }

    @Test
    void aFileInUtf16IsRefusedAsSuch() throws IOException {
        Path file = folder.resolve("utf16");
        for (byte[] mark : new byte[][] {{(byte) 0xff, (byte) 0xfe}, {(byte) 0xfe, (byte) 0xff}}) {
            Files.write(file, mark);
            try (LineReader reader = LineReader.open(file)) {
                assertThatThrownBy(reader::advance)
                        .hasMessage(file + ":1: expected text in UTF-8, found the byte order mark of UTF-16");
            }
        }
    }

    @Test
    void hasMoreIgnoresEmptyLines() {
        try (LineReader reader = LineReader.of("a\n\n\nb", "x")) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.hasMore()).isTrue();
            assertThat(reader.place()).isEqualTo("x:3");
        }
        try (LineReader reader = LineReader.of("a\n\n\n", "x")) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.hasMore()).isFalse();
        }
    }
}
