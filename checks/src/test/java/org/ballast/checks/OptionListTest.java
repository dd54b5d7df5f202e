package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.GanetiTools;
import org.ballast.testkit.OptionTable.Row;
import org.ballast.testkit.OptionTable.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each tool declares Ganeti's options as they are, and reads the values of all that it declares. */
class OptionListTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** As in Ganeti's {@code --help}: perhaps a letter and its value, a long name, perhaps its value. */
    private static final Pattern IN_GANETIS_HELP =
            Pattern.compile("^ {2,20}(?:-([^-]).*? +)?--([a-z-]+)(?:\\[=(.*?)\\]|=(\\S+))?(?: |$)", Pattern.MULTILINE);

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "x",
            "0",
            "1",
            "-1",
            "0.5",
            "1.",
            "1e400",
            "NaN",
            "99999999999999999999",
            "yes",
            "true",
            "json",
            "/",
            "a=b",
            "=",
            "--",
            "add=1",
            "\u0000",
            "\u00e9");

    static List<String> tools() {
        return OurTool.names();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void shellsAreToldGanetisOptionsInItsOrderAndThenOurs(String tool) {
        assertThat(ours(tool, "--help-completion").out())
                .startsWith(ganetis(tool, "--help-completion").out());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void valueNamesAreThoseOfGanetisHelp(String tool) {
        List<Row> rows =
                ToolOptions.described(IN_GANETIS_HELP, ganetis(tool, "--help").out());
        assertThat(ToolOptions.of(tool).ganetis().rows()).isNotEmpty().containsExactlyInAnyOrderElementsOf(rows);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void noNameStandsForTwoOptions(String tool) {
        List<String> names = new ArrayList<>();
        all(tool).forEach(row -> {
            names.add("--" + row.name());
            if (!row.letter().isEmpty()) {
                names.add("-" + row.letter());
            }
        });
        assertThat(names).doesNotHaveDuplicates();
    }

    /** Nothing else happens: a command line that asks for help is read, and then help is given. */
    @ParameterizedTest
    @MethodSource("tools")
    void eachValueIsReadOrRefused(String tool) {
        all(tool)
                .filter(row -> row.value() != Value.NONE)
                .flatMap(row -> VALUES.stream().map(value -> "--" + row.name() + "=" + value))
                .forEach(word -> {
                    CallOutcome.Finished outcome = ours(tool, word, "--help");
                    if (outcome.exitCode() == 0) {
                        assertThat(outcome.out()).contains("Usage: " + tool);
                    } else {
                        assertThat(outcome.exitCode()).as(word).isEqualTo(1);
                        assertThat(outcome.err()).as(word).startsWith("Error while parsing command line arguments:\n");
                    }
                });
    }

    /** A flag has nothing to read, but must be there to be set. */
    @ParameterizedTest
    @MethodSource("tools")
    void eachFlagIsAccepted(String tool) {
        all(tool)
                .filter(row -> row.value() != Value.REQUIRED)
                .forEach(row -> assertThat(ours(tool, "--" + row.name(), "--" + row.name(), "--help")
                                .exitCode())
                        .as(row.name())
                        .isZero());
    }

    private static Stream<Row> all(String tool) {
        ToolOptions options = ToolOptions.of(tool);
        return Stream.concat(options.ganetis().rows().stream(), options.own().rows().stream());
    }

    private static CallOutcome.Finished ours(String tool, String... arguments) {
        return OurTool.run(new CommandLine(tool, List.of(arguments), new TreeMap<>()));
    }

    private static CallOutcome.Finished ganetis(String tool, String question) {
        return (CallOutcome.Finished)
                GanetiTools.required().run(new CommandLine(tool, List.of(question), new TreeMap<>()), LIMIT);
    }
}
