package org.ballast.cli.options;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of checks. */
public final class CheckOptions {
    @Mixin
    private final ShellOptions shell = new ShellOptions();

    @Option(names = "--no-simulation", description = "Do not look whether balancing would help.")
    @GanetiOption(kind = "none", lines = "hcheck 19")
    private boolean noSimulation;

    @Option(names = "--no-capacity-checks", description = "Do not check whether each node can be evacuated.")
    @GanetiOption(kind = "none", lines = "hcheck 24")
    private boolean noCapacityChecks;

    /** Returns whether results are shell variables. */
    public boolean isMachineReadable() {
        return shell.isMachineReadable();
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
