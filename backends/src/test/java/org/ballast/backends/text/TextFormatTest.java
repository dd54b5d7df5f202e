package org.ballast.backends.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ballast.backends.input.BackendException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden files. What Ganeti writes after it read {@code accepted/NAME.data} is in {@code NAME.written}; what it
 * refuses is in {@code refused/NAME.data}, with our words on it in {@code NAME.message}.
 */
class TextFormatTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/ballast/backends/text");
    private static final Path ACCEPTED = FOLDER.resolve("accepted");
    private static final Path REFUSED = FOLDER.resolve("refused");

    static Set<String> accepted() throws IOException {
        return names(ACCEPTED, ".data");
    }

    static Set<String> refused() throws IOException {
        return names(REFUSED, ".data");
    }

    @ParameterizedTest
    @MethodSource
    void accepted(String name) throws IOException {
        String written = Files.readString(ACCEPTED.resolve(name + ".written"), UTF_8);

        assertThat(TextWriter.write(TextReader.read(ACCEPTED.resolve(name + ".data"))))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource
    void refused(String name) throws IOException {
        Path file = REFUSED.resolve(name + ".data");

        BackendException refusal = catchThrowableOfType(BackendException.class, () -> TextReader.read(file));

        String message = refusal.getMessage().replace(REFUSED + "/", "") + "\n";
        assertThat(message).isEqualTo(Files.readString(REFUSED.resolve(name + ".message"), UTF_8));
    }

    @Test
    void everyInputHasItsExpectation() throws IOException {
        assertThat(names(ACCEPTED, ".written")).isEqualTo(accepted());
        assertThat(names(REFUSED, ".message")).isEqualTo(refused());
    }

    private static Set<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(toCollection(TreeSet::new));
        }
    }
}
