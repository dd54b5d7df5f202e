package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the commands, as processes of their own, end when a standard stream is full, closed, or read by nobody. */
class StandardStreamsTest {
    private static final String LOST = "Error: the results cannot be written to the standard output (";
    private static final int BROKEN_PIPE = 141;

    @TempDir
    private Path folder;

    private record Ended(int exitCode, String out, String err) {}

    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.exists(Path.of("/dev/full")) && Files.exists(Path.of("/bin/sh")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hbal -t ../examples/three-nodes.data",
                "hbal -t ../examples/three-nodes.data -C",
                "hbal -t ../examples/three-nodes.data --output=json",
                "hbal -t ../examples/three-nodes.data --optimize=1 --explain",
                "hbal --help",
                "hbal --version",
                "hbal --help-completion",
                "hail ../examples/allocate.json",
                "hail ../examples/no-room.json --explain",
                "hail ../examples/no-room.json --make-room --output=json",
                "hail --help",
                "hail --version",
                "hspace -t ../examples/three-nodes.data",
                "hspace -t ../examples/three-nodes.data --explain",
                "hspace -t ../examples/three-nodes.data --machine-readable",
                "hspace -t ../examples/three-nodes.data --output=json",
                "hspace -t ../examples/three-nodes.data --output=csv",
                "hspace -t ../examples/three-nodes.data --output=html",
                "hspace --help",
                "hinfo -t ../examples/three-nodes.data",
                "hinfo -t ../examples/three-nodes.data --output=json",
                "hinfo --version",
                "hcheck -t ../examples/three-nodes.data",
                "hcheck -t ../examples/three-nodes.data --output=json",
                "hcheck -t ../examples/three-nodes.data --machine-readable",
                "hcheck --help"
            })
    void resultsThatFindNoRoomAreAnError(String call) throws IOException, InterruptedException {
        Ended ended = run("exec \"$@\" >/dev/full", call);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err().lines().filter(line -> line.startsWith(LOST))).hasSize(1);
        assertThat(ended.err()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hbal -t ../examples/three-nodes.data",
                "hail ../examples/allocate.json",
                "hspace -t ../examples/three-nodes.data",
                "hinfo -t ../examples/three-nodes.data",
                "hcheck -t ../examples/three-nodes.data",
                "hcheck --help"
            })
    void resultsThatNobodyTakesAreAnError(String call) throws IOException, InterruptedException {
        Ended ended = run("exec \"$@\" >&-", call);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).startsWith(LOST).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hbal -t ../examples/three-nodes.data",
                "hbal -t ../examples/three-nodes.data --output=json",
                "hail ../examples/allocate.json",
                "hspace -t ../examples/three-nodes.data --output=html",
                "hinfo -t ../examples/three-nodes.data",
                "hcheck -t ../examples/three-nodes.data",
                "hail --help"
            })
    void aReaderThatIsGoneEndsACommandQuietly(String call) throws IOException, InterruptedException {
        Ended ended = run("""
                { until [ -e "$0/gone" ]; do sleep 0.02; done; "$@"; echo $? >"$0/code"; } | { exec <&-; : >"$0/gone"; }
                """, call);

        assertThat(Files.readString(folder.resolve("code"))).isEqualTo(BROKEN_PIPE + "\n");
        assertThat(ended.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hbal -t ../examples/three-nodes.data -p",
                "hail ../examples/allocate.json -v -v",
                "hail ../examples/no-room.json --explain",
                "hspace -t ../examples/three-nodes.data -v",
                "hinfo -t ../examples/three-nodes.data -p",
                "hcheck -t ../examples/three-nodes.data"
            })
    void whatIsBesideTheResultsMayBeLost(String call) throws IOException, InterruptedException {
        Ended usual = run("exec \"$@\"", call);
        Ended closed = run("exec \"$@\" 2>&-", call);
        Ended full = run("exec \"$@\" 2>/dev/full", call);
        Ended all = run("exec \"$@\" 2>&- <&-", call);

        assertThat(List.of(closed.out(), full.out(), all.out())).containsOnly(usual.out());
        assertThat(List.of(closed.exitCode(), full.exitCode(), all.exitCode())).containsOnly(usual.exitCode());
    }

    @Test
    void aClosedStandardInputIsNoRequest() throws IOException, InterruptedException {
        Ended ended = run("exec \"$@\" <&-", "hail -");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isEqualTo("Error: standard input: cannot be read (it is closed)\n");
    }

    @Test
    void nothingPrintedEndsInASavedFile() throws IOException, InterruptedException {
        String call = "hbal -t ../examples/three-nodes.data -S " + folder.resolve("x") + " -C" + folder.resolve("c");
        run("exec \"$@\"", call);
        String original = Files.readString(folder.resolve("x.original"));
        String balanced = Files.readString(folder.resolve("x.balanced"));
        String commands = Files.readString(folder.resolve("c"));

        run("exec \"$@\" 2>&- <&-", call);

        assertThat(folder.resolve("x.original")).hasContent(original);
        assertThat(folder.resolve("x.balanced")).hasContent(balanced);
        assertThat(folder.resolve("c")).hasContent(commands);
    }

    @Test
    void aDescriptorIsWrittenThrough() throws IOException, InterruptedException {
        Ended ended = run(
                "{ echo before >&3; \"$@\"; echo after >&3; } 3>>\"$0/three\"",
                "hbal -t ../examples/three-nodes.data -C/dev/fd/3");
        Ended printed = run("\"$@\"; echo after", "hbal -t ../examples/three-nodes.data -C/dev/stdout");

        assertThat(ended.exitCode()).isZero();
        assertThat(folder.resolve("three"))
                .content()
                .startsWith("before\n#!/bin/sh\n")
                .endsWith("\nafter\n");
        assertThat(printed.out())
                .contains("#!/bin/sh\n")
                .startsWith("Loaded 3 nodes")
                .endsWith("\nafter\n");
    }

    /** Runs a call by a script, in which it is {@code "$@"}, and {@code $0} a folder for its files. */
    private Ended run(String script, String call) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                script,
                folder.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        List<String> arguments = Arrays.asList(call.split(" "));
        words.add(OurTool.mainClass(arguments.getFirst()));
        words.addAll(arguments.subList(1, arguments.size()));
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process process = new ProcessBuilder(words)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }
}
