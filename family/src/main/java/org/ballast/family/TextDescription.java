package org.ballast.family;

import java.util.List;
import org.ballast.backends.LoadedCluster;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.PolicyText;
import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.TextTable;
import org.ballast.cli.text.TextTable.Column;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;

/** The description as text, in Ganeti's words. */
final class TextDescription implements Description {
    private static final List<Column> GROUP_COLUMNS = List.of(
            Column.word("Group"),
            Column.number("Nodes"),
            Column.number("Instances"),
            Column.number("Bad_Nodes"),
            Column.number("Bad_Instances"),
            Column.word("N+1"),
            Column.number("Score"));

    private final Console console;
    private final int verbosity;
    private String suffix = "";

    TextDescription(Console console, int verbosity) {
        this.console = console;
        this.verbosity = verbosity;
    }

    @Override
    public void loaded(LoadedCluster loaded) {
        suffix = loaded.commonSuffix();
        console.line("Loaded cluster tags: " + String.join(",", loaded.cluster().tags()));
        if (verbosity > 2) {
            console.line(
                    "Loaded cluster ipolicy: " + PolicyText.of(loaded.cluster().policy()));
        }
    }

    @Override
    public void groups(ClusterOverview overview) {
        Cluster cluster = overview.state().scenario().cluster();
        if (cluster.instances().isEmpty() && verbosity > 1) {
            console.line("Cluster is empty.");
        }
        console.line("Loaded " + count(cluster.nodes().size(), "node") + ", "
                + count(cluster.instances().size(), "instance") + ", "
                + count(cluster.groups().size(), "node group"));
        if (!suffix.isEmpty() && verbosity > 2) {
            console.line("Note: Stripping common suffix of '" + suffix + "' from names");
        }
        splitInstances(overview.splitInstances());
        if (verbosity > 1) {
            console.line("Node group information:");
            console.out().print(groupTable(overview));
        }
        console.line("Cluster is N+1 " + (overview.isHealthy() ? "happy" : "unhappy"));
    }

    private void splitInstances(List<Instance> split) {
        if (!split.isEmpty()) {
            console.line("Found instances belonging to multiple node groups:");
            split.forEach(instance -> console.note("  " + instance.name()));
        } else if (verbosity > 1) {
            console.line("No split instances found");
        }
    }

    private static TextTable groupTable(ClusterOverview overview) {
        TextTable table = new TextTable("  ", GROUP_COLUMNS);
        for (ClusterOverview.GroupOverview group : overview.groups()) {
            table.add(List.of(
                    group.group().name(),
                    Integer.toString(group.nodes()),
                    Integer.toString(group.instances()),
                    Integer.toString(group.health().badNodes().size()),
                    Integer.toString(group.health().badInstances()),
                    group.health().isGood() ? "True" : "False",
                    ScoreTable.total(group.score())));
        }
        return table;
    }

    @Override
    public void score(ClusterOverview overview) {
        console.line("Cluster coefficients:");
        console.out().print(ScoreTable.of(overview.score()));
        console.line("Cluster score: " + ScoreTable.total(overview.score().total()));
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
