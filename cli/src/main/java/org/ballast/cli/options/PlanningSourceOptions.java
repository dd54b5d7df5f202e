package org.ballast.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.ClusterLoader;
import org.ballast.backends.ClusterSource;
import org.ballast.backends.LoadOptions;
import org.ballast.backends.LoadedCluster;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.cli.console.Warnings;
import org.ballast.planner.place.GanetiNumbering;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the source of a cluster whose capacity is asked for, which may be simulated. */
public final class PlanningSourceOptions {
    @Mixin
    private final BackendOptions backend = new BackendOptions();

    @Option(
            names = "--simulate",
            paramLabel = "SPEC",
            description = "Take an empty cluster with a group like POLICY,NODES,DISK,MEMORY,CPUS; once for each group.")
    @GanetiOption(kind = "string", lines = "hspace 5")
    private List<String> simulation = new ArrayList<>();

    /** Returns whether the cluster is an imaginary one. */
    public boolean isSimulated() {
        return !simulation.isEmpty();
    }

    /** Returns the numbers that Ganeti gives the cluster's nodes. */
    public GanetiNumbering numbering() {
        return isSimulated() ? GanetiNumbering.SIMULATED : GanetiNumbering.PLAIN;
    }

    /** Returns the nodes to take as offline. */
    public List<String> offline() {
        return backend.offline();
    }

    /**
     * Loads the cluster and tells what is inconsistent in it, unless the verbosity is 0. A simulated cluster goes
     * before one from a file.
     *
     * @param nodeMemory what nodes take for themselves, where the source says that they run KVM
     * @throws Failure if there is no source, or one that is not supported
     * @throws org.ballast.backends.input.BackendException if the source cannot be read
     */
    public LoadedCluster load(Console console, VerbosityOptions verbosity, StaticNodeMemory nodeMemory) {
        Optional<ClusterSource> real = backend.source(console, nodeMemory);
        LoadedCluster loaded = ClusterLoader.load(
                isSimulated() ? Optional.of(new ClusterSource.SimulatedGroups(simulation)) : real,
                LoadOptions.NONE.with(backend.n1Rule()));
        if (verbosity.level() != 0) {
            Warnings.print(console, loaded);
        }
        return loaded;
    }
}
