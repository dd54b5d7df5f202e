package org.ballast.cli.options;

import java.util.List;
import java.util.Optional;
import org.ballast.cli.getopt.Values;
import picocli.CommandLine.Option;

/** The options of the table of nodes beside the results. */
public final class NodeTableOptions {
    @Option(
            names = {"-p", "--print-nodes"},
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "FIELDS",
            description = "Show the nodes: these fields, or with a leading + these beside the usual ones.")
    @GanetiOption(kind = "none", lines = "hbal 1, hinfo 1, hspace 1")
    private Optional<String> nodeFields = Optional.empty();

    /** Returns the fields to show of each node, none for the usual ones; empty if nodes are not shown at all. */
    public Optional<List<String>> fields() {
        return nodeFields.map(Values::fields);
    }
}
