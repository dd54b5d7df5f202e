package org.ballast.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.text.TextReader;
import org.ballast.model.Instance;
import org.ballast.model.Utilisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtilisationFileTest {
    private static final List<Instance> INSTANCES = TextReader.read("""
                    g|u|preferred|

                    n|1|0|0|1|0|1|N|u

                    a.x|1|1|1|running|Y|n||plain|
                    twice|1|1|1|running|Y|n||plain|
                    twice|1|1|1|running|Y|n||plain|
                    |1|1|1|running|Y|n||plain|

                    """, "file").instances();

    @Test
    void measurementsBelongToFullNames() {
        assertThat(UtilisationFile.read("a.x 1.5 0x2 -3 NaN\n", "file").of(INSTANCES))
                .containsExactly(
                        new Utilisation(1.5, 2, -3, Double.NaN),
                        Utilisation.UNMEASURED,
                        Utilisation.UNMEASURED,
                        Utilisation.UNMEASURED);
    }

    @Test
    void theLastMeasurementCounts() {
        assertThat(UtilisationFile.read("a.x 1 2 3 4\na.x 5 6 7 8", "file").of(INSTANCES))
                .startsWith(new Utilisation(5, 6, 7, 8));
    }

    @Test
    void unknownAndSharedNamesAreIgnored() {
        assertThat(UtilisationFile.read("a 2 2 2 2\nother 2 2 2 2\ntwice 2 2 2 2\n", "file")
                        .of(INSTANCES))
                .containsOnly(Utilisation.UNMEASURED);
    }

    @Test
    void aLeadingBlankMeansAnEmptyName() {
        assertThat(UtilisationFile.read(" 2 2 2 2\n", "file").of(INSTANCES)).endsWith(new Utilisation(2, 2, 2, 2));
    }

    @Test
    void anEmptyFileMeasuresNothing() {
        assertThat(UtilisationFile.read("", "file").measurements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a 1 2 3", "a 1 2 3 4 5", "a 1 2 3 4 ", "a  1 2 3 4", "a\t1\t2\t3\t4", "# comment"})
    void linesWithoutFiveFieldsAreRefused(String line) {
        assertThatThrownBy(() -> UtilisationFile.read("a.x 1 1 1 1\n" + line + "\n", "file"))
                .isInstanceOf(BackendException.class)
                .hasMessage("file:2: Cannot parse line \"" + line.replace("\t", "\\u0009")
                        + "\": expected INSTANCE CPU MEMORY DISK NETWORK separated by single blanks");
    }

    @ParameterizedTest
    @CsvSource({
        "a cpu mem dsk net, cpu, cpu",
        "a 1 mem dsk net, memory, mem",
        "a 1 2 dsk net, disk, dsk",
        "a 1 2 3 net, network, net",
        "a 1 2 3 4., network, 4.",
    })
    void fieldsThatAreNoNumbersAreNamed(String line, String field, String found) {
        assertThatThrownBy(() -> UtilisationFile.read(line, "file"))
                .hasMessage("file:1: " + field + ": expected a number, found \"" + found + "\" (cannot parse string '"
                        + found + "')");
    }

    @Test
    void loadThatDoesNotCountIsNamedWithItsLine() {
        assertThat(UtilisationFile.read("a 2 2 2 2\na.x 1 1 1 1\n\u001bx 2 2 2 2\ntwice 2 2 2 2\na 3 3 3 3", "file")
                        .remarks(INSTANCES))
                .containsExactly(
                        "file:1: the load of \"a\" does not count: no instance has this name",
                        "file:3: the load of \"\\u001bx\" does not count: no instance has this name",
                        "file:4: the load of \"twice\" does not count: several instances have this name");
    }

    @Test
    void loadThatIsNotFiniteIsNamed() {
        assertThat(UtilisationFile.read("a.x 1 1 Infinity 1\nb 1 1 1 NaN\na.x 1e308 1e308 0 0", "file")
                        .remarks(INSTANCES))
                .first()
                .isEqualTo("file:1: the load of \"a.x\" is not finite: the score has no value");
    }

    @Test
    void aFileWithoutLoadIsNamed() {
        assertThat(UtilisationFile.read("", "file").remarks(INSTANCES)).containsExactly("file: there is no load in it");
    }

    @Test
    void manyNamesAreCounted() {
        String lines =
                IntStream.range(0, 10_000).mapToObj(i -> "x" + i + " 1 1 1 1\n").collect(Collectors.joining());
        assertThat(UtilisationFile.read(lines, "file").remarks(INSTANCES))
                .hasSize(6)
                .last()
                .isEqualTo("… and 9995 more loads that do not count");
    }
}
