package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Source files stay small enough to be read in one sitting. */
class SourceFilesTest {
    private static final int MOST_LINES = 500;

    @Test
    void noSourceFileIsTooLong() throws IOException {
        List<Path> sources = sources();
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources) {
            int lines = Files.readAllLines(source).size();
            if (lines > MOST_LINES) {
                tooLong.add(source + " has " + lines + " lines");
            }
        }
        assertThat(sources).as("source files found").hasSizeGreaterThan(50);
        assertThat(tooLong).as("files of more than " + MOST_LINES + " lines").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Project.root())) {
            for (Path folder : modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
