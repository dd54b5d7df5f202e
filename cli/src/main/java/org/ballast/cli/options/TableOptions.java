package org.ballast.cli.options;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the tables beside the results. */
public final class TableOptions {
    @Mixin
    private final NodeTableOptions nodes = new NodeTableOptions();

    @Option(names = "--print-instances", description = "Show the instances and where they are.")
    @GanetiOption(kind = "none", lines = "hbal 2, hinfo 2")
    private boolean instances;

    /** Returns the fields to show of each node, none for the usual ones; empty if nodes are not shown at all. */
    public Optional<List<String>> nodeFields() {
        return nodes.fields();
    }

    /** Returns whether instances are shown. */
    public boolean showsInstances() {
        return instances;
    }
}
