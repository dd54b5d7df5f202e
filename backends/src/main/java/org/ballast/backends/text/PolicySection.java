package org.ballast.backends.text;

import static org.ballast.backends.input.Quoted.readable;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;

/**
 * The fifth section of the text format: instance policies. Columns: owner (a group's name or UUID, or nothing for the
 * cluster itself), standard size, accepted sizes (pairs of the smallest and the largest, all separated by semicolons),
 * accepted disk templates, highest vCPU ratio, highest spindle ratio. A size is memory, CPUs, disk size, disks, network
 * interfaces and spindle use.
 */
final class PolicySection {
    private static final int OWNER = 0;
    private static final int STANDARD = 1;
    private static final int RANGES = 2;
    private static final int TEMPLATES = 3;
    private static final int VCPU_RATIO = 4;
    private static final int SPINDLE_RATIO = 5;
    private static final int REQUIRED = 6;
    private static final int SPEC_FIELDS = 6;

    private final List<Group> groups;
    private InstancePolicy clusterPolicy = InstancePolicy.DEFAULT;

    /** Starts with all groups, whose policies it replaces by those it reads. */
    PolicySection(List<Group> groups) {
        this.groups = new ArrayList<>(groups);
    }

    void add(TextRow row) {
        row.atLeast(REQUIRED);
        InstancePolicy policy = policy(row);
        if (row.isEmpty(OWNER)) {
            clusterPolicy = policy;
        } else {
            int owner = owner(row);
            groups.set(owner, groups.get(owner).withPolicy(policy));
        }
    }

    /** Returns the groups with the policies read. */
    List<Group> groups() {
        return groups;
    }

    /** Returns the policy of the cluster itself. */
    InstancePolicy clusterPolicy() {
        return clusterPolicy;
    }

    private int owner(TextRow row) {
        String name = row.text(OWNER);
        List<Integer> owners = new ArrayList<>();
        for (int index = 0; index < groups.size(); index++) {
            Group group = groups.get(index);
            if (group.name().equals(name) || group.uuid().equals(name)) {
                owners.add(index);
            }
        }
        if (owners.size() != 1) {
            throw row.refused(
                    "owner",
                    "the name or UUID of exactly one group",
                    name,
                    "Wrong number of elems found with name " + readable(name));
        }
        return owners.getFirst();
    }

    private static InstancePolicy policy(TextRow row) {
        return new InstancePolicy(
                ranges(row),
                spec(row, row.text(STANDARD), "standard size"),
                templates(row),
                row.decimal(VCPU_RATIO, "vcpu_ratio"),
                row.decimal(SPINDLE_RATIO, "spindle_ratio"));
    }

    private static List<InstancePolicy.Range> ranges(TextRow row) {
        List<String> specs = TextRow.split(row.text(RANGES), ';');
        if (specs.size() % 2 != 0) {
            throw row.refused(
                    "accepted sizes", "pairs of a smallest and a largest size, separated by ';'", row.text(RANGES));
        }
        List<InstancePolicy.Range> ranges = new ArrayList<>();
        for (int at = 0; at < specs.size(); at += 2) {
            ranges.add(new InstancePolicy.Range(
                    spec(row, specs.get(at), "smallest size"), spec(row, specs.get(at + 1), "largest size")));
        }
        return ranges;
    }

    private static InstanceSpec spec(TextRow row, String text, String field) {
        List<String> values = TextRow.split(text, ',');
        if (values.size() < SPEC_FIELDS) {
            throw row.refused(field, "memory, CPUs, disk size, disks, NICs and spindle use, with commas", text);
        }
        return new InstanceSpec(
                row.integer(values.get(0), "memory in " + field),
                row.integer(values.get(1), "CPUs in " + field),
                row.integer(values.get(2), "disk size in " + field),
                row.integer(values.get(3), "disks in " + field),
                row.integer(values.get(4), "NICs in " + field),
                row.integer(values.get(5), "spindle use in " + field));
    }

    private static List<DiskTemplate> templates(TextRow row) {
        List<DiskTemplate> templates = new ArrayList<>();
        for (String label : row.list(TEMPLATES)) {
            templates.add(row.choice(label, "disk_templates", EnumLabels.DISK_TEMPLATES));
        }
        return templates;
    }
}
