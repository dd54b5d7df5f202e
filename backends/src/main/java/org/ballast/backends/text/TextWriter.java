package org.ballast.backends.text;

import java.util.List;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.ballast.model.Cluster;
import org.ballast.model.Decimals;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;
import org.ballast.model.Node;

/**
 * The writer of the text format, with all columns. Reading it again gives an equal cluster, apart from what the format
 * does not hold: fractions of total memory, disk space and CPUs, which are rounded, single disks, whose sizes and
 * spindles are summed up, and the role of a master that is offline. Names and tags must not contain separators.
 */
public final class TextWriter {
    private static final int USUAL_LINE = 120;

    private TextWriter() {}

    /** Returns the text, which ends in a line feed. */
    public static String write(Cluster cluster) {
        int lines = cluster.nodes().size() + cluster.instances().size();
        StringBuilder text = new StringBuilder(USUAL_LINE * (lines + 1));
        cluster.groups().forEach(group -> writeGroup(text, group));
        text.append('\n');
        cluster.nodes().forEach(node -> writeNode(text, cluster, node));
        text.append('\n');
        cluster.instances().forEach(instance -> writeInstance(text, cluster, instance));
        text.append('\n');
        cluster.tags().forEach(tag -> text.append(tag).append('\n'));
        text.append('\n');
        writePolicy(text, "", cluster.policy());
        cluster.groups().forEach(group -> writePolicy(text, group.name(), group.policy()));
        return text.toString();
    }

    private static void writeGroup(StringBuilder text, Group group) {
        writeRow(
                text,
                group.name(),
                group.uuid(),
                group.allocationPolicy().label(),
                list(group.tags()),
                list(group.networks()));
    }

    private static void writeNode(StringBuilder text, Cluster cluster, Node node) {
        writeRow(
                text,
                node.name(),
                rounded(node.memory().total()),
                node.memory().reserved(),
                node.memory().free(),
                rounded(node.disk().total()),
                node.disk().free(),
                rounded(node.cpus().total()),
                switch (node.role()) {
                    case NORMAL -> 'N';
                    case MASTER -> 'M';
                    case OFFLINE -> 'Y';
                },
                cluster.groups().get(node.group()).uuid(),
                node.spindles().total(),
                list(node.tags()),
                flag(node.spindles().exclusive()),
                node.spindles().free(),
                node.cpus().reserved(),
                Decimals.plain(node.cpus().speed()));
    }

    private static void writeInstance(StringBuilder text, Cluster cluster, Instance instance) {
        OptionalLong spindles = instance.totalSpindles();
        int secondary = instance.placement().secondary();
        writeRow(
                text,
                instance.name(),
                instance.memory(),
                instance.disk(),
                instance.vcpus(),
                instance.status().label(),
                flag(instance.autoBalance()),
                cluster.nodes().get(instance.placement().primary()).name(),
                instance.placement().hasSecondary()
                        ? cluster.nodes().get(secondary).name()
                        : "",
                instance.template().label(),
                list(instance.tags()),
                instance.spindleUse(),
                spindles.isPresent() ? spindles.getAsLong() : "-",
                flag(instance.forthcoming()));
    }

    private static void writePolicy(StringBuilder text, String owner, InstancePolicy policy) {
        StringJoiner sizes = new StringJoiner(";");
        for (InstancePolicy.Range range : policy.ranges()) {
            sizes.add(spec(range.min())).add(spec(range.max()));
        }
        writeRow(
                text,
                owner,
                spec(policy.standard()),
                sizes,
                policy.templates().stream().map(DiskTemplate::label).collect(Collectors.joining(",")),
                Decimals.shown(policy.vcpuRatio()),
                Decimals.shown(policy.spindleRatio()));
    }

    private static void writeRow(StringBuilder text, Object... columns) {
        for (int column = 0; column < columns.length; column++) {
            text.append(column == 0 ? "" : "|").append(columns[column]);
        }
        text.append('\n');
    }

    private static String spec(InstanceSpec spec) {
        return spec.memory() + "," + spec.cpus() + "," + spec.diskSize() + "," + spec.diskCount() + ","
                + spec.nicCount() + "," + spec.spindleUse();
    }

    private static String rounded(double value) {
        return Decimals.fixed(value, 0);
    }

    private static String list(List<String> elements) {
        return String.join(",", elements);
    }

    private static String flag(boolean value) {
        return value ? "Y" : "N";
    }
}
