package org.ballast.cli;

import java.util.List;
import java.util.Optional;
import org.ballast.cli.console.Console;
import org.ballast.cli.options.NodeTableOptions;
import org.ballast.cli.options.TableOptions;
import org.ballast.cli.text.InstanceListing;
import org.ballast.cli.text.NodeListing;
import org.ballast.cli.text.ShortNames;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.state.ClusterState;

/** The tables that options ask for, printed beside the results. */
public final class Tables {
    private final Console console;
    private final Optional<List<String>> nodeFields;
    private final boolean showsInstances;
    private final ShortNames names;
    private final GanetiNumbering numbering;

    /** Creates a printer. */
    public Tables(Console console, TableOptions options, ShortNames names) {
        this(console, options.nodeFields(), options.showsInstances(), names, GanetiNumbering.PLAIN);
    }

    private Tables(
            Console console,
            Optional<List<String>> nodeFields,
            boolean showsInstances,
            ShortNames names,
            GanetiNumbering numbering) {
        this.console = console;
        this.nodeFields = nodeFields;
        this.showsInstances = showsInstances;
        this.names = names;
        this.numbering = numbering;
    }

    /** Returns a printer of nodes alone, under these numbers. */
    public static Tables ofNodes(
            Console console, NodeTableOptions options, ShortNames names, GanetiNumbering numbering) {
        return new Tables(console, options.fields(), false, names, numbering);
    }

    /** Prints these instances, if asked to; the title says which they are. */
    public void instances(String title, ClusterState state, int[] instances) {
        if (showsInstances) {
            console.note("");
            console.note(title + " instance map:");
            console.err().print(InstanceListing.of(state, instances));
        }
    }

    /** Prints these nodes, if asked to; the title says which they are. */
    public void nodes(String title, ClusterState state, int[] nodes) {
        nodeFields.ifPresent(fields -> {
            console.note("");
            console.note(title + " status:");
            console.note(new NodeListing(state, names, numbering).of(nodes, fields));
        });
    }
}
