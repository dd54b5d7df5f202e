package org.ballast.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledCommandTest {
    @TempDir
    private Path folder;

    private List<InstalledCommand> read(String table) throws IOException {
        return InstalledCommand.read(Files.writeString(folder.resolve("commands"), table));
    }

    @Test
    void aLineIsACommandWithTheOptionsOfAll() throws IOException {
        assertThat(read("# name\n*  - - -XX:+A -XX:+B\n\nx  x.jar  org.X\ny y.jar org.Y [--op|--mo] -Xms1m\n"))
                .containsExactly(
                        new InstalledCommand("x", "x.jar", "org.X", List.of("-XX:+A", "-XX:+B")),
                        new InstalledCommand("y", "y.jar", "org.Y", List.of("-XX:+A", "-XX:+B", "-Xms1m")));
    }

    @Test
    void aLineThatLacksAColumnIsNamed() {
        assertThatThrownBy(() -> read("x x.jar\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a name, a jar and a class")
                .hasMessageEndingWith("x x.jar");
    }
}
