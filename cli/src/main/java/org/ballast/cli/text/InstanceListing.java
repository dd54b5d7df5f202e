package org.ballast.cli.text;

import static org.ballast.cli.text.Padding.right;

import java.util.List;
import org.ballast.cli.text.TextTable.Column;
import org.ballast.model.Cluster;
import org.ballast.model.Decimals;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Utilisation;
import org.ballast.planner.state.ClusterState;

/** The table of instances that {@code --print-instances} asks for. */
public final class InstanceListing {
    private static final int MIB_PER_GIB = 1024;

    private static final List<Column> COLUMNS = List.of(
            Column.word("F"),
            Column.word("Name"),
            Column.word("Pri_node"),
            Column.word("Sec_node"),
            Column.word("Auto_bal"),
            Column.number("vcpu"),
            Column.number("mem"),
            Column.number("dsk"),
            Column.number("lCpu"),
            Column.number("lMem"),
            Column.number("lDsk"),
            Column.number("lNet"));

    private InstanceListing() {}

    /** Returns the table of the instances with these indices, where they are now. */
    public static String of(ClusterState state, int[] instances) {
        TextTable table = new TextTable("", COLUMNS);
        for (int index : instances) {
            table.add(row(state, index));
        }
        return table.toString();
    }

    private static List<String> row(ClusterState state, int index) {
        Cluster cluster = state.scenario().cluster();
        Instance instance = cluster.instances().get(index);
        Placement placement = state.placement(index);
        Utilisation load = state.scenario().utilisation().get(index);
        return List.of(
                instance.status().isRunning() ? "R" : " ",
                instance.name(),
                cluster.nodes().get(placement.primary()).name(),
                placement.hasSecondary()
                        ? cluster.nodes().get(placement.secondary()).name()
                        : "",
                instance.autoBalance() ? "Y" : "N",
                right(instance.vcpus(), 3),
                right(instance.memory(), 5),
                right(Math.floorDiv(instance.disk(), MIB_PER_GIB), 5),
                load(load.cpu()),
                load(load.memory()),
                load(load.disk()),
                load(load.network()));
    }

    private static String load(double value) {
        return right(Decimals.fixed(value, 3), 5);
    }
}
