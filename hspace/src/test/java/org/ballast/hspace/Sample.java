package org.ballast.hspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs hspace in a directory of its own. */
final class Sample {
    private final Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Sample(Path directory) {
        this.directory = directory;
    }

    /** Runs it on a cluster in the text format. */
    int runOn(String cluster, String... options) throws IOException {
        Files.writeString(directory.resolve("in.data"), cluster);
        List<String> arguments = new ArrayList<>(List.of("-t", "in.data"));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        return new Hspace(new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8), directory)
                .run(arguments);
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }

    String file(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    /** Returns a cluster of these groups, each line one of them; the policy holds for all. */
    static String cluster(String policy, List<String> groups, List<String> nodes, List<String> instances) {
        StringBuilder policies = new StringBuilder("|" + policy + "\n");
        StringBuilder heads = new StringBuilder();
        for (String group : groups) {
            heads.append(group + "|uuid-" + group + "|preferred|\n");
            policies.append(group + "|" + policy + "\n");
        }
        StringBuilder lines = new StringBuilder();
        instances.forEach(instance -> lines.append(instance).append('\n'));
        return heads + "\n" + String.join("\n", nodes) + "\n\n" + lines + "\n\n" + policies;
    }

    /** Returns a node with 32 GiB of memory, of which this many MiB are free. */
    static String node(String name, String group, int freeMemory) {
        return name + "|32768|0|" + freeMemory + "|1048576|1048576|16|N|uuid-" + group + "|1";
    }

    static String instance(String name, int memory, String primary, String secondary) {
        return name + "|" + memory + "|10240|1|running|Y|" + primary + "|" + secondary + "|drbd||1";
    }
}
