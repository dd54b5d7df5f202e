package org.ballast.cli.options;

import java.util.Optional;
import org.ballast.backends.LoadOptions;
import org.ballast.cli.console.Console;
import org.ballast.cli.getopt.Values;
import org.ballast.model.Scenario;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that add to the state of the cluster, beyond nodes to take as offline. */
public final class ScenarioOptions {
    @Option(
            names = {"-U", "--dynu-file"},
            paramLabel = "FILE",
            description = "Read the measured load of instances from this file.")
    @GanetiOption(kind = "file", lines = "hbal 28, hcheck 3")
    private Optional<String> utilisationFile = Optional.empty();

    @Option(names = "--select-instances", paramLabel = "INSTS", description = "Move none but these instances.")
    @GanetiOption(kind = "manyinstances", lines = "hbal 25, hcheck 23")
    private String selected = "";

    @Option(names = "--exclude-instances", paramLabel = "INSTS", description = "Do not move these instances.")
    @GanetiOption(kind = "manyinstances", lines = "hbal 35, hcheck 6")
    private String excluded = "";

    @Option(
            names = "--exclusion-tags",
            paramLabel = "TAG,...",
            description = "Keep instances apart that share a tag with one of these prefixes.")
    @GanetiOption(kind = "string", lines = "hbal 34, hcheck 7")
    private String exclusionTags = "";

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    /**
     * Returns what to load beyond the cluster.
     *
     * @param ignoreUtilisation whether to take all load as zero
     */
    LoadOptions loadOptions(Console console, boolean ignoreUtilisation) {
        return new LoadOptions(
                new LoadOptions.MeasuredLoad(utilisationFile.map(console::file), ignoreUtilisation),
                Values.commaSeparated(exclusionTags),
                new LoadOptions.MovableInstances(Values.commaSeparated(selected), Values.commaSeparated(excluded)));
    }

    /**
     * Returns the scenario with offline nodes and limits as given.
     *
     * @throws org.ballast.cli.console.Failure if a node that is to be offline does not exist
     */
    public Scenario applyTo(Scenario scenario, SourceOptions source) {
        return limits.applyTo(scenario, source.offline());
    }
}
