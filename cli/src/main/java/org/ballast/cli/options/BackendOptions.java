package org.ballast.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.ClusterSource;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.model.N1Rule;
import picocli.CommandLine.Option;

/** The options that name the source of a real cluster, nodes that are offline beyond what it says, and how N+1 is judged. */
public final class BackendOptions {
    @Option(
            names = {"-t", "--text-data"},
            paramLabel = "FILE",
            description = "Read the cluster from this file, in the text format.")
    @GanetiOption(kind = "file", lines = "hbal 4, hcheck 1, hinfo 3, hspace 2")
    private Optional<String> textData = Optional.empty();

    @Option(
            names = {"-m", "--master"},
            paramLabel = "ADDRESS",
            description = "Read the cluster from the remote API at this address.")
    @GanetiOption(kind = "host", lines = "hbal 7, hcheck 22, hinfo 4, hspace 6")
    private String master = "";

    @Option(
            names = {"-L", "--luxi"},
            arity = "0..1",
            fallbackValue = "/var/run/ganeti/socket/ganeti-query",
            paramLabel = "SOCKET",
            description = "Read the cluster from the master daemon, at this socket or its usual one.")
    @GanetiOption(kind = "file", lines = "hbal 8, hcheck 10, hinfo 5, hspace 7")
    private Optional<String> luxi = Optional.empty();

    @Option(
            names = {"-I", "--ialloc-src"},
            paramLabel = "FILE",
            description = "Read the cluster from this allocation request.")
    @GanetiOption(kind = "file", lines = "hbal 9, hcheck 8, hinfo 6, hspace 8")
    private Optional<String> allocationRequest = Optional.empty();

    @Option(
            names = {"-O", "--offline"},
            paramLabel = "NODE",
            description = "Take this node as offline; may be given several times.")
    @GanetiOption(kind = "onenode", lines = "hbal 17, hcheck 20, hinfo 9, hspace 13")
    private List<String> offline = new ArrayList<>();

    @Option(
            names = "--n1",
            paramLabel = "RELEASE",
            converter = N1RuleNamed.class,
            description =
                    "Judge whether nodes can host failovers as Ganeti 3.0 does, by the free memory that they report,"
                            + " or as 3.1 does, by the memory assigned to instances.")
    private N1Rule n1Rule = N1Rule.REPORTED;

    /** Returns how nodes are judged as they were read. */
    N1Rule n1Rule() {
        return n1Rule;
    }

    /** Returns the nodes to take as offline. */
    List<String> offline() {
        return List.copyOf(offline);
    }

    /**
     * Returns the source, if one is named. An allocation request does not count beside another one.
     *
     * @param nodeMemory what nodes take for themselves, where the source says that they run KVM
     * @throws Failure if there are several, or one that is not supported
     */
    Optional<ClusterSource> source(Console console, StaticNodeMemory nodeMemory) {
        check();
        Optional<ClusterSource> text = textData.map(console::file).map(ClusterSource.TextFile::new);
        return text.or(() -> allocationRequest
                .map(console::file)
                .map(file -> new ClusterSource.AllocationRequest(file, nodeMemory)));
    }

    private void check() {
        int exclusive = (master.isEmpty() ? 0 : 1) + (luxi.isEmpty() ? 0 : 1) + (textData.isEmpty() ? 0 : 1);
        if (exclusive > 1) {
            throw Failure.because("Only one of the rapi, luxi, and data files options should be given.");
        }
        if (!master.isEmpty()) {
            throw unavailable("the remote API (-m)");
        }
        if (luxi.isPresent()) {
            throw unavailable("the master daemon (-L)");
        }
    }

    private static Failure unavailable(String source) {
        return Failure.because("reading a cluster from " + source + " is not available yet, use -t FILE");
    }
}
