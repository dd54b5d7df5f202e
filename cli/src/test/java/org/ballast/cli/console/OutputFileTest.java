package org.ballast.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputFileTest {
    @TempDir
    private Path folder;

    private void write(String name, String text) {
        PrintStream stream = new PrintStream(new ByteArrayOutputStream());
        new OutputFile(new Console(stream, stream, folder), "tool", name).write(text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aNewFileHoldsTheText() throws IOException {
        write("new", "ä text\n");

        assertThat(Files.readAllBytes(folder.resolve("new"))).isEqualTo("ä text\n".getBytes(UTF_8));
        assertThat(names()).containsExactly("new");
    }

    @Test
    void anOldVersionIsReplacedWithoutBeingTouched() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a longer old text\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Object old = Files.getAttribute(file, "unix:ino");

        write("file", "new\n");

        assertThat(file).hasContent("new\n");
        assertThat(Files.getAttribute(file, "unix:ino")).isNotEqualTo(old);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aNewFileHasTheUsualPermissions() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        write("new", "x");
        assertThat(Files.getPosixFilePermissions(folder.resolve("new")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void linksStayAndTheirTargetsAreWritten() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/real"), "old");
        Files.createSymbolicLink(folder.resolve("sub/link"), Path.of("real"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("sub/link"));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("sub/made"));

        write("link", "through two");
        write("dangling", "made");

        assertThat(folder.resolve("link")).isSymbolicLink();
        assertThat(folder.resolve("sub/link")).isSymbolicLink();
        assertThat(folder.resolve("sub/real")).hasContent("through two");
        assertThat(folder.resolve("dangling")).isSymbolicLink();
        assertThat(folder.resolve("sub/made")).hasContent("made");
    }

    @Test
    void aLinkInACircleIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertThatThrownBy(() -> write("circle", "x"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("tool: circle: openFile: cannot be opened (");
    }

    @Test
    void aFullDiskIsNamedAsWhatItIs() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertThatThrownBy(() -> write("/dev/full", "x"))
                .isInstanceOf(Failure.class)
                .hasMessage("tool: /dev/full: write: resource exhausted (No space left on device)");
    }

    @Test
    void aPipeIsWrittenThrough() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> content(pipe));

        write("pipe", "through\n");

        assertThat(read.join()).isEqualTo("through\n");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            missing/file     => tool: missing/file: openFile: does not exist (No such file or directory)
            ''               => tool: : openFile: does not exist (No such file or directory)
            folder           => tool: folder: openFile: inappropriate type (Is a directory)
            file/below       => tool: file/below: openFile: inappropriate type (Not a directory)
            """)
    void whatCannotBeOpenedIsNamed(String name, String message) throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(folder.resolve("file"), "old");

        assertThatThrownBy(() -> write(name, "x")).isInstanceOf(Failure.class).hasMessage(message);

        assertThat(folder.resolve("file")).hasContent("old");
        assertThat(names()).containsExactly("file", "folder");
    }

    @Test
    void aNameMayBeAsLongAsNamesCanBe() throws IOException {
        String name = "x".repeat(255);
        write(name, "text");
        assertThat(names()).containsExactly(name);
        assertThatThrownBy(() -> write(name + "x", "text"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("File name too long");
        assertThat(names()).containsExactly(name);
    }
}
