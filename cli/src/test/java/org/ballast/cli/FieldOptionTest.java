package org.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.input.BackendException;
import org.ballast.cli.getopt.Declaration;
import org.ballast.cli.getopt.Values;
import org.ballast.cli.options.GanetiOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

class FieldOptionTest {
    private final Sample sample = new Sample();
    private List<FieldOption> options = List.of();

    @Command(name = "sample")
    private static final class Sample {
        @Option(
                names = {"-v", "--verbose"},
                description = "Say more.")
        @GanetiOption(kind = "none", lines = "example 7, sample 2")
        private boolean[] verbose = {};

        @Mixin
        private final Part part = new Part();

        @Option(names = "--all")
        @GanetiOption(kind = "none", lines = "sampler 3")
        private boolean all;
    }

    private static final class Part {
        @Option(
                names = {"-O", "--offline"},
                paramLabel = "NODE",
                description = {"Take as", "offline."})
        private List<String> offline = new ArrayList<>(List.of());

        @Option(
                names = "--mond",
                arity = "0..1",
                fallbackValue = "yes",
                paramLabel = "CHOICE",
                converter = Choice.class)
        private Optional<Boolean> mond = Optional.empty();

        @Option(names = "--length", paramLabel = "N", converter = Length.class)
        private long length = -1;
    }

    private static final class Choice implements ITypeConverter<Boolean> {
        @Override
        public Boolean convert(String text) {
            return Values.yesNo(text);
        }
    }

    private static final class Length implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (text.isEmpty()) {
                throw new TypeConversionException("no number");
            }
            return Long.parseLong(text);
        }
    }

    @BeforeEach
    void declare() {
        options = FieldOption.of(CommandSpec.forAnnotatedObject(sample));
    }

    private FieldOption option(String name) {
        return options.stream()
                .filter(each -> each.declaration().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void annotationsBecomeDeclarations() {
        assertThat(options.stream().map(FieldOption::declaration))
                .containsExactly(
                        Declaration.flag("-v,--verbose", "Say more.").inGaneti("none", 2),
                        Declaration.with("NODE", "-O,--offline", "Take as offline."),
                        Declaration.maybeWith("CHOICE", "yes", "--mond", ""),
                        Declaration.with("N", "--length", ""),
                        Declaration.flag("--all", ""));
    }

    @Test
    void valuesAreStoredInTheFields() {
        option("--verbose").take("");
        option("--verbose").take("");
        option("--all").take("");
        option("--offline").take("a");
        option("--offline").take("--mond=no");
        option("--mond").take("yes");
        option("--length").take("3");
        option("--length").take("4");

        assertThat(sample.verbose).containsExactly(true, true);
        assertThat(sample.all).isTrue();
        assertThat(sample.part.offline).containsExactly("a", "--mond=no");
        assertThat(sample.part.mond).contains(true);
        assertThat(sample.part.length).isEqualTo(4);
    }

    @Test
    void fieldsOfOptionsNotGivenAreUnchanged() {
        assertThat(sample.verbose).isEmpty();
        assertThat(sample.part.mond).isEmpty();
        assertThat(sample.part.length).isEqualTo(-1);
    }

    @Test
    void badValuesAreRefused() {
        assertThatThrownBy(() -> option("--mond").take("maybe"))
                .isInstanceOf(BackendException.class)
                .hasMessage("Invalid choice 'maybe', pass one of 'yes' or 'no'");
        assertThatThrownBy(() -> option("--length").take(""))
                .isInstanceOf(BackendException.class)
                .hasMessage("no number");
    }

    @Test
    void unexpectedExceptionsOfConvertersAreThrown() {
        assertThatThrownBy(() -> option("--length").take("x")).isInstanceOf(NumberFormatException.class);
    }
}
