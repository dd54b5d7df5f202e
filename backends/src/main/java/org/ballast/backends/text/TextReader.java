package org.ballast.backends.text;

import static org.ballast.backends.input.Quoted.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.LineReader;
import org.ballast.backends.input.ReadCluster;
import org.ballast.backends.input.Remarks;
import org.ballast.model.Cluster;
import org.ballast.model.ObjectName;

/**
 * The reader of the text format. Groups, nodes and instances keep the order of the file. Objects that share a name all
 * stay, and references by that name mean the last of them. What follows the fifth section is not read.
 */
public final class TextReader {
    private static final int REQUIRED_SECTIONS = 4;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LineReader source;
    private final GroupSection groups = new GroupSection();
    private final NodeSection nodes = new NodeSection(groups.indexByUuid());
    private final InstanceSection instances = new InstanceSection(nodes.indexByName());
    private final List<String> tags = new ArrayList<>();
    private final Remarks rows = new Remarks("lines like these");
    private final Remarks marks = new Remarks("lines like these");
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, String> unusualNames = new HashMap<>();
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
        return examine(file).cluster();
    }

    /**
     * Reads a file, and tells what stands out in it.
     *
     * @throws BackendException if it cannot be read or is not in the format
     */
    public static ReadCluster examine(Path file) {
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
        return examine(text, fileName).cluster();
    }

    /**
     * Reads a text, and tells what stands out in it.
     *
     * @param fileName where the text is from, for messages
     * @throws BackendException if it is not in the format
     */
    public static ReadCluster examine(String text, String fileName) {
        try (LineReader source = LineReader.of(text, fileName)) {
            return new TextReader(source).read();
        }
    }

    private ReadCluster read() {
        try {
            return readSections();
        } catch (BackendException e) {
            // A mark is not seen in an editor, and where one is part of a name it is another line that is refused.
            throw marks.lines().stream()
                    .findFirst()
                    .map(mark -> new BackendException(e.getMessage() + "; " + mark))
                    .orElse(e);
        }
    }

    private ReadCluster readSections() {
        boolean areRequiredThere = readSection(() -> groups.add(row("group")))
                && readSection(() -> nodes.add(named("node")))
                && readSection(() -> instances.add(named("instance")));
        if (!areRequiredThere) {
            throw source.refusedWhole(
                    "expected " + REQUIRED_SECTIONS + " or more sections separated by empty lines, found " + sections);
        }
        boolean hasPolicies = readSection(this::addTag);
        PolicySection policies = new PolicySection(groups.groups());
        if (hasPolicies && readSection(() -> policies.add(row("policy")))) {
            examineRest();
        }
        remarks.addAll(0, rows.lines());
        remarks.addAll(0, marks.lines());
        Cluster cluster =
                new Cluster(policies.groups(), nodes.nodes(), instances.instances(), tags, policies.clusterPolicy());
        return new ReadCluster(cluster, remarks, unusualNames);
    }

    /** No tag of a cluster holds what separates columns, but all rows of other sections do. */
    private void addTag() {
        String line = source.line();
        tags.add(line);
        if (line.indexOf(TextRow.SEPARATOR) >= 0) {
            rows.add(
                    source.place() + ": " + quoted(line) + " is taken for a tag of the cluster, but looks like a row of"
                            + " another section: one empty line ends each section");
        }
    }

    /** Remarks on what follows the last section, as after an empty line too many. */
    private void examineRest() {
        int end = source.lineNumber();
        if (source.hasMore()) {
            remarks.add(source.place() + ": what follows this line is not read: the empty line " + end
                    + " ends the fifth and last section");
        }
    }

    private TextRow named(String kind) {
        TextRow row = row(kind);
        String name = row.text(0);
        if (!ObjectName.isUsual(name)) {
            unusualNames.putIfAbsent(name, source.place());
        }
        return row;
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
            if (source.line().indexOf(BYTE_ORDER_MARK) >= 0) {
                marks.add(source.place()
                        + ": there is a byte order mark in this line; only one at the head of a file is skipped");
            }
            readLine.run();
        }
        sections = isFileEmpty ? 0 : sections;
        return false;
    }

    private TextRow row(String kind) {
        return new TextRow(source, kind);
    }
}
