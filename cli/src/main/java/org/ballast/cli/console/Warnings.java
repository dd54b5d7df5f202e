package org.ballast.cli.console;

import java.util.List;

/** Tells beside the results what does not add up in the cluster that was read. */
public final class Warnings {
    private Warnings() {}

    /** Prints the warnings, one a line; nothing if there are none. */
    public static void print(Console console, List<String> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        console.note("Warning: cluster has inconsistent data:");
        for (String warning : warnings) {
            console.note("  - " + warning);
        }
        console.note("");
    }
}
