package org.ballast.hspace;

import java.util.List;
import org.ballast.capacity.FillResult;
import org.ballast.cli.text.TextTable;
import org.ballast.cli.text.TextTable.Column;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;

/** The table of where instances were placed: name, nodes, memory, disk, virtual CPUs and, if they count, spindles. */
final class PlacedInstancesTable {
    private static final List<Column> COLUMNS = List.of(
            Column.word("name"),
            Column.word("primary"),
            Column.word("secondary"),
            Column.number("memory"),
            Column.number("disk"),
            Column.number("vcpus"),
            Column.number("spindles"));

    private PlacedInstancesTable() {}

    static String of(ClusterState state, List<FillResult.Placed> placed) {
        Cluster cluster = state.scenario().cluster();
        boolean showsSpindles =
                cluster.nodes().stream().anyMatch(node -> node.spindles().exclusive());
        TextTable table = TextTable.headless("", COLUMNS);
        for (FillResult.Placed each : placed) {
            Instance instance = state.instance(each.instance());
            Placement placement = state.placement(each.instance());
            table.add(List.of(
                    instance.name(),
                    cluster.nodes().get(placement.primary()).name(),
                    placement.hasSecondary()
                            ? cluster.nodes().get(placement.secondary()).name()
                            : "",
                    Long.toString(instance.memory()),
                    Long.toString(instance.disk()),
                    Long.toString(instance.vcpus()),
                    showsSpindles ? Long.toString(each.size().spindles()) : ""));
        }
        return table.toString();
    }
}
