package org.ballast.checks.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ballast.checks.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher where something is built: it finds the build and the Java, and hands over. */
class WarmCallTest {
    private static final String NO_PROGRAMS = "PATH=/nonexistent";

    @TempDir
    private Path folder;

    private PretendedInstall install = new PretendedInstall(Path.of(""));
    private Path build = Path.of("");

    @BeforeEach
    void lookBuilt() throws IOException {
        install = PretendedInstall.in(folder);
        build = install.lookBuilt(3, "");
    }

    private static List<String> wordsOf(Called called) {
        return List.of(called.out().strip().split(" (?!place)"));
    }

    @Test
    void aWarmCallStartsNoOtherProgramThanJava() throws IOException {
        Called called = install.hail(NO_PROGRAMS);
        assertThat(called.err()).isEmpty();
        assertThat(wordsOf(called))
                .contains("-XX:AOTCache=" + build.resolve("hail.aot"), "-XX:+UseSerialGC", "-Xms32m")
                .endsWith(
                        "-cp",
                        build.resolve("lib/ballast-hail.jar").toString(),
                        "org.ballast.hail.Hail",
                        "request",
                        "--explain");
        assertThat(install.javaCalls()).hasSize(1);
    }

    @Test
    void theJavaThatBuiltIsUsedWithoutJavaHome() {
        assertThat(install.hail(NO_PROGRAMS, "JAVA_HOME=").out()).contains("AOTCache");
        assertThat(install.hail(NO_PROGRAMS, "JAVA_HOME=/nonexistent").out()).contains("AOTCache");
    }

    @Test
    void anotherJavaCanBeAskedFor() throws IOException {
        Path other = install.putJava("other");
        install.hail("JAVA_HOME=" + other);
        assertThat(other.resolve("calls")).exists();
        assertThat(install.javaCalls()).isEmpty();
    }

    @Test
    void everyCommandOfTheTableHasItsLink() throws IOException {
        for (String command : Project.commandNames()) {
            Called called = Called.call(
                    Path.of("/"),
                    install.environment("BALLAST_BUILD=never"),
                    List.of(install.script(command).toString()));
            assertThat(called.out()).as(command).contains("org.ballast.");
            assertThat(Files.readSymbolicLink(Project.root().resolve("bin").resolve(command)))
                    .isEqualTo(Path.of(".launch"));
        }
    }

    @Test
    void longSearchesAreCompiledToTheFull() {
        String quick = "-XX:TieredStopAtLevel=1";
        assertThat(hspace("--tiered").out()).contains(quick).contains("-XX:-AOTReplayTraining");
        assertThat(hspace("-t", "x", "--optimize=5").out())
                .doesNotContain(quick)
                .doesNotContain("ReplayTraining");
    }

    private Called hspace(String... arguments) {
        List<String> call = new ArrayList<>(List.of(install.script("hspace").toString()));
        call.addAll(List.of(arguments));
        return Called.call(Path.of("/"), install.environment("BALLAST_BUILD=never"), call);
    }

    @Test
    void linksLeadHome() throws IOException {
        Path allocators = Files.createDirectories(folder.resolve("iallocators"));
        Path relative = allocators.resolve("relative");
        Files.createSymbolicLink(relative, allocators.relativize(install.script("hail")));
        Path absolute = Files.createSymbolicLink(allocators.resolve("hail"), relative.toAbsolutePath());
        Path linkedHome = Files.createSymbolicLink(folder.resolve("linked"), install.home());
        for (List<String> call : List.of(
                List.of(relative.toString()),
                List.of(absolute.toString()),
                List.of("iallocators/hail"),
                List.of("sh", "iallocators/relative"),
                List.of(linkedHome.resolve("bin/hail").toString()))) {
            assertThat(Called.call(folder, install.environment(), call).out())
                    .as("%s", call)
                    .contains("org.ballast.hail.Hail");
        }
        assertThat(Called.call(install.home().resolve("bin"), install.environment(), List.of("sh", "hail"))
                        .out())
                .contains("org.ballast.hail.Hail");
    }

