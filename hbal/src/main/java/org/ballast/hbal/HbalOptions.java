package org.ballast.hbal;

import java.util.Optional;
import org.ballast.cli.CommandOptions;
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
final class HbalOptions implements CommandOptions {
    private static final String PEER_OPTIONS = """
            -p,--print-nodes none
            --print-instances none
            -C,--print-commands none
            -t,--text-data file
            -E,--evac-mode none
            --restricted-migration none
            -m,--master host
            -L,--luxi file
            -I,--ialloc-src file
            -X,--exec none
            --first-job-group none
            --reason none
            -G,--group onegroup
            -l,--max-length integer
            -v,--verbose none
            -q,--quiet none
            -O,--offline onenode
            --static-kvm-node-memory integer
            -e,--min-score float
            --max-cpu float
            --min-disk float
            -g,--min-gain float
            --min-gain-limit float
            --no-disk-moves none
            --select-instances manyinstances
            --no-instance-moves none
            --ignore-soft-errors none
            -U,--dynu-file file
            --ignore-dynu none
            --mond choices=yes,no
            --mond-data file
            --exit-on-missing-mond-data none
            --mond-xen none
            --exclusion-tags string
            --exclude-instances manyinstances
            -S,--save none
            --priority choices=low,normal,high
            -V,--version none
            -h,--help none
            --help-completion none
            """;

    @Mixin
    final SourceOptions source = new SourceOptions();

    @Mixin
    final MonitoringOptions monitoring = new MonitoringOptions();

    @Option(names = "--exit-on-missing-mond-data", description = "With --mond, end if a daemon says too little.")
    boolean exitsOnMissingData;

    @Option(names = "--mond-xen", description = "With --mond, ask for what only Xen can tell as well.")
    boolean asksXen;

    @Mixin
    final ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = {"-G", "--group"},
            paramLabel = "ID",
            description = "Balance the node group of this name or UUID; needed if there are several.")
    Optional<String> group = Optional.empty();

    @Mixin
    final SearchOptions search = new SearchOptions();

    @Option(
            names = "--restricted-migration",
            description = "Do not move an instance away from its primary node unless that is offline.")
    boolean restrictedMigration;

    @Mixin
    final OptimizeOptions optimize = new OptimizeOptions();

    @Mixin
    final SubmissionOptions submission = new SubmissionOptions();

    @Option(
            names = {"-S", "--save"},
            paramLabel = "FILE",
            description = "Write the cluster to FILE.original, and as balanced to FILE.balanced.")
    Optional<String> save = Optional.empty();

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
