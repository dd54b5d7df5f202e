package org.ballast.checks.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a clone: new sources are built after a checkout, where git says that they are new. */
class CheckoutTest {
    @TempDir
    private Path folder;

    private PretendedInstall install = new PretendedInstall(Path.of(""));

    @BeforeEach
    void makeAClone() throws IOException {
        install = PretendedInstall.in(folder);
        git("init", "-q");
        Called.write(install.home().resolve(".gitignore"), "target/\n");
        git("add", ".");
        commit("the sources");
        install.hail();
        assertThat(install.mavenCalls()).hasSize(1);
        install.mavenBuilds(2);
    }

    private String git(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-C", install.home().toString()));
        command.addAll(List.of(arguments));
        Called called = Called.call(Path.of("/"), install.environment("HOME=" + folder), command);
        assertThat(called.exit()).as(called.err()).isZero();
        return called.out().strip();
    }

    /** Commits, clearly after all that is built. */
    private void commit(String message) throws IOException {
        git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-q", "--allow-empty", "-m", message);
        Path log = install.home().resolve(".git/logs/HEAD");
        Path looked = install.ballast().resolve("1/looked");
        if (Files.exists(looked)) {
            Files.setLastModifiedTime(looked, PretendedInstall.ago(60));
            Files.setLastModifiedTime(log, PretendedInstall.ago(30));
        }
    }

    private void changeSources() throws IOException {
        Called.write(install.home().resolve("pom.xml"), "<!-- changed -->");
        git("add", "pom.xml");
        commit("other sources");
    }

    private void assertRuns(Called called, int build) {
        assertThat(called.exit()).as(called.err()).isZero();
        assertThat(called.out()).contains("-cp " + install.ballast().resolve(build + "/lib/"));
    }

    @Test
    void newSourcesAreBuilt() throws IOException {
        changeSources();
        Called called = install.hail();
        assertThat(called.err()).isEqualTo("Building Ballast (the sources have changed) ...\n");
        assertRuns(called, 2);
    }

    @Test
    void otherCommitsAreLookedAtOnce() throws IOException {
        commit("a page");
        assertRuns(install.hail(), 1);
        assertRuns(install.hail("PATH=/nonexistent"), 1);
        assertThat(install.mavenCalls()).hasSize(1);
    }

    @Test
    void whereGitDoesNotAnswerWhatIsThereRuns() throws IOException {
        changeSources();
        install.putProgram(
                "tools/git", "#!/bin/sh\necho 'fatal: detected dubious ownership in repository' >&2\nexit 128\n");
        Called called = install.hail();
        assertThat(called.err()).isEmpty();
        assertRuns(called, 1);
        assertThat(install.mavenCalls()).hasSize(1);
        assertRuns(install.hail("PATH=/nonexistent"), 1);
    }

    @Test
    void aFailedBuildLeavesTheOldOneRunning() throws IOException {
        changeSources();
        install.mavenDoes("echo 'no space left on device'; exit 1");
        Called called = install.hail();
        assertThat(called.err()).contains("no space left", "the build failed", "what was built before runs");
        assertRuns(called, 1);
        assertThat(install.hail("PATH=/nonexistent").err())
                .as("it is not tried at each call")
                .isEmpty();
    }

    @Test
    void aKilledBuildLeavesTheOldOneRunning() throws IOException {
        changeSources();
        install.mavenDoes("mkdir -p '" + install.ballast() + "/2/lib'; kill -9 $PPID; exit 1");
        Called killed = install.hail();
        assertThat(killed.exit()).isNotZero();
        assertRuns(install.hail("BALLAST_BUILD=never"), 1);
        install.mavenDoes("");
        assertRuns(install.hail(), 2);
    }

    @Test
    void withoutMavenTheOldOneRuns() throws IOException {
        changeSources();
        Files.delete(folder.resolve("tools/mvn"));
        Path tools = Files.createDirectory(folder.resolve("few"));
        for (String tool : List.of("git", "flock", "mkdir", "rm")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        Called called = install.hail("PATH=" + tools);
        assertThat(called.complaints())
                .singleElement()
                .asString()
                .contains("Maven (mvn) is missing", "what was built before runs");
        assertRuns(called, 1);
    }

    /** The file .git of a linked work tree names a folder elsewhere, which a copy of it has no business with. */
    @Test
    void aLinkedWorkTreeNeverLooksAtTheOriginal() throws IOException {
        Path copy = folder.resolve("copy");
        git("worktree", "add", "-q", copy.toString());
        PretendedInstall.copy(
                install.ballast(),
                Files.createDirectories(copy.resolve("target")).resolve("ballast"));
        changeSources();
        Files.move(install.home(), folder.resolve("away"));
        Called called = Called.call(
                folder, install.environment(), List.of(copy.resolve("bin/hail").toString()));
        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("-cp " + copy.resolve("target/ballast/1/lib/"));
        assertThat(install.mavenCalls()).hasSize(1);
    }

    @Test
    void aCopiedCloneAsksItsOwnGit() throws IOException {
        Path copy = folder.resolve("copy");
        PretendedInstall.copy(install.home(), copy);
        changeSources();
        Called called = Called.call(
                folder, install.environment(), List.of(copy.resolve("bin/hail").toString()));
        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("-cp " + copy.resolve("target/ballast/1/lib/"));
        assertThat(install.mavenCalls()).hasSize(1);
    }
}