    @Test
    void aCopyInPlaceOfALinkSaysWhatToDo() throws IOException {
        Path copy = Files.copy(install.script("hail"), folder.resolve("hail"));
        Called called = Called.call(folder, install.environment(), List.of(copy.toString()));
        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.complaints()).singleElement().asString().contains("is a copy: put a symbolic link");
    }

    @Test
    void aMovedFolderRunsWhatIsInIt() throws IOException {
        Path moved = folder.resolve("moved");
        Files.move(install.home(), moved);
        Called called = Called.call(
                folder, install.environment(), List.of(moved.resolve("bin/hail").toString()));
        assertThat(called.out())
                .contains("-cp " + moved.resolve("target/ballast/3/lib"))
                .contains("-XX:AOTCache=" + moved);
        assertThat(called.out()).doesNotContain("a place");
    }

    @Test
    void aCacheThatWasWrittenIntoIsNotUsedAndMadeAnewOnce() throws IOException, InterruptedException {
        Called.write(build.resolve("hail.aot"), "something else");
        for (int call = 0; call < 2; call++) {
            Called called = install.hail();
            assertThat(called.out()).doesNotContain("AOTCache").contains("org.ballast.hail.Hail");
            assertThat(called.err()).isEmpty();
            for (int k = 0; k < 500 && !isRetrained(); k++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        assertThat(install.javaCalls())
                .filteredOn(words -> words.contains("install.Install"))
                .hasSize(1);
    }

    private boolean isRetrained() throws IOException {
        return install.javaCalls().stream().anyMatch(words -> words.contains("install.Install"));
    }

    @Test
    void anEmptyCacheStandsForNone() throws IOException {
        Files.delete(build.resolve("hail.aot"));
        Files.createFile(build.resolve("hail.aot"));
        Files.setLastModifiedTime(build.resolve("hail.aot"), Files.getLastModifiedTime(build.resolve("complete")));
        assertThat(install.hail().out()).doesNotContain("AOTCache");
        assertThat(build.resolve("retrained")).doesNotExist();
    }

    @Test
    void moreOptionsReachJava() throws IOException {
        assertThat(install.hail("BALLAST_JAVA_OPTIONS=-Xmx1g -Xint").out()).contains(" -Xmx1g -Xint -cp ");
        int tried = install.javaCalls().size();
        install.hail("BALLAST_JAVA_OPTIONS=-Xmx1g -Xint");
        assertThat(install.javaCalls())
                .as("what was accepted is not tried again")
                .hasSize(tried + 1);
    }

    @Test
    void anOptionThatJavaDoesNotKnowIsRefused() throws IOException {
        Called called = install.hail("BALLAST_JAVA_OPTIONS=-Xmx1g -XX:+Unknown");
        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).isEmpty();
        assertThat(called.complaints())
                .containsExactly(
                        "hail: Java does not start (Unrecognized VM option 'Unknown'): correct BALLAST_JAVA_OPTIONS");
    }

    @Test
    void aWordThatIsNoOptionIsRefused() {
        for (String word : List.of("request", "-version", "-h", "-cp", "-X")) {
            Called called = install.hail("BALLAST_JAVA_OPTIONS=-Xmx1g " + word);
            assertThat(called.exit()).isEqualTo(1);
            assertThat(called.out()).isEmpty();
            assertThat(called.complaints())
                    .containsExactly("hail: BALLAST_JAVA_OPTIONS: '" + word + "' is no option of the Java machine");
        }
    }

    @Test
    void aDeletedWorkingFolderIsNamed() throws IOException {
        String gone = Files.createDirectory(folder.resolve("gone")).toString();
        Called called = Called.call(
                folder,
                install.environment(),
                List.of(
                        "sh",
                        "-c",
                        "cd " + gone + " && rmdir ../gone && exec '" + install.script("hail") + "' request"));
        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).isEmpty();
        assertThat(called.complaints().getLast())
                .isEqualTo("hail: the working folder has been deleted: change to another one");
    }
}
