package org.ballast.family;

import org.ballast.cli.options.MonitoringOptions;
import org.ballast.cli.options.OutputOptions;
import org.ballast.cli.options.SourceOptions;
import org.ballast.cli.options.TableOptions;
import org.ballast.cli.options.VerbosityOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The options of hinfo. */
@Command(
        name = "hinfo",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Tells what a cluster looks like.")
final class HinfoOptions {
    @Mixin
    final SourceOptions source = new SourceOptions();

    @Mixin
    final MonitoringOptions monitoring = new MonitoringOptions();

    @Mixin
    final TableOptions tables = new TableOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Mixin
    final VerbosityOptions verbosity = new VerbosityOptions();
}
