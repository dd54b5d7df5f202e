package org.ballast.hspace;

import org.ballast.capacity.CapacityRules;
import org.ballast.cli.options.GanetiOption;
import picocli.CommandLine.Option;

/** The options for the redundancy that a cluster must keep. */
final class RuleOptions {
    @Option(names = "--independent-groups", description = "Leave out groups that are not healthy, instead of all.")
    @GanetiOption(kind = "none", lines = "hspace 11")
    private boolean independentGroups;

    @Option(names = "--accept-existing-errors", description = "Place instances in groups that are not healthy, too.")
    @GanetiOption(kind = "none", lines = "hspace 12")
    private boolean acceptExistingErrors;

    @Option(
            names = "--no-capacity-checks",
            description = "Do not ask whether all instances of any one node would fit elsewhere.")
    @GanetiOption(kind = "none", lines = "hspace 14")
    private boolean noCapacityChecks;

    CapacityRules rules() {
        return new CapacityRules(!noCapacityChecks, independentGroups, acceptExistingErrors);
    }
}
