package org.ballast.backends.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.LineReader;
import org.ballast.model.Cluster;

/**
 * Reads a cluster from the text format. Groups, nodes and instances keep the order of the file. Objects that share a
 * name all stay, and references by that name mean the last of them. What follows the fifth section is not read.
 */
public final class TextReader {
    private static final int REQUIRED_SECTIONS = 4;

    private final LineReader source;
    private final GroupSection groups = new GroupSection();
    private final NodeSection nodes = new NodeSection(groups.indexByUuid());
    private final InstanceSection instances = new InstanceSection(nodes.indexByName());
    private final List<String> tags = new ArrayList<>();
    private int sections;

    private TextReader(LineReader source) {
        this.source = source;
    }

    /**
     * Reads a file.
     *
     * @throws BackendException if it cannot be read or is not in the format
     */
    public static Cluster read(Path file) {
        try (LineReader source = LineReader.open(file)) {
            return new TextReader(source).read();
        }
    }

    /**
     * Reads a text.
     *
     * @param fileName where the text is from, for messages
     * @throws BackendException if it is not in the format
     */
    public static Cluster read(String text, String fileName) {
        try (LineReader source = LineReader.of(text, fileName)) {
            return new TextReader(source).read();
        }
    }

    private Cluster read() {
        boolean areRequiredThere = readSection(() -> groups.add(row("group")))
                && readSection(() -> nodes.add(row("node")))
                && readSection(() -> instances.add(row("instance")));
        if (!areRequiredThere) {
            throw source.refusedWhole(
                    "expected " + REQUIRED_SECTIONS + " or more sections separated by empty lines, found " + sections);
        }
        boolean hasPolicies = readSection(() -> tags.add(source.line()));
        PolicySection policies = new PolicySection(groups.groups());
        if (hasPolicies) {
            readSection(() -> policies.add(row("policy")));
        }
        return new Cluster(policies.groups(), nodes.nodes(), instances.instances(), tags, policies.clusterPolicy());
    }

    /** Reads the lines up to the next empty one; returns whether there is one, which another section follows. */
    private boolean readSection(Runnable readLine) {
        boolean isFileEmpty = sections == 0;
        sections++;
        while (source.advance()) {
            isFileEmpty = false;
            if (source.line().isEmpty()) {
                return true;
            }
            readLine.run();
        }
        sections = isFileEmpty ? 0 : sections;
        return false;
    }

    private Row row(String kind) {
        return new Row(source, kind);
    }
}
