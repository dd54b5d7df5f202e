package org.ballast.family;

import org.ballast.cli.CommandOptions;
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
final class HinfoOptions implements CommandOptions {
    private static final String PEER_OPTIONS = """
            -p,--print-nodes none
            --print-instances none
            -t,--text-data file
            -m,--master host
            -L,--luxi file
            -I,--ialloc-src file
            -v,--verbose none
            -q,--quiet none
            -O,--offline onenode
            --ignore-dynu none
            --mond choices=yes,no
            --mond-data file
            --static-kvm-node-memory integer
            -V,--version none
            -h,--help none
            --help-completion none
            """;

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

    @Override
    public String peerOptions() {
        return PEER_OPTIONS;
    }
}
