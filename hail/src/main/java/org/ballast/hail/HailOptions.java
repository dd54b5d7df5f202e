package org.ballast.hail;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ballast.backends.ClusterSource;
import org.ballast.cli.console.Console;
import org.ballast.cli.options.OutputOptions.Form;
import org.ballast.model.N1Rule;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.GanetiNumbering;

/**
 * The values of hail's command line.
 *
 * @param source what to take in place of the request's cluster
 * @param nodeMemory how much memory in MiB nodes that run KVM take for themselves; 0 or less to believe what they
 *     report
 * @param n1Rule how nodes are judged as they were read
 * @param mond whether to ask monitoring daemons for load
 * @param rules where instances may be placed
 * @param advice what to say where a request is refused
 * @param display what to show on the way
 */
record HailOptions(
        Source source,
        long nodeMemory,
        N1Rule n1Rule,
        boolean mond,
        AllocationRules rules,
        AdviceOptions advice,
        DisplayOptions display) {
    /**
     * The source of a cluster in place of the request's.
     *
     * @param textFile a file in the text format
     * @param simulation descriptions of an imaginary cluster's groups; where there are any, the file does not count
     * @param ignoresUtilisation whether to take all load as zero
     */
    record Source(Optional<String> textFile, List<String> simulation, boolean ignoresUtilisation) {
        /** Returns where the cluster is, if it is not the request's. */
        Optional<ClusterSource> elsewhere(Console console) {
            return isSimulated()
                    ? Optional.of(new ClusterSource.SimulatedGroups(simulation))
                    : textFile.map(console::file).map(ClusterSource.TextFile::new);
        }

        /** Returns the numbers that Ganeti gives the cluster's nodes. */
        GanetiNumbering numbering() {
            return isSimulated() ? GanetiNumbering.SIMULATED : GanetiNumbering.PLAIN;
        }

        private boolean isSimulated() {
            return !simulation.isEmpty();
        }
    }

    /**
     * The explanations of a refused request.
     *
     * @param explains whether to say what each node lacks
     * @param makeRoom how many moves may make room, if they are looked for
     * @param form how to print it
     */
    record AdviceOptions(boolean explains, OptionalInt makeRoom, Form form) {
        /** Returns whether there is anything to say. */
        boolean isAsked() {
            return explains || makeRoom.isPresent();
        }
    }

    /**
     * The output beside the reply.
     *
     * @param nodeFields the fields to show of each node, none for the usual ones; empty if nodes are not shown at all
     * @param savePrefix the start of the names of the files that the cluster is written to
     * @param savesConsistently whether the cluster saved afterwards has to have the same score when it is read
     * @param verbosity 1 usually, more with each {@code -v}
     */
    record DisplayOptions(
            Optional<List<String>> nodeFields, Optional<String> savePrefix, boolean savesConsistently, int verbosity) {}
}
