package org.ballast.cli.options;

import picocli.CommandLine.Option;

/** The option of results as shell variables. */
public final class ShellOptions {
    @Option(
            names = "--machine-readable",
            arity = "0..1",
            fallbackValue = "yes",
            paramLabel = "CHOICE",
            converter = YesNo.class,
            description = "Whether to print shell variables: yes (also without a value) or no.")
    @GanetiOption(kind = "choices=yes,no", lines = "hcheck 11, hspace 15")
    private boolean machineReadable;

    /** Returns whether results are shell variables. */
    public boolean isMachineReadable() {
        return machineReadable;
    }
}
