package org.ballast.backends.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.ReadCluster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about text files that can be read, but are probably not meant as they are. */
class TextRemarksTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static String plain = "";

    @BeforeAll
    static void read() throws Exception {
        plain = Files.readString(EXAMPLES.resolve("three-nodes.data"));
    }

    private static ReadCluster examined(String text) {
        return TextReader.examine(text, "file");
    }

    @ParameterizedTest
    @CsvSource({"three-nodes.data", "twenty-nodes.data", "two-groups.data", "racks-and-tags.data"})
    void aUsualFileNeedsNoRemark(String name) {
        ReadCluster read = TextReader.examine(EXAMPLES.resolve(name));
        assertThat(read.remarks()).isEmpty();
        assertThat(read.unusualNames()).isEmpty();
    }

    @Test
    void aByteOrderMarkChangesNothing() {
        assertThat(examined(BYTE_ORDER_MARK + plain)).isEqualTo(examined(plain));
    }

    @Test
    void aByteOrderMarkWithinTheFileIsNamed() {
        ReadCluster read = examined(plain.replace("node2.example.com|32768", BYTE_ORDER_MARK + "odd.example.com|32768")
                .replace("|node2.example.com|", "|" + BYTE_ORDER_MARK + "odd.example.com|")
                .replace("|node2.example.com\n", "|" + BYTE_ORDER_MARK + "odd.example.com\n"));
        assertThat(read.remarks())
                .hasSize(6)
                .first()
                .asString()
                .startsWith("file:4: there is a byte order mark in this line");
    }

    @ParameterizedTest
    @CsvSource({"default, 1", "node1.example.com, 3"})
    void aByteOrderMarkThatMakesAnotherLineWrongIsNamedInTheError(String name, int line) {
        // The one at the head of the file is skipped.
        String marked = BYTE_ORDER_MARK + plain.replaceFirst(Pattern.quote(name), BYTE_ORDER_MARK + name);

        assertThatThrownBy(() -> examined(marked))
                .isInstanceOf(BackendException.class)
                .hasMessageEndingWith("; file:" + line
                        + ": there is a byte order mark in this line; only one at the head of a file is skipped");
    }

    @Test
    void instancesBehindTwoEmptyLinesAreReadAsTags() {
        ReadCluster read = examined(plain.replace("\n\nbuild1", "\n\n\nbuild1"));

        assertThat(read.cluster().instances()).isEmpty();
        assertThat(read.cluster().tags()).hasSize(8);
        assertThat(read.remarks()).hasSize(7);
        assertThat(read.remarks().getFirst())
                .startsWith("file:8: \"build1.example.com|6144|")
                .contains("is taken for a tag of the cluster, but looks like a row of another section");
        assertThat(read.remarks().get(5)).isEqualTo("… and 3 more lines like these");
        assertThat(read.remarks().getLast())
                .isEqualTo(
                        "file:17: what follows this line is not read: the empty line 17 ends the fifth and last section");
    }

    @Test
    void policiesWithoutAnEmptyLineBeforeAreReadAsTags() {
        ReadCluster read = examined(plain.replace("\n\n\n|", "\n\n|"));
        assertThat(read.cluster().tags()).hasSize(2);
        assertThat(read.remarks()).hasSize(2);
    }

    @Test
    void policiesBehindAnEmptyLineTooManyAreNotRead() {
        assertThat(examined(plain.replace("\n\n\n|", "\n\n\n\n\n|")).remarks())
                .containsExactly(
                        "file:18: what follows this line is not read: the empty line 17 ends the fifth and last section");
    }

    @Test
    void emptyLinesAtTheEndAreNotRemarkedOn() {
        assertThat(examined(plain + "\n\n\n").remarks()).isEmpty();
    }

    @Test
    void namesThatGanetiDoesNotGiveAreKeptWithTheirPlaces() {
        assertThat(examined(plain.replace("web1.example.com", "web1;reboot").replace("node3.example.com", "-n"))
                        .unusualNames())
                .containsOnlyKeys("web1;reboot", "-n")
                .containsEntry("web1;reboot", "file:13")
                .containsEntry("-n", "file:5");
    }
}
