package org.ballast.family;

import java.util.List;
import org.ballast.cli.getopt.Values;
import org.ballast.cli.options.CheckOptions;
import org.ballast.cli.options.OutputOptions;
import org.ballast.cli.options.ScenarioOptions;
import org.ballast.cli.options.SearchOptions;
import org.ballast.cli.options.SourceOptions;
import org.ballast.cli.options.VerbosityOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of hcheck. */
@Command(
        name = "hcheck",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Tells whether a cluster is healthy, and whether balancing would help.")
final class HcheckOptions {
    @Mixin
    final SourceOptions source = new SourceOptions();

    @Mixin
    final ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    final SearchOptions search = new SearchOptions();

    @Mixin
    final CheckOptions check = new CheckOptions();

    @Option(
            names = "--can-empty",
            paramLabel = "NODE,...",
            description = "Only tell whether all instances can be moved off these nodes, and which cannot, and why.")
    String canEmpty = "";

    /** Returns the nodes of which it is asked whether they can be emptied; none if it is not asked. */
    List<String> nodesToEmpty() {
        return Values.commaSeparated(canEmpty);
    }

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Mixin
    final VerbosityOptions verbosity = new VerbosityOptions();
}
