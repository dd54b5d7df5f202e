package org.ballast.checks.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher where something may have to be built: whatever happens to a build, what ran before runs on. */
class FirstCallTest {
    private static final String NOBODY = "65534";

    @TempDir
    private Path folder;

    private PretendedInstall install = new PretendedInstall(Path.of(""));

    private List<Path> closed = List.of();

    @AfterEach
    void openAgain() throws IOException {
        for (Path each : closed) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @BeforeEach
    void putScripts() throws IOException {
        install = PretendedInstall.in(folder);
    }

    private void assertRuns(Called called, int build) {
        assertThat(called.exit()).as(called.err()).isZero();
        assertThat(called.out())
                .contains("-cp " + install.ballast().resolve(build + "/lib/ballast-hail.jar"))
                .endsWith(" org.ballast.hail.Hail request --explain\n");
    }

    @Test
    void theFirstCallBuildsElsewhereAndTheSecondDoesNot() throws IOException {
        Called first = install.hail();
        assertRuns(first, 1);
        assertThat(first.err()).isEqualTo("Building Ballast (first run) ...\n");
        assertThat(install.mavenCalls())
                .containsExactly(install.ballast().resolve("building").toString());
        assertThat(install.ballast().resolve("building")).doesNotExist();
        assertRuns(install.hail("PATH=/nonexistent"), 1);
        assertThat(install.mavenCalls()).hasSize(1);
    }

    @Test
    void ofTwoFirstCallsOneBuildsAndTheOtherWaits() throws IOException {
        install.mavenDoes("sleep 1");
        List<String> call = List.of(install.script("hail").toString(), "request", "--explain");
        List<Called.Running> running = List.of(
                Called.start(Path.of("/"), install.environment(), call),
                Called.start(Path.of("/"), install.environment(), call));
        for (Called.Running one : running) {
            assertRuns(one.end(), 1);
        }
        assertThat(install.mavenCalls()).hasSize(1);
    }

    @Test
    void withoutMavenItSaysWhatIsMissing() throws IOException {
        Called called = install.hail("PATH=" + withoutMaven());
        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.complaints())
                .singleElement()
                .asString()
                .contains("Maven (mvn) is missing")
                .contains("install Maven 3.8 or newer");
    }

    /** Returns a folder with the usual programs, and nothing else. */
    private Path withoutMaven() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("few tools"));
        for (String tool : List.of("flock", "git", "mkdir", "rm")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        return tools;
    }

    @Test
    void aFailedFirstBuildSaysWhereItsOutputIs() throws IOException {
        install.mavenDoes("echo no network; exit 1");
        Called called = install.hail();
        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains("no network", "hail: the build failed; its whole output is in ");
        install.mavenDoes("");
        assertRuns(install.hail(), 1);
    }

    @Test
    void aKilledFirstBuildIsNotTakenForWhole() {
        install.mavenDoes(
                "mkdir -p '" + install.ballast() + "/1/lib'; : >'" + folder + "/half'; kill -9 $PPID; exit 1");
        Called killed = install.hail();
        assertThat(killed.exit()).isNotZero();
        assertThat(killed.out()).isEmpty();
        assertThat(folder.resolve("half")).exists();
        install.mavenDoes("");
        install.mavenBuilds(2);
        assertRuns(install.hail(), 2);
    }

    @Test
    void anInterruptedFirstBuildIsNotTakenForWhole() throws IOException, InterruptedException {
        install.mavenDoes("mkdir -p '" + install.ballast() + "/1/lib'; : >'" + folder + "/half'; sleep 60");
        Called.Running first = Called.start(
                Path.of("/"),
                install.environment(),
                List.of("setsid", "--wait", install.script("hail").toString(), "request"));
        for (int k = 0; k < 500 && !Files.exists(folder.resolve("half")); k++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        // Like Ctrl-C: all of the group.
        first.process().descendants().forEach(ProcessHandle::destroy);
        assertThat(first.end().exit()).isNotZero();
        install.mavenDoes("");
        install.mavenBuilds(2);
        assertRuns(install.hail(), 2);
    }

    @Test
    void aFolderWithoutItsMarkIsNotRun() throws IOException {
        Files.delete(install.lookBuilt(1, "").resolve("complete"));
        install.mavenBuilds(2);
        assertRuns(install.hail(), 2);
    }

    @Test
    void withoutPermissionToBuildTheOldOneRuns() throws IOException {
        install.lookBuilt(4, "");
        assertRuns(install.hail("BALLAST_BUILD=never"), 4);
        Files.delete(install.ballast().resolve("4/complete"));
        Called called = install.hail("BALLAST_BUILD=never");
        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.complaints())
                .containsExactly("hail: not built yet, and BALLAST_BUILD=never forbids to build");
    }

    @Test
    void whoMayNotWriteRunsWhatIsThere() throws IOException {
        install.lookBuilt(4, "an old commit");
        Files.createDirectories(install.home().resolve(".git/logs"));
        Called.write(install.home().resolve(".git/logs/HEAD"), "");
        letOthersIn();
        assertRuns(asSomebodyElse(), 4);
        assertThat(install.mavenCalls()).isEmpty();
    }

    @Test
    void whoMayNotWriteIsToldWhoHasToBuild() throws IOException {
        letOthersIn();
        Called called = asSomebodyElse();
        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.complaints())
                .singleElement()
                .asString()
                .contains("not built yet, and you may not write to")
                .contains("as the owner of that folder");
    }

    private void letOthersIn() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder.resolve("jdk"), PosixFilePermissions.fromString("rwxrwxrwx"));
        closed = new ArrayList<>();
        try (Stream<Path> files = Files.walk(install.home())) {
            files.filter(Files::isDirectory).forEach(closed::add);
        }
        for (Path each : closed) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
    }

    /** Calls hail as a user who owns nothing here; for anybody but root, taking away the permission is enough. */
    private Called asSomebodyElse() {
        List<String> call = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            call.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        call.addAll(List.of(install.script("hail").toString(), "request", "--explain"));
        return Called.call(Path.of("/"), install.environment(), call);
    }
}
