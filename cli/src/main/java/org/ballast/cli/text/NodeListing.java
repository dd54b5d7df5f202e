package org.ballast.cli.text;

import static org.ballast.cli.text.Padding.right;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.backends.Notation;
import org.ballast.cli.text.TextTable.Column;
import org.ballast.model.Decimals;
import org.ballast.model.Node;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/** The table of nodes that {@code --print-nodes} asks for. */
public final class NodeListing {
    private static final String UNKNOWN = "<unknown field>";
    private static final int MIB_PER_GIB = 1024;

    private final ClusterState state;
    private final ShortNames names;

    private final GanetiNumbering numbering;

    /** Creates tables of this state's nodes. */
    public NodeListing(ClusterState state, ShortNames names) {
        this(state, names, GanetiNumbering.PLAIN);
    }

    /** Creates tables of this state's nodes that show nodes and instances under Ganeti's numbers. */
    public NodeListing(ClusterState state, ShortNames names, GanetiNumbering numbering) {
        this.state = state;
        this.names = names;
        this.numbering = numbering;
    }

    /**
     * Returns the table.
     *
     * @param nodes indices of the nodes to show
     * @param wanted names of fields; none for the usual ones, a leading {@code +} for more than these
     */
    public String of(int[] nodes, List<String> wanted) {
        List<Optional<NodeField>> fields =
                expand(wanted).stream().map(NodeField::named).toList();
        TextTable table = new TextTable(
                "",
                fields.stream()
                        .map(field -> field.map(NodeField::column).orElse(Column.word(UNKNOWN)))
                        .toList());
        for (int node : nodes) {
            NodeReport report = state.report(node);
            List<String> cells = new ArrayList<>(fields.size());
            for (Optional<NodeField> field : fields) {
                cells.add(field.isEmpty() ? UNKNOWN : cell(field.get(), node, report));
            }
            table.add(cells);
        }
        return table.toString();
    }

    private static List<String> expand(List<String> wanted) {
        if (wanted.isEmpty()) {
            return NodeField.USUAL;
        }
        if (!wanted.getFirst().equals("+")) {
            return wanted;
        }
        List<String> all = new ArrayList<>(NodeField.USUAL);
        all.addAll(wanted.subList(1, wanted.size()));
        return all;
    }

    private String cell(NodeField field, int index, NodeReport report) {
        Node node = state.scenario().cluster().nodes().get(index);
        return switch (field) {
            case INDEX -> right(numbering.node(index), 4);
            case NAME -> names.of(node);
            case FULL_NAME -> node.name();
            case STATUS -> report.offline() ? "-" : report.failsRedundancy() ? "*" : " ";
            case TOTAL_MEMORY -> number(node.memory().total(), 5, 0);
            case NODE_MEMORY -> right(node.memory().reserved(), 5);
            case UNACCOUNTED_MEMORY -> right(report.unaccountedMemory(), 5);
            case FREE_MEMORY -> right(node.memory().free(), 5);
            case UNALLOCATED_MEMORY -> right(report.unallocatedMemory(), 5);
            case INSTANCE_MEMORY -> right(report.instanceMemory(), 5);
            case RESERVED_MEMORY -> right(report.reservedMemory(), 5);
            case AVAILABLE_MEMORY -> right(report.availableMemory(), 5);
            case TOTAL_DISK -> number(node.disk().total() / MIB_PER_GIB, 5, 0);
            case FREE_DISK -> right(Math.floorDiv(report.freeDisk(), MIB_PER_GIB), 5);
            case CPUS -> number(node.cpus().total(), 4, 0);
            case VCPUS -> right(report.vcpus(), 4);
            case PRIMARY_COUNT -> right(report.primaries().size(), 3);
            case SECONDARY_COUNT -> right(report.secondaries().size(), 3);
            case PRIMARIES -> residents(report.primaries());
            case SECONDARIES -> residents(report.secondaries());
            case FREE_MEMORY_RATIO -> number(report.freeMemoryRatio(), 6, 4);
            case FREE_DISK_RATIO -> number(report.freeDiskRatio(), 6, 4);
            case VCPU_RATIO -> number(report.vcpuRatio(), 5, 2);
            case CPU_LOAD -> number(report.cpuLoad(), 5, 3);
            case MEMORY_LOAD -> number(report.memoryLoad(), 5, 3);
            case DISK_LOAD -> number(report.diskLoad(), 5, 3);
            case NETWORK_LOAD -> number(report.networkLoad(), 5, 3);
            case EXCLUSION_TAGS -> tags(report);
            case PEERS -> peers(report);
            case SPINDLES -> Long.toString(node.spindles().total());
            case MAX_SPINDLE_USE -> Decimals.shown(report.maxSpindleUse());
            case SPINDLE_USE -> Decimals.shown(report.spindleUse());
        };
    }

    private String residents(List<Integer> instances) {
        return Notation.list(instances.stream().map(numbering::instance).toList());
    }

    private static String number(double value, int width, int decimals) {
        return right(Decimals.fixed(value, decimals), width);
    }

    private static String tags(NodeReport report) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Integer> tag : report.exclusionTags().entrySet()) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(tag.getKey())
                    .append('=')
                    .append(tag.getValue());
        }
        return text.toString();
    }

    private String peers(NodeReport report) {
        StringBuilder text = new StringBuilder("[");
        for (NodeReport.PeerNeed peer : report.peers()) {
            text.append(text.length() == 1 ? "(" : ",(")
                    .append(numbering.node(peer.node()))
                    .append(',')
                    .append(peer.memory())
                    .append(')');
        }
        return text.append(']').toString();
    }
}
