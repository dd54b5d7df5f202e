package org.ballast.cli.options;

import picocli.CommandLine.Option;

/** What is checked, and for whom. */
public final class CheckOptions {
    @Option(
            names = "--machine-readable",
            arity = "0..1",
            fallbackValue = "yes",
            paramLabel = "CHOICE",
            converter = YesNo.class,
            description = "Whether to print shell variables: yes (also without a value) or no.")
    private boolean machineReadable;

    @Option(names = "--no-simulation", description = "Do not look whether balancing would help.")
    private boolean noSimulation;

    @Option(names = "--no-capacity-checks", description = "Do not check whether each node can be evacuated.")
    private boolean noCapacityChecks;

    /** Returns whether results are shell variables. */
    public boolean isMachineReadable() {
        return machineReadable;
    }

    /** Returns whether an unhealthy cluster is balanced to see what changes. */
    public boolean simulates() {
        return !noSimulation;
    }

    /** Returns whether it is checked that the instances of each node fit elsewhere. */
    public boolean checksCapacity() {
        return !noCapacityChecks;
    }
}
