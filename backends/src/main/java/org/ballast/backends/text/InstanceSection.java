package org.ballast.backends.text;

import static org.ballast.backends.input.Quoted.readable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Placement;

/**
 * The third section of the text format: instances. Columns: name, memory, disk, vCPUs, status, auto-balancing, primary
 * node, secondary node (or nothing), disk template, tags; and in newer files, one after another: spindle use, spindles
 * of all disks together (or a dash), whether it is forthcoming.
 */
final class InstanceSection {
    private static final int NAME = 0;
    private static final int MEMORY = 1;
    private static final int DISK = 2;
    private static final int VCPUS = 3;
    private static final int STATUS = 4;
    private static final int AUTO_BALANCE = 5;
    private static final int PRIMARY = 6;
    private static final int SECONDARY = 7;
    private static final int TEMPLATE = 8;
    private static final int TAGS = 9;
    private static final int REQUIRED = 10;
    private static final int SPINDLE_USE = 10;
    private static final int SPINDLES = 11;
    private static final int FORTHCOMING = 12;

    private final Map<String, Integer> nodes;
    private final List<Instance> instances = new ArrayList<>();

    /** Starts with the indices of the nodes by their names. */
    InstanceSection(Map<String, Integer> nodes) {
        this.nodes = nodes;
    }

    void add(TextRow row) {
        row.atLeast(REQUIRED);
        Placement placement = placement(row);
        long memory = row.integer(MEMORY, "memory");
        long disk = row.integer(DISK, "disk");
        Instance instance = new Instance(
                row.text(NAME),
                memory,
                disk,
                List.of(new Instance.Disk(disk, spindles(row))),
                row.integer(VCPUS, "vcpus"),
                row.choice(STATUS, "status", EnumLabels.INSTANCE_STATUSES),
                row.flag(AUTO_BALANCE, "auto_balance"),
                placement,
                row.choice(TEMPLATE, "disk_template", EnumLabels.DISK_TEMPLATES),
                row.list(TAGS),
                row.integer(SPINDLE_USE, "spindle_use", 1),
                row.flag(FORTHCOMING, "forthcoming", false),
                List.of());
        if (instance.template() == DiskTemplate.DRBD && placement.primary() == placement.secondary()) {
            throw row.refused("secondary_node", "another node than the primary", row.text(SECONDARY));
        }
        instances.add(instance);
    }

    List<Instance> instances() {
        return instances;
    }

    private Placement placement(TextRow row) {
        int primary = node(row, PRIMARY, "primary_node");
        return row.isEmpty(SECONDARY)
                ? Placement.on(primary)
                : new Placement(primary, node(row, SECONDARY, "secondary_node"));
    }

    private int node(TextRow row, int column, String field) {
        String name = row.text(column);
        Integer node = nodes.get(name);
        if (node == null) {
            throw row.refused(
                    field,
                    "the name of a node",
                    name,
                    "Unknown node '" + readable(name) + "' for instance " + readable(row.text(NAME)));
        }
        return node;
    }

    private static OptionalLong spindles(TextRow row) {
        return !row.has(SPINDLES) || row.holds(SPINDLES, '-')
                ? OptionalLong.empty()
                : OptionalLong.of(row.integer(SPINDLES, "spindles"));
    }
}
