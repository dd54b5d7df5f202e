package org.ballast.family;

import org.ballast.cli.CommandOptions;
import org.ballast.cli.options.CheckOptions;
import org.ballast.cli.options.OutputOptions;
import org.ballast.cli.options.ScenarioOptions;
import org.ballast.cli.options.SearchOptions;
import org.ballast.cli.options.SourceOptions;
import org.ballast.cli.options.VerbosityOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The options of hcheck. */
@Command(
        name = "hcheck",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Tells whether a cluster is healthy, and whether balancing would help.")
final class HcheckOptions implements CommandOptions {
    private static final String PEER_OPTIONS = """
            -t,--text-data file
            --no-disk-moves none
            -U,--dynu-file file
            --ignore-dynu none
            -E,--evac-mode none
            --exclude-instances manyinstances
            --exclusion-tags string
            -I,--ialloc-src file
            --no-instance-moves none
            -L,--luxi file
            --machine-readable choices=yes,no
            --max-cpu float
            -l,--max-length integer
            --min-disk float
            -g,--min-gain float
            --min-gain-limit float
            -e,--min-score float
            --ignore-soft-errors none
            --no-simulation none
            -O,--offline onenode
            -q,--quiet none
            -m,--master host
            --select-instances manyinstances
            --no-capacity-checks none
            -v,--verbose none
            -V,--version none
            -h,--help none
            --help-completion none
            """;

    @Mixin
    final SourceOptions source = new SourceOptions();

    @Mixin
    final ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    final SearchOptions search = new SearchOptions();

    @Mixin
    final CheckOptions check = new CheckOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Mixin
    final VerbosityOptions verbosity = new VerbosityOptions();

    @Override
    public String peerOptions() {
        return PEER_OPTIONS;
    }
}
