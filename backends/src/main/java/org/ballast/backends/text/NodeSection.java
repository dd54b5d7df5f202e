package org.ballast.backends.text;

import static org.ballast.backends.input.Quoted.readable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;

/**
 * The second section of the text format: nodes. Columns: name, total memory, memory of the node itself, free memory,
 * total disk, free disk, CPUs, offline (Y) or master (M), UUID of the group; and in newer files, one after another:
 * spindles, tags, exclusive storage, free spindles, CPUs of the node itself, CPU speed.
 */
final class NodeSection {
    private static final int NAME = 0;
    private static final int MEMORY_TOTAL = 1;
    private static final int MEMORY_RESERVED = 2;
    private static final int MEMORY_FREE = 3;
    private static final int DISK_TOTAL = 4;
    private static final int DISK_FREE = 5;
    private static final int CPUS = 6;
    private static final int ROLE = 7;
    private static final int GROUP = 8;
    private static final int REQUIRED = 9;
    private static final int SPINDLES = 9;
    private static final int TAGS = 10;
    private static final int EXCLUSIVE_STORAGE = 11;
    private static final int SPINDLES_FREE = 12;
    private static final int CPUS_RESERVED = 13;
    private static final int CPU_SPEED = 14;

    private final Map<String, Integer> groups;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> indexByName = new HashMap<>();

    /** Starts with the indices of the groups by their UUIDs. */
    NodeSection(Map<String, Integer> groups) {
        this.groups = groups;
    }

    void add(TextRow row) {
        row.atLeast(REQUIRED);
        String name = row.text(NAME);
        int group = group(row);
        nodes.add(isUnreachable(row) ? Node.unreachable(name, group) : node(row, name, group));
        indexByName.put(name, nodes.size() - 1);
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Indices of the nodes; of those that share a name, the last one's. */
    Map<String, Integer> indexByName() {
        return indexByName;
    }

    private int group(TextRow row) {
        String uuid = row.text(GROUP);
        Integer group = groups.get(uuid);
        if (group == null) {
            throw row.refused(
                    "group",
                    "the UUID of a group",
                    uuid,
                    "Unknown group '" + readable(uuid) + "' for node " + readable(row.text(NAME)));
        }
        return group;
    }

    /** The cluster writes a question mark for what it could not ask the node for; then nothing else counts. */
    private static boolean isUnreachable(TextRow row) {
        for (int column = MEMORY_TOTAL; column <= CPUS; column++) {
            if (row.holds(column, '?')) {
                return true;
            }
        }
        return false;
    }

    private static Node node(TextRow row, String name, int group) {
        return new Node(
                name,
                group,
                role(row),
                new Node.Memory(
                        row.decimal(MEMORY_TOTAL, "total_memory"),
                        row.integer(MEMORY_RESERVED, "node_memory"),
                        row.integer(MEMORY_FREE, "free_memory")),
                new Node.Disk(row.decimal(DISK_TOTAL, "total_disk"), row.integer(DISK_FREE, "free_disk")),
                new Node.Cpus(
                        row.decimal(CPUS, "total_cpus"),
                        row.integer(CPUS_RESERVED, "node_cpus", 1),
                        row.decimal(CPU_SPEED, "cpu_speed", 1)),
                new Node.Spindles(
                        row.integer(SPINDLES, "spindles", 1),
                        row.integer(SPINDLES_FREE, "free_spindles", 0),
                        row.flag(EXCLUSIVE_STORAGE, "exclusive_storage", false)),
                row.list(TAGS));
    }

    private static NodeRole role(TextRow row) {
        if (row.holds(ROLE, 'Y')) {
            return NodeRole.OFFLINE;
        }
        return row.holds(ROLE, 'M') ? NodeRole.MASTER : NodeRole.NORMAL;
    }
}
