package org.ballast.hbal;

import java.util.Optional;
import org.ballast.cli.options.ConsistentSaveOption;
import org.ballast.cli.options.GanetiOption;
import org.ballast.cli.options.MonitoringOptions;
import org.ballast.cli.options.OutputOptions;
import org.ballast.cli.options.ScenarioOptions;
import org.ballast.cli.options.SearchOptions;
import org.ballast.cli.options.SourceOptions;
import org.ballast.cli.options.SubmissionOptions;
import org.ballast.cli.options.TableOptions;
import org.ballast.cli.options.VerbosityOptions;
import org.ballast.hbal.optimize.OptimizeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of hbal. */
@Command(
        name = "hbal",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Plans moves of instances that balance a group of nodes.")
final class HbalOptions {
    @Mixin
    final SourceOptions source = new SourceOptions();

    @Mixin
    final MonitoringOptions monitoring = new MonitoringOptions();

    @Option(names = "--exit-on-missing-mond-data", description = "With --mond, end if a daemon says too little.")
    @GanetiOption(kind = "none", lines = "hbal 32")
    boolean exitsOnMissingData;

    @Option(names = "--mond-xen", description = "With --mond, ask for what only Xen can tell as well.")
    @GanetiOption(kind = "none", lines = "hbal 33")
    boolean asksXen;

    @Mixin
    final ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = {"-G", "--group"},
            paramLabel = "ID",
            description = "Balance the node group of this name or UUID; needed if there are several.")
    @GanetiOption(kind = "onegroup", lines = "hbal 13")
    Optional<String> group = Optional.empty();

    @Mixin
    final SearchOptions search = new SearchOptions();

    @Option(
            names = "--restricted-migration",
            description = "Do not move an instance away from its primary node unless that is offline.")
    @GanetiOption(kind = "none", lines = "hbal 6")
    boolean restrictedMigration;

    @Mixin
    final OptimizeOptions optimize = new OptimizeOptions();

    @Mixin
    final SubmissionOptions submission = new SubmissionOptions();

    @Option(
            names = {"-S", "--save"},
            paramLabel = "FILE",
            description = "Write the cluster to FILE.original, and as balanced to FILE.balanced.")
    @GanetiOption(kind = "none", lines = "hbal 36")
    Optional<String> save = Optional.empty();

    @Mixin
    final ConsistentSaveOption consistentSave = new ConsistentSaveOption();

    @Mixin
    final TableOptions tables = new TableOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Mixin
    final VerbosityOptions verbosity = new VerbosityOptions();
}
