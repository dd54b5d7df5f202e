package org.ballast.cli.options;

import java.util.List;
import org.ballast.backends.ClusterLoader;
import org.ballast.backends.LoadedCluster;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.cli.console.Warnings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the source of the cluster's state. */
public final class SourceOptions {
    @Mixin
    private final BackendOptions backend = new BackendOptions();

    @Option(names = "--ignore-dynu", description = "Take all load as zero.")
    @GanetiOption(kind = "none", lines = "hbal 29, hcheck 4, hinfo 10")
    private boolean ignoresUtilisation;

    /** Returns the nodes to take as offline. */
    List<String> offline() {
        return backend.offline();
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
        LoadedCluster loaded = ClusterLoader.load(
                backend.source(console, nodeMemory),
                scenario.loadOptions(console, ignoresUtilisation).with(backend.n1Rule()));
        if (verbosity.level() != 0) {
            Warnings.print(console, loaded);
        }
        return loaded;
    }
}
