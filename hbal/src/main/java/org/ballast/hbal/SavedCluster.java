package org.ballast.hbal;

import java.util.Optional;
import org.ballast.backends.text.TextWriter;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.OutputFile;
import org.ballast.model.Cluster;

/**
 * Saves the cluster before and after, if asked to.
 *
 * @param console where to say so
 * @param prefix the start of the files' names, if the cluster is to be saved
 * @param isConsistent whether what is saved afterwards has to have the same score when it is read
 */
record SavedCluster(Console console, Optional<String> prefix, boolean isConsistent) {
    /** Saves the cluster as it was loaded. */
    void before(Cluster cluster) {
        save("original", "before", cluster);
    }

    /** Saves what is left of the cluster when only the balanced groups are looked at. */
    void after(BalancedGroups groups) {
        if (prefix.isPresent()) {
            save("balanced", "after", isConsistent ? GroupExtract.consistent(groups) : GroupExtract.of(groups));
        }
    }

    private void save(String extension, String when, Cluster cluster) {
        if (prefix.isEmpty()) {
            return;
        }
        String name = prefix.get() + "." + extension;
        write(console, name, TextWriter.write(cluster));
        console.note("The cluster state " + when + " balancing has been written to file '" + name + "'");
    }

    /**
     * Writes a file that an option names.
     *
     * @throws org.ballast.cli.console.Failure if it cannot be written
     */
    static void write(Console console, String name, String text) {
        new OutputFile(console, "hbal", name).write(text);
    }
}
