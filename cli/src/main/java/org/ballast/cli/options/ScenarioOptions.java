package org.ballast.cli.options;

import java.util.List;
import java.util.Optional;
import org.ballast.cli.getopt.Values;
import org.ballast.model.Scenario;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run adds to the state of the cluster, beyond nodes to take as offline. */
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

    Optional<String> utilisationFile() {
        return utilisationFile;
    }

    List<String> selected() {
        return Values.commaSeparated(selected);
    }

    List<String> excluded() {
        return Values.commaSeparated(excluded);
    }

    List<String> exclusionTags() {
        return Values.commaSeparated(exclusionTags);
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
