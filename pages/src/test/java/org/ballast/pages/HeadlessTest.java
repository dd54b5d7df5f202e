package org.ballast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are made on servers, which have neither a display nor fonts. */
class HeadlessTest {
    @TempDir
    Path directory;

    /** In a process that has no graphics at all, and orders hashes in its own way. */
    @Test
    void makesTheSamePageWithoutGraphics() throws IOException, InterruptedException {
        Path page = directory.resolve("page.html");
        Path messages = directory.resolve("messages");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base,java.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        page.toString())
                .redirectErrorStream(true)
                .redirectOutput(messages.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(messages)).isZero();
        assertThat(messages).isEmptyFile();
        assertThat(Files.readString(page)).isEqualTo(HtmlPage.of(ExamplePage.of(20)));
    }

    /** What the other process runs. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            Files.writeString(Path.of(arguments[0]), HtmlPage.of(ExamplePage.of(20)), StandardCharsets.UTF_8);
        }
    }
}
