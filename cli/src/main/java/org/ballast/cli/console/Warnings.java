package org.ballast.cli.console;

import java.util.List;
import org.ballast.backends.LoadedCluster;

/** Warnings beside the results about the cluster that was read, or the files. */
public final class Warnings {
    private Warnings() {}

    /** Prints what does not add up, and what was probably not meant, one a line; nothing if there is nothing to say. */
    public static void print(Console console, LoadedCluster loaded) {
        loaded.remarks().forEach(remark -> console.note("Warning: " + remark));
        printInconsistencies(console, loaded.warnings());
    }

    private static void printInconsistencies(Console console, List<String> warnings) {
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
