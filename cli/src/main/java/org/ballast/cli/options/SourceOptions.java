package org.ballast.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.ClusterLoader;
import org.ballast.backends.LoadRequest;
import org.ballast.backends.LoadedCluster;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.cli.console.Warnings;
import picocli.CommandLine.Option;

/** Where the state of the cluster comes from. */
public final class SourceOptions {
    @Option(
            names = {"-t", "--text-data"},
            paramLabel = "FILE",
            description = "Read the cluster from this file, in the text format.")
    private Optional<String> textData = Optional.empty();

    @Option(
            names = {"-m", "--master"},
            paramLabel = "ADDRESS",
            description = "Read the cluster from the remote API at this address.")
    private String master = "";

    @Option(
            names = {"-L", "--luxi"},
            arity = "0..1",
            fallbackValue = "/var/run/ganeti/socket/ganeti-query",
            paramLabel = "SOCKET",
            description = "Read the cluster from the master daemon, at this socket or its usual one.")
    private Optional<String> luxi = Optional.empty();

    @Option(
            names = {"-I", "--ialloc-src"},
            paramLabel = "FILE",
            description = "Read the cluster from this allocation request.")
    private Optional<String> allocationRequest = Optional.empty();

    @Option(
            names = {"-O", "--offline"},
            paramLabel = "NODE",
            description = "Take this node as offline; may be given several times.")
    private List<String> offline = new ArrayList<>();

    @Option(names = "--ignore-dynu", description = "Take all load as zero.")
    private boolean ignoresUtilisation;

    /** Returns the nodes to take as offline. */
    List<String> offline() {
        return List.copyOf(offline);
    }

    /**
     * Loads the cluster and tells what is inconsistent in it, unless the verbosity is 0.
     *
     * @param nodeMemory what nodes take for themselves, where the source says that they run KVM
     * @throws Failure if there is no source, more than one, or one that is not supported
     * @throws org.ballast.backends.input.BackendException if the source cannot be read
     */
    public LoadedCluster load(
            Console console, ScenarioOptions scenario, VerbosityOptions verbosity, StaticNodeMemory nodeMemory) {
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
        LoadedCluster loaded = ClusterLoader.load(new LoadRequest(
                textData.map(console::file),
                List.of(),
                allocationRequest.map(console::file),
                nodeMemory,
                scenario.utilisationFile().map(console::file),
                ignoresUtilisation,
                scenario.exclusionTags(),
                scenario.selected(),
                scenario.excluded()));
        if (verbosity.level() != 0) {
            Warnings.print(console, loaded.warnings());
        }
        return loaded;
    }

    private static Failure unavailable(String source) {
        return Failure.because("reading a cluster from " + source + " is not available yet, use -t FILE");
    }
}
