package org.ballast.cli;

import org.ballast.cli.console.Console;
import org.ballast.cli.options.TableOptions;
import org.ballast.cli.text.InstanceTable;
import org.ballast.cli.text.NodeTable;
import org.ballast.cli.text.ShortNames;
import org.ballast.planner.state.ClusterState;

/** Prints the tables that were asked for, beside the results. */
public final class Tables {
    private final Console console;
    private final TableOptions options;
    private final ShortNames names;

    /** Creates a printer. */
    public Tables(Console console, TableOptions options, ShortNames names) {
        this.console = console;
        this.options = options;
        this.names = names;
    }

    /** Prints these instances, if asked to; the title says which they are. */
    public void instances(String title, ClusterState state, int[] instances) {
        if (options.showsInstances()) {
            console.note("");
            console.note(title + " instance map:");
            console.err().print(InstanceTable.of(state, instances));
        }
    }

    /** Prints these nodes, if asked to; the title says which they are. */
    public void nodes(String title, ClusterState state, int[] nodes) {
        options.nodeFields().ifPresent(fields -> {
            console.note("");
            console.note(title + " status:");
            console.note(new NodeTable(state, names).of(nodes, fields));
        });
    }
}
