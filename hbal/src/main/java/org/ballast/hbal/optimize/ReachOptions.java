package org.ballast.hbal.optimize;

import java.util.Optional;
import org.ballast.cli.options.GoesWith;
import picocli.CommandLine.Option;

/** What may move where, and by which measure that is good. */
final class ReachOptions {
    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "With --optimize, keep to the rules in this YAML or JSON file, see docs/rules.md.")
    @GoesWith("--optimize")
    Optional<String> rules = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "WEIGHTS",
            description =
                    "With --optimize, let rows of the score count otherwise, given as NAME=VALUE,... or as a file of"
                            + " such lines; hinfo prints the names.")
    @GoesWith("--optimize")
    Optional<String> weights = Optional.empty();

    @Option(
            names = "--move-plain",
            description =
                    "With --optimize, also move instances whose disks are on one node alone; they are shut down for"
                            + " it.")
    @GoesWith("--optimize")
    boolean movesPlain;

    @Option(names = "--all-groups", description = "With --optimize, balance all groups in one plan.")
    @GoesWith("--optimize")
    boolean allGroups;

    @Option(
            names = "--cross-group",
            description = "With --optimize, balance all groups, and let instances change between them.")
    @GoesWith("--optimize")
    boolean crossGroups;
}
