package org.ballast.checks.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CompoundElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.ballast.checks.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code mvn package} has put together for {@code bin/}, and what a real Java says where it cannot start: nothing of it
 * reaches the standard output, or a file in the caller's folder. Skipped where nothing is packed.
 */
class InstalledBuildTest {
    private static final Path BALLAST = Project.root().resolve("target/ballast");
    private static final String REQUEST =
            Project.root().resolve("examples/allocate.json").toString();

    @TempDir
    private Path folder;

    private Path build = Path.of("");

    @BeforeEach
    void findBuild() throws IOException {
        assumeTrue(Files.exists(BALLAST.resolve("current")), "nothing is packed: run mvn package");
        build = BALLAST.resolve(Files.readString(BALLAST.resolve("current")).strip());
    }

    private Called hail(Path home, String... environment) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "PATH", "/usr/bin:/bin", "JAVA_HOME", System.getProperty("java.home"), "BALLAST_BUILD", "never"));
        for (String variable : environment) {
            int end = variable.indexOf('=');
            variables.put(variable.substring(0, end), variable.substring(end + 1));
        }
        return Called.call(folder, variables, List.of(home.resolve("bin/hail").toString(), REQUEST));
    }

    private static void assertAnswers(Called called) {
        assertThat(called.exit()).as(called.err()).isZero();
        assertThat(called.out()).startsWith("{\"success\":true,").hasLineCount(1);
        assertThat(called.err()).isEmpty();
    }

    private void assertRefuses(Called called, String... words) throws IOException {
        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).isEmpty();
        assertThat(called.complaints())
                .singleElement()
                .asString()
                .startsWith("hail: ")
                .contains(words);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("files in the caller's folder").isEmpty();
        }
    }

    @Test
    void whatRunsIsWhatIsTested() throws IOException {
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            Path tested = Path.of(entry);
            String name = tested.getFileName().toString();
            // A command's own jar is installed without its version.
            for (String installed : List.of(name, name.replaceFirst("-[0-9][^-]*(-SNAPSHOT)?[.]jar$", ".jar"))) {
                Path runs = build.resolve("lib").resolve(installed);
                if (name.startsWith("ballast-") && name.endsWith(".jar") && Files.exists(runs)) {
                    assertThat(runs).hasSameBinaryContentAs(tested);
                }
            }
        }
    }

    @Test
    void everyCommandHasItsCache() throws IOException {
        for (String command : Project.commandNames()) {
            assertThat(Files.size(build.resolve(command + ".aot"))).as(command).isGreaterThan(1 << 20);
        }
    }

    @Test
    void classesStartFast() throws IOException {
        try (Stream<Path> jars = Files.list(build.resolve("lib"))) {
            for (Path jar : jars.filter(file -> file.getFileName().toString().startsWith("ballast-"))
                    .toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    for (JarEntry entry : file.stream().toList()) {
                        if (entry.getName().endsWith(".class")) {
                            ClassModel type = ClassFile.of()
                                    .parse(file.getInputStream(entry).readAllBytes());
                            assertThat(type.majorVersion())
                                    .as(entry.getName())
                                    .isGreaterThanOrEqualTo(ClassFile.JAVA_6_VERSION);
                            assertThat(type.methods())
                                    .as(entry.getName())
                                    .noneMatch(InstalledBuildTest::switchesOverTypes);
                        }
                    }
                }
            }
        }
    }

    private static boolean switchesOverTypes(MethodModel method) {
        return method.code().stream()
                .flatMap(CompoundElement::elementStream)
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod().methodName().equals("typeSwitch")
                        && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance));
    }

    @Test
    void aCommandAnswers() {
        assertAnswers(hail(Project.root()));
    }

    /** Makes a home of its own, with the same jars and a cache of hail's that can be broken. */
    private Path ownHome() throws IOException {
        Path home = Files.createTempDirectory("ballast");
        PretendedInstall.copy(Project.root().resolve("bin"), home.resolve("bin"));
        Path copy = Files.createDirectories(home.resolve("target/ballast/1"));
        PretendedInstall.copy(build.resolve("lib"), copy.resolve("lib"));
        for (String name : List.of("hail.aot", "complete", "looked")) {
            Files.copy(build.resolve(name), copy.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(home.resolve("target/ballast/current"), "1\n");
        return home;
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "garbage", "another's", "empty", "damaged"})
    void aBrokenCacheIsIgnored(String how) throws IOException {
        Path home = ownHome();
        Path cache = home.resolve("target/ballast/1/hail.aot");
        FileTime date = Files.getLastModifiedTime(cache);
        byte[] bytes = Files.readAllBytes(cache);
        Files.write(
                cache,
                switch (how) {
                    case "short" -> Arrays.copyOf(bytes, bytes.length / 2);
                    case "garbage" -> "garbage\n".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
                    case "another's" -> Files.readAllBytes(build.resolve("hbal.aot"));
                    case "empty" -> new byte[0];
                    case "damaged" -> damaged(bytes);
                    default -> throw new IllegalArgumentException(how);
                });
        if (!how.equals("damaged")) {
            // As if it had always been so.
            Files.setLastModifiedTime(cache, date);
        }
        assertAnswers(hail(home));
    }

    private static byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int k = 1 << 13; k < damaged.length; k += 1 << 10) {
            damaged[k] ^= 1;
        }
        return damaged;
    }

    @Test
    void anUnknownOptionIsRefused() throws IOException {
        assertRefuses(
                hail(Project.root(), "BALLAST_JAVA_OPTIONS=-XX:+Foo"),
                "Unrecognized VM option 'Foo'",
                "BALLAST_JAVA_OPTIONS");
        assertRefuses(hail(Project.root(), "BALLAST_JAVA_OPTIONS=-Xmx1"), "BALLAST_JAVA_OPTIONS");
        assertRefuses(hail(Project.root(), "JAVA_TOOL_OPTIONS=-XX:+UseG1GC"), "JAVA_TOOL_OPTIONS");
    }

    @Test
    void anotherCollectorOrHeapMayBeChosen() {
        assertAnswers(hail(Project.root(), "BALLAST_JAVA_OPTIONS=-XX:+UseParallelGC -Xmx20m"));
    }

    @Test
    void littleMemoryForTheProcessIsNamed() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "ulimit -v 1000000; exec \"$0\" \"$1\"",
                Project.root().resolve("bin/hail").toString(),
                REQUEST));
        Map<String, String> environment =
                Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", System.getProperty("java.home"), "BALLAST_BUILD", "never");
        assertRefuses(Called.call(folder, environment, command), "1000000 KiB", "ulimit -v");
    }

    @Test
    void aFullHeapNamesTheOptionToSet() throws IOException {
        Path cluster = Files.createTempFile("large", ".data");
        StringBuilder text = new StringBuilder("default|00000000-0000-0000-0000-000000000000|preferred||\n\n");
        for (int node = 0; node < 20_000; node++) {
            text.append("node")
                    .append(node)
                    .append("|65536|1024|64512|2000000|2000000|32|N|00000000-0000-0000-0000-000000000000|1\n");
        }
        text.append("\n\n\n");
        Files.writeString(cluster, text);
        Called called = Called.call(
                folder,
                Map.of(
                        "PATH", "/usr/bin:/bin",
                        "JAVA_HOME", System.getProperty("java.home"),
                        "BALLAST_BUILD", "never",
                        "BALLAST_JAVA_OPTIONS", "-Xmx10m"),
                List.of(Project.root().resolve("bin/hinfo").toString(), "-t", cluster.toString()));
        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).doesNotContain("OutOfMemory", "Error");
        assertThat(called.complaints())
                .singleElement()
                .asString()
                .contains("out of memory", "BALLAST_JAVA_OPTIONS=-Xmx");
    }
}
