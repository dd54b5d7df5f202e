package org.ballast.cli.options;

import picocli.CommandLine.Option;

/** In which form clusters are saved. */
public final class ConsistentSaveOption {
    @Option(
            names = "--save-consistent",
            description = "With -S, write the free memory that nodes have after the changes, and not what was reported"
                    + " before, so that the saved cluster has the same score.")
    @GoesWith("--save")
    private boolean consistent;

    /** Returns whether a saved cluster has to have the same score when it is read. */
    public boolean isWanted() {
        return consistent;
    }
}
