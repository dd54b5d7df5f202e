package org.ballast.hspace.forecast;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ballast.backends.input.BackendException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenHistoryTest {
    private static final String HEADER = "date,scope,resource,unit,total,used\n";
    private static final String GOOD = "2026-01-01,cluster,memory,MiB,100,10\n";
    private static final String KNOWN =
            "known are date,scope,name,group,resource,unit,total,used,reserved,free,after_standard,after_tiered";
    private static final String NO_DATE = ":2: date: expected an ISO date such as 2026-01-31, or a date-time, found ";

    @TempDir
    private Path folder;

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("", ": expected a header and rows below, found nothing"),
                arguments("\n\n", ": expected a header and rows below, found nothing"),
                arguments(HEADER, ": expected rows with what the cluster used below the header, found none"),
                arguments("date,file\n", ": expected rows with what the cluster used below the header, found none"),
                arguments(
                        HEADER + "2026-01-01,node,memory,MiB,100,10\n",
                        ": expected rows with what the cluster used below the header, found none"),
                arguments("nonsense\n", ":1: unknown column \"nonsense\", " + KNOWN),
                arguments("date,scope,resource,unit,total,used,colour\n", ":1: unknown column \"colour\", " + KNOWN),
                arguments("date;scope;resource\n", ":1: unknown column \"date;scope;resource\", " + KNOWN),
                arguments("date,scope,resource,unit,total\n", ":1: column \"used\" is missing"),
                arguments("date,scope,resource,unit,total,used,used\n", ":1: column \"used\" is there twice"),
                arguments("file\n", ":1: column \"date\" is missing"),
                arguments("date,file,used\n", ":1: unknown column \"used\", known are date,file"),
                arguments(HEADER + "2026-01-01,cluster\n", ":2: expected 6 fields as in the header, found 2"),
                arguments(
                        HEADER + GOOD + "2026-01-01,cluster,memory,MiB,100,10,\n",
                        ":3: expected 6 fields as in the header, found 7"),
                arguments(HEADER + row("yesterday", "memory", "MiB", "1", "1"), NO_DATE + "\"yesterday\""),
                arguments(HEADER + row("2026-02-30", "memory", "MiB", "1", "1"), NO_DATE + "\"2026-02-30\""),
                arguments(HEADER + row("", "memory", "MiB", "1", "1"), NO_DATE + "\"\""),
                arguments(HEADER + row("01/02/2026", "memory", "MiB", "1", "1"), NO_DATE + "\"01/02/2026\""),
                arguments(HEADER + row("0000-01-01", "memory", "MiB", "1", "1"), NO_DATE + "\"0000-01-01\""),
                arguments(HEADER + row("+99999-01-01", "memory", "MiB", "1", "1"), NO_DATE + "\"+99999-01-01\""),
                arguments(
                        HEADER + row("2026-01-01T25:00", "memory", "MiB", "1", "1"), NO_DATE + "\"2026-01-01T25:00\""),
                arguments(
                        HEADER + "2026-01-01,galaxy,memory,MiB,1,1\n",
                        ":2: scope: expected one of cluster, group, node, found \"galaxy\""),
                arguments(
                        HEADER + row("2026-01-01", "love", "MiB", "1", "1"),
                        ":2: resource: expected one of memory, disk, vcpus, spindles, instances, found \"love\""),
                arguments(
                        HEADER + row("2026-01-01", "disk", "GiB", "1", "1"),
                        ":2: unit: expected MiB for disk, found \"GiB\""),
                arguments(HEADER + amount("-5"), noAmount("-5")),
                arguments(HEADER + amount("NaN"), noAmount("NaN")),
                arguments(HEADER + amount("Infinity"), noAmount("Infinity")),
                arguments(HEADER + amount("1e999"), noAmount("1e999")),
                arguments(HEADER + amount("1.1e18"), noAmount("1.1e18")),
                arguments(HEADER + amount("12 "), noAmount("12 ")),
                arguments(HEADER + amount("0x10"), noAmount("0x10")),
                arguments(HEADER + amount("\"1,5\""), noAmount("1,5")),
                arguments(HEADER + amount(""), noAmount("")),
                arguments(
                        HEADER + row("2026-01-01", "disk", "MiB", "much", "1"),
                        ":2: total: expected a number from 0 to 1e18, found \"much\""),
                arguments(
                        HEADER + "2026-01-01,cluster,me\"mo\"ry,MiB,1,1\n",
                        ":2: expected no quote within a field without quotes around, found \"me\"mo\"ry\""),
                arguments(
                        HEADER + "\"2026-01-01\"x,cluster,memory,MiB,1,1\n",
                        ":2: expected a comma after a field in quotes, found \"x,cluster,memory,MiB,1,1\""),
                arguments(
                        HEADER + GOOD + "\"2026-01-01,cluster,memory,MiB,1,1\n" + GOOD,
                        ":3: expected a quote at the end of a field, found none behind "
                                + "\"\"2026-01-01,cluster,memory,MiB,1,1\\u000a2026-01-01,cluster,memory…\""),
                arguments(
                        HEADER + "2026-01-01,\"clus\nter\",memory,MiB,1,1\n",
                        ":2: scope: expected one of cluster, group, node, found \"clus\\u000ater\""),
                arguments("date,file\n2026-01-01,\n", ":2: file: expected a path, found \"\""),
                arguments("date,file\nsoon,cluster.data\n", NO_DATE + "\"soon\""));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenHistoriesEndInOneLine(String text, String message) {
        Path file = write("history.csv", text);

        assertThatThrownBy(() -> History.read(file))
                .isInstanceOf(BackendException.class)
                .hasMessage(file + message);
    }

    @Test
    void messagesAboutNamedFilesNameTheRow() {
        Path file = write("history.csv", "date,file\n2026-01-01,missing.data\n");

        assertThatThrownBy(() -> History.read(file))
                .isInstanceOf(BackendException.class)
                .hasMessage(file + ":2: file: " + folder.resolve("missing.data") + ": does not exist");
    }

    @Test
    void namedFilesMustBeClusters() {
        write("a.data", "group|uuid\n");
        Path file = write("history.csv", "date,file\n2026-01-01,a.data\n");

        assertThatThrownBy(() -> History.read(file))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith(file + ":2: file: " + folder.resolve("a.data") + ":1: group: expected");
    }

    @Test
    void clustersWithoutSizeAreRefused() {
        write("a.data", "g|u|preferred|\n\nn|NaN|0|0|1|0|1|N|u\n\n\n");
        Path file = write("history.csv", "date,file\n2026-01-01,a.data\n");

        assertThatThrownBy(() -> History.read(file))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith(file + ":2: file: expected at most 1e18 MiB of memory in all nodes, found ");
    }

    @Test
    void missingFilesAreReported() {
        Path file = folder.resolve("nothing.csv");

        assertThatThrownBy(() -> History.read(file)).hasMessage(file + ": does not exist");
        assertThatThrownBy(() -> History.read(folder)).hasMessage(folder + ": is a directory");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = Files.write(folder.resolve("history.csv"), (HEADER + "é").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> History.read(file)).hasMessage(file + ":2: expected text in UTF-8, found other bytes");
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String row(String date, String resource, String unit, String total, String used) {
        return String.join(",", date, "cluster", resource, unit, total, used) + "\n";
    }

    private static String amount(String used) {
        return row("2026-01-01", "memory", "MiB", "100", used);
    }

    private static String noAmount(String found) {
        return ":2: used: expected a number from 0 to 1e18, found \"" + found + "\"";
    }
}
