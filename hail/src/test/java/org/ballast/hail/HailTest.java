package org.ballast.hail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HailTest {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final String ALLOCATED =
            "{\"success\":true,\"info\":\"Request successful: Selected group: default, ";
    private static final String NODES = "\"result\":[\"node12.example.com\",\"node5.example.com\"]}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void copyExamples() throws IOException {
        for (String name : new String[] {"allocate.json", "no-room.json", "relocate.json"}) {
            Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
        }
    }

    private int run(String... arguments) {
        return new Hail(new PrintStream(out), new PrintStream(err), folder).run(arguments);
    }

    private String results() {
        return out.toString(UTF_8);
    }

    private String errors() {
        return err.toString(UTF_8);
    }

    @Test
    void repliesAreOneLine() {
        assertThat(run("allocate.json")).isZero();
        assertThat(results()).startsWith(ALLOCATED).endsWith(NODES).hasLineCount(1);
        assertThat(errors()).isEmpty();
    }

    @Test
    void optionsMayFollowTheFile() {
        assertThat(run("--restrict-allocation-to", "node1.example.com,node2.example.com", "allocate.json", "-v"))
                .isZero();
        assertThat(results()).containsPattern("\"result\":\\[\"node[12].example.com\",\"node[12].example.com\"]");
    }

    @Test
    void requestsAreReadFromStandardInput() throws IOException {
        byte[] request = Files.readAllBytes(EXAMPLES.resolve("allocate.json"));
        int code = new Hail(new ByteArrayInputStream(request), new PrintStream(out), new PrintStream(err), folder)
                .run("-");

        assertThat(code).isZero();
        assertThat(results()).endsWith(NODES);
    }

    @Test
    void aRefusalExitsWithZero() {
        assertThat(run("no-room.json")).isZero();
        assertThat(results())
                .isEqualTo("{\"success\":false,\"info\":\"Request failed: Group default (preferred): "
                        + "No valid allocation solutions, failure reasons: FailMem: 7, FailN1: 23\",\"result\":[]}\n");
    }

    @Test
    void aMissingFileArgumentIsReported() {
        assertThat(run()).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: This program needs an input file.\n");
    }

    @Test
    void moreThanOneFileIsRefused() {
        assertThat(run("a", "b")).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: Only one argument is accepted (the input file)\n");
    }

    @Test
    void unreadableFilesAreNamed() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        assertThat(run("missing")).isEqualTo(1);
        assertThat(run("folder")).isEqualTo(1);
        assertThat(run("")).isEqualTo(1);
        assertThat(run("allocate.json/x")).isEqualTo(1);
        assertThat(results()).isEmpty();
        assertThat(errors()).isEqualTo("""
                hail: missing: openFile: does not exist (No such file or directory)
                hail: folder: openFile: inappropriate type (is a directory)
                hail: : openFile: does not exist (No such file or directory)
                hail: allocate.json/x: openFile: inappropriate type (Not a directory)
                """);
    }

    @Test
    void brokenRequestsEndInOneLine() throws IOException {
        Files.writeString(folder.resolve("broken"), "{\"request\": 0}");
        assertThat(run("broken")).isEqualTo(1);
        assertThat(results()).isEmpty();
        assertThat(errors()).startsWith("Error: broken:1").hasLineCount(1);
    }

    @Test
    void monitoringDataIsRefused() {
        assertThat(run("allocate.json", "--mond")).isEqualTo(1);
        assertThat(errors()).isEqualTo("Error: reading load from monitoring daemons (--mond) is not available yet\n");
    }

    @Test
    void nodesAreShownBeforeAndAfter() {
        assertThat(run("allocate.json", "-pname,pcnt,scnt")).isZero();
        assertThat(errors())
                .startsWith("\nInitial cluster status:\n Name   pcnt scnt\n node1 ")
                .contains("\n\nFinal cluster status:\n Name   pcnt scnt\n node1 ");
        String[] tables = errors().split("Final cluster", -1);
        assertThat(line(tables[0], " node12")).isNotEqualTo(line(tables[1], " node12"));
        assertThat(line(tables[0], " node13")).isEqualTo(line(tables[1], " node13"));
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElse("");
    }

    @Test
    void theClusterIsSavedBeforeAndAfter() throws IOException {
        assertThat(run("allocate.json", "-S", "saved")).isZero();
        assertThat(errors()).isEqualTo("""
                The cluster state before iallocator run has been written to file 'saved.pre-ialloc'
                The cluster state after iallocator run has been written to file 'saved.post-ialloc'
                """);
        assertThat(Files.readString(folder.resolve("saved.pre-ialloc"))).doesNotContain("shop11.example.com");
        assertThat(Files.readString(folder.resolve("saved.post-ialloc")))
                .contains("\n\nshop11.example.com|8192|123136|4|running|Y|node12.example.com|node5.example.com|drbd|");
    }

    @Test
    void unwritableFilesAreNamed() {
        assertThat(run("allocate.json", "-S", "missing/saved")).isEqualTo(1);
        assertThat(errors())
                .isEqualTo("hail: missing/saved.pre-ialloc: openFile: does not exist (No such file or directory)\n");
    }

    @Test
    void aSimulationReplacesTheCluster() {
        assertThat(run("allocate.json", "--simulate", "p,3,1t,64g,16")).isZero();
        assertThat(results()).contains("Selected group: group-01, ").containsPattern("\"result\":\\[\"node-01-00");
    }

    @Test
    void missingResourcesAreReportedWhateverTheVerbosity() throws IOException {
        Path request = folder.resolve("relocate.json");
        Files.writeString(
                request, Files.readString(request).replaceFirst("\"free_memory\": [0-9]+", "\"free_memory\": 1024"));
        assertThat(run("relocate.json")).isZero();
        assertThat(errors()).matches("""
                        Warning: cluster has inconsistent data:
                          - node node1.example.com is missing [0-9]+ MB ram and 0 GB disk

                        """);
    }

    @Test
    void unknownOptionsExitWithTwo() {
        assertThat(run("--bogus", "allocate.json")).isEqualTo(2);
        assertThat(errors()).startsWith("Command line error: unrecognized option `--bogus'\n\nhail (Ballast)");
    }

    @Test
    void helpAndVersionNeedNoFile() {
        assertThat(run("--help")).isZero();
        assertThat(results()).contains("Usage: hail [OPTIONS] FILE\n", "--make-room[=MOVES]");
        out.reset();
        assertThat(run("-V")).isZero();
        assertThat(results()).startsWith("hail (Ballast) version ");
        out.reset();
        assertThat(run("--help-completion")).isZero();
        assertThat(results()).startsWith("-p,--print-nodes none\n").contains("\nfile 1 1\n", "\n--explain ");
    }

    @Test
    void aByteOrderMarkInFrontChangesNothing() throws IOException {
        Files.writeString(folder.resolve("marked.json"), "\uFEFF" + Files.readString(folder.resolve("allocate.json")));
        assertThat(run("marked.json")).isZero();
        assertThat(results()).startsWith(ALLOCATED).endsWith(NODES);
        assertThat(errors()).isEmpty();
    }

    @Test
    void controlCharactersOfDocumentsDoNotReachTheTerminal() throws IOException {
        String request = Files.readString(folder.resolve("no-room.json"));
        String name = "node3.example.com";
        assertThat(request).contains(name);
        Files.writeString(folder.resolve("odd.json"), request.replace(name, "node\\u001b[31m\\n3\\u202e"));

        assertThat(run("odd.json", "--explain", "--make-room", "-v", "-v", "-p"))
                .isZero();

        assertThat(errors()).contains("\\u001b[31m\\u000a3\\u202e").doesNotContain("\u001b", "\u202e");
    }
}
