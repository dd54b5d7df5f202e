package org.ballast.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallTest {
    @TempDir
    private Path folder;

    private Path jars = Path.of("");
    private Path sources = Path.of("");
    private Path home = Path.of("");

    @BeforeEach
    void gatherJars() throws IOException {
        jars = Files.createDirectory(folder.resolve("lib"));
        sources = Files.createDirectory(folder.resolve("sources"));
        home = folder.resolve("target/ballast");
        Files.createDirectory(sources.resolve("examples"));
        // Java does not start so, which saves the time of a real training.
        Files.writeString(
                Files.createDirectory(sources.resolve("bin")).resolve("commands"),
                "x ballast-x.jar org.X -XX:+NoSuchOption\n");
        jar("ballast-install.jar", "");
        jar("ballast-x-1.0.jar", "library.jar");
        jar("library.jar", "");
        jar("left-over.jar", "");
    }

    private void jar(String name, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (OutputStream file = Files.newOutputStream(jars.resolve(name));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
    }

    private List<String> files(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }

    @Test
    void aBuildHoldsWhatItsCommandsNeedAndItsMark() throws IOException, InterruptedException {
        Install.install(new Library(jars, "1.0"), sources, home);
        assertThat(home.resolve("current")).hasContent("1");
        assertThat(files(home.resolve("1"))).containsExactly("complete", "lib", "looked", "x.aot");
        assertThat(files(home.resolve("1/lib"))).containsExactly("ballast-install.jar", "ballast-x.jar", "library.jar");
        assertThat(Files.readAllLines(home.resolve("1/complete")).getFirst())
                .isEqualTo(Path.of(System.getProperty("java.home"), "bin/java").toString());
        assertThat(home.resolve("1/x.aot"))
                .as("the cache of a command that does not start")
                .isEmptyFile();
    }

    @Test
    void theFormerBuildStaysUntilTheNextButOne() throws IOException, InterruptedException {
        Install.install(new Library(jars, "1.0"), sources, home);
        Install.install(new Library(jars, "1.0"), sources, home);
        assertThat(home.resolve("current")).hasContent("2");
        assertThat(home.resolve("1/lib/library.jar")).exists();
        assertThat(home.resolve("1/x.aot")).doesNotExist();
        Install.install(new Library(jars, "1.0"), sources, home);
        assertThat(home.resolve("current")).hasContent("3");
        assertThat(home.resolve("1")).doesNotExist();
        assertThat(home.resolve("2")).exists();
    }

    @Test
    void whatAKilledBuildLeftIsRemoved() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("7/lib"));
        Files.writeString(home.resolve("current.new"), "");
        Install.install(new Library(jars, "1.0"), sources, home);
        assertThat(home.resolve("current")).hasContent("8");
        assertThat(home.resolve("7")).doesNotExist();
    }

    @Test
    void aFailedBuildLeavesTheFormerOneAlone() throws IOException, InterruptedException {
        Install.install(new Library(jars, "1.0"), sources, home);
        Files.delete(jars.resolve("library.jar"));
        assertThatThrownBy(() -> Install.install(new Library(jars, "1.0"), sources, home))
                .isInstanceOf(IOException.class);
        assertThat(home.resolve("current")).hasContent("1");
        assertThat(home.resolve("1/complete")).exists();
        assertThat(home.resolve("2")).doesNotExist();
    }
}
