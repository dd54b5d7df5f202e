package org.ballast.hbal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs hbal on small clusters written down in tests. */
final class Sample {
    static final String UNBALANCED = cluster(
            List.of("g1|uuid-1|preferred|"),
            List.of(node("n1.site", "N", "uuid-1"), node("n2.site", "N", "uuid-1"), node("n3.site", "N", "uuid-1")),
            List.of(
                    instance("i1.site", "running", "n1.site", "n2.site"),
                    instance("i2.site", "ADMIN_down", "n1.site", "n2.site"),
                    instance("i3.site", "running", "n1.site", "n2.site"),
                    instance("i4.site", "running", "n1.site", "n2.site")));

    static final String SPLIT = cluster(
            List.of("g1|uuid-1|preferred|", "g2|uuid-2|preferred|"),
            List.of(node("n1", "N", "uuid-1"), node("n2", "N", "uuid-1"), node("m1", "N", "uuid-2")),
            List.of(
                    instance("i1", "running", "n1", "n2"),
                    instance("i2", "running", "n1", "n2"),
                    instance("across", "running", "n1", "m1")));

    static final String EMPTY = cluster(List.of("g1|uuid-1|preferred|"), List.of(node("n1", "N", "uuid-1")), List.of());

    private final Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Sample(Path directory, String cluster) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve("in.data"), cluster);
    }

    int run(String... options) {
        out.reset();
        err.reset();
        List<String> arguments = new ArrayList<>(List.of("-t", "in.data"));
        arguments.addAll(List.of(options));
        return new Hbal(new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8), directory)
                .run(arguments.toArray(String[]::new));
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

    private static String cluster(List<String> groups, List<String> nodes, List<String> instances) {
        String policy = "128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12|drbd,plain|4.0|32.0";
        StringBuilder policies = new StringBuilder("|" + policy + "\n");
        for (String group : groups) {
            policies.append(group, 0, group.indexOf('|'))
                    .append('|')
                    .append(policy)
                    .append('\n');
        }
        return String.join("\n", groups) + "\n\n" + String.join("\n", nodes) + "\n\n" + String.join("\n", instances)
                + "\n\n\n" + policies;
    }

    private static String node(String name, String status, String group) {
        return name + "|32768|0|32768|1048576|1048576|16|" + status + "|" + group + "|1";
    }

    private static String instance(String name, String status, String primary, String secondary) {
        return name + "|1024|10240|1|" + status + "|Y|" + primary + "|" + secondary + "|drbd||1";
    }
}
