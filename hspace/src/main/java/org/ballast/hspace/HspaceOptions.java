package org.ballast.hspace;

import java.util.Optional;
import org.ballast.cli.options.ConsistentSaveOption;
import org.ballast.cli.options.GanetiOption;
import org.ballast.cli.options.LimitOptions;
import org.ballast.cli.options.NodeMemoryOptions;
import org.ballast.cli.options.NodeTableOptions;
import org.ballast.cli.options.PlanningSourceOptions;
import org.ballast.cli.options.VerbosityOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of hspace. */
@Command(
        name = Hspace.NAME,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Tells how many more instances fit into a cluster.")
final class HspaceOptions {
    @Mixin
    final PlanningSourceOptions source = new PlanningSourceOptions();

    @Mixin
    final NodeMemoryOptions nodeMemory = new NodeMemoryOptions();

    @Mixin
    final SizeOptions sizes = new SizeOptions();

    @Mixin
    final LimitOptions limits = new LimitOptions();

    @Mixin
    final RuleOptions rules = new RuleOptions();

    @Option(
            names = {"-S", "--save"},
            paramLabel = "FILE",
            description = "Write the filled cluster to FILE.tiered and FILE.standard.")
    @GanetiOption(kind = "none", lines = "hspace 21")
    Optional<String> save = Optional.empty();

    @Mixin
    final ConsistentSaveOption consistentSave = new ConsistentSaveOption();

    @Mixin
    final NodeTableOptions nodes = new NodeTableOptions();

    @Mixin
    final StudyOptions study = new StudyOptions();

    @Mixin
    final ReportOptions report = new ReportOptions();

    @Mixin
    final VerbosityOptions verbosity = new VerbosityOptions();
}
