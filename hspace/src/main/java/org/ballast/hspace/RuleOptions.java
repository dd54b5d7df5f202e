package org.ballast.hspace;

import org.ballast.planner.capacity.CapacityRules;
import picocli.CommandLine.Option;

/** How healthy a cluster must stay. */
final class RuleOptions {
    @Option(names = "--independent-groups", description = "Leave out groups that are not healthy, instead of all.")
    private boolean independentGroups;

    @Option(names = "--accept-existing-errors", description = "Place instances in groups that are not healthy, too.")
    private boolean acceptExistingErrors;

    @Option(
            names = "--no-capacity-checks",
            description = "Do not ask whether all instances of any one node would fit elsewhere.")
    private boolean noCapacityChecks;

    CapacityRules rules() {
        return new CapacityRules(!noCapacityChecks, independentGroups, acceptExistingErrors);
    }
}
