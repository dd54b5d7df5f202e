package org.ballast.hail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that start hail, in a folder that looks built, with a Java that only tells what it was asked for. */
class StartScriptTest {
    private static final Path SCRIPTS = Path.of("../bin");
    private static final String NO_PROGRAMS = "PATH=/nonexistent";
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    /** Makes the start-up cache that it is asked for, notes each call, and prints its last call's arguments. */
    private static final String JAVA = """
            #!/bin/sh
            for argument do
                case $argument in -XX:AOTCacheOutput=*) echo cache >"${argument#*=}" ;; esac
            done
            echo "$@" >>"${0%/*}/../calls"
            echo "$@"
            """;

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path jdk = Path.of("");
    private Path library = Path.of("");

    @BeforeEach
    void lookBuilt() throws IOException {
        home = Files.createDirectories(folder.resolve("a place/ballast"));
        Files.createDirectory(home.resolve("bin"));
        for (String name : new String[] {"hail", ".launch", ".Modernise.java"}) {
            Files.copy(SCRIPTS.resolve(name), home.resolve("bin").resolve(name));
        }
        library = Files.createDirectories(home.resolve("target/ballast/lib"));
        for (String tool : new String[] {"hbal", "hail", "hspace", "family"}) {
            Files.createFile(library.resolve("ballast-" + tool + ".jar"));
        }
        Files.createFile(library.resolve("other.jar"));
        jdk = Files.createDirectories(folder.resolve("jdk"));
        Files.createDirectory(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.createFile(
                jdk.resolve("bin/java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(jdk.resolve("bin/java"), JAVA);
        for (Path old : List.of(jdk.resolve("bin/java"), library.resolve("other.jar"))) {
            setAge(old, HOUR);
        }
    }

    /** Dates a file clearly apart from those just written: a file system's clock ticks in milliseconds. */
    private static void setAge(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    private String run(Path script, String... environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "request", "--explain")
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        for (String variable : environment) {
            builder.environment()
                    .put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    private String firstRun() throws IOException, InterruptedException {
        return run(script(), "JAVA_HOME=" + jdk);
    }

    private Path script() {
        return home.resolve("bin/hail");
    }

    private Path cache() {
        return home.resolve("target/ballast/hail.aot");
    }

    private List<String> calls() throws IOException {
        List<String> calls = new ArrayList<>(Files.readAllLines(jdk.resolve("calls")));
        Files.delete(jdk.resolve("calls"));
        return calls;
    }

    @Test
    void theFirstRunMakesACache() throws IOException, InterruptedException {
        assertThat(firstRun())
                .contains("-XX:AOTCache=" + cache())
                .endsWith("-cp " + library.resolve("ballast-hail.jar") + " org.ballast.hail.Hail request --explain");
        assertThat(calls())
                .hasSize(3)
                .satisfies(calls -> assertThat(calls.get(0)).contains(".Modernise.java"))
                .satisfies(calls -> assertThat(calls.get(1)).contains("org.ballast.hail.Rehearsal"));
    }

    @Test
    void otherRunsGoStraightToJava() throws IOException, InterruptedException {
        firstRun();
        calls();
        // The Java found before counts, and no other program is needed.
        assertThat(run(script(), NO_PROGRAMS)).contains("-XX:AOTCache=" + cache());
        assertThat(calls()).hasSize(1);
    }

    @Test
    void gitIsOnlyAskedAfterACheckout() throws IOException, InterruptedException {
        git("init", "-q");
        Files.createFile(home.resolve("pom.xml"));
        git("add", "pom.xml");
        commit("the sources");
        setAge(home.resolve(".git/logs/HEAD"), HOUR);
        setAge(library.resolve("other.jar"), MINUTE);
        firstRun();
        calls();
        assertThat(run(script(), NO_PROGRAMS)).contains("-XX:AOTCache=" + cache());
        assertThat(calls()).hasSize(1);

        String before = notedCommit();
        commit("something else");
        run(script());
        assertThat(notedCommit()).isNotEqualTo(before);
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-q", "--allow-empty", "-m", message);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /** Returns the commit that the launcher has noted. */
    private String notedCommit() throws IOException {
        return Files.readAllLines(home.resolve("target/ballast/launch")).get(2);
    }

    @Test
    void aNewerJarMakesTheCacheVoid() throws IOException, InterruptedException {
        firstRun();
        calls();
        setAge(library.resolve("other.jar"), -MINUTE);
        assertThat(run(script(), "BALLAST_BUILD=never")).doesNotContain("AOTCache");
        assertThat(calls()).hasSize(1);

        setAge(cache(), HOUR);
        setAge(library.resolve(".modern"), HOUR);
        setAge(library.resolve("other.jar"), MINUTE);
        assertThat(run(script())).contains("-XX:AOTCache=" + cache());
        assertThat(calls()).hasSize(3);
    }

    @Test
    void anotherJavaGetsAnotherCache() throws IOException, InterruptedException {
        firstRun();
        Path other = folder.resolve("other");
        Files.createDirectories(other.resolve("bin"));
        for (String name : new String[] {"release", "bin/java"}) {
            Files.copy(jdk.resolve(name), other.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        run(script(), "JAVA_HOME=" + other);
        assertThat(Files.readAllLines(other.resolve("calls"))).anyMatch(call -> call.contains("AOTCacheOutput"));
    }

    @Test
    void withoutACacheItWorks() throws IOException, InterruptedException {
        assertThat(run(script(), "BALLAST_BUILD=never", "JAVA_HOME=" + jdk))
                .doesNotContain("AOTCache")
                .endsWith("org.ballast.hail.Hail request --explain");
    }

    @Test
    void linksLeadHome() throws IOException, InterruptedException {
        firstRun();
        Path allocators = Files.createDirectories(folder.resolve("iallocators"));
        Path relative = Files.createSymbolicLink(allocators.resolve("relative"), allocators.relativize(script()));
        Path absolute = Files.createSymbolicLink(allocators.resolve("hail"), relative.toAbsolutePath());
        assertThat(run(relative)).endsWith("org.ballast.hail.Hail request --explain");
        assertThat(run(absolute)).endsWith("org.ballast.hail.Hail request --explain");
    }

    @Test
    void moreOptionsReachJava() throws IOException, InterruptedException {
        firstRun();
        assertThat(run(script(), "BALLAST_JAVA_OPTIONS=-Xmx1g -Xint")).contains(" -Xmx1g -Xint -cp ");
    }
}
