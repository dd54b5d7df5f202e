package org.ballast.hspace;

import java.util.Optional;
import org.ballast.cli.CommandOptions;
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
final class HspaceOptions implements CommandOptions {
    private static final String PEER_OPTIONS = """
            -p,--print-nodes none
            -t,--text-data file
            --disk-template choices=diskless,file,sharedfile,plain,blockdev,drbd,rbd,ext,gluster
            --spindle-use float
            --simulate string
            -m,--master host
            -L,--luxi file
            -I,--ialloc-src file
            -v,--verbose none
            -q,--quiet none
            --independent-groups none
            --accept-existing-errors none
            -O,--offline onenode
            --no-capacity-checks none
            --machine-readable choices=yes,no
            --max-cpu float
            -l,--max-length integer
            --min-disk float
            --standard-alloc string
            --tiered-alloc string
            -S,--save none
            --static-kvm-node-memory integer
            -V,--version none
            -h,--help none
            --help-completion none
            """;

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
    Optional<String> save = Optional.empty();

    @Mixin
    final NodeTableOptions nodes = new NodeTableOptions();

    @Mixin
    final StudyOptions study = new StudyOptions();

    @Mixin
    final ReportOptions report = new ReportOptions();

    @Mixin
    final VerbosityOptions verbosity = new VerbosityOptions();

    @Override
    public String peerOptions() {
        return PEER_OPTIONS;
    }
}
