package org.ballast.hail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Readings;
import org.ballast.cli.getopt.Command;
import org.ballast.cli.getopt.Values;
import org.ballast.cli.getopt.Words;
import org.ballast.cli.options.OutputOptions.Form;
import org.ballast.planner.place.AllocationRules;

/**
 * What the command line of hail says.
 *
 * @param source what to take in place of the request's cluster
 * @param nodeMemory how much memory in MiB nodes that run KVM take for themselves; 0 or less to believe what they report
 * @param mond whether to ask monitoring daemons for load
 * @param rules where instances may be placed
 * @param advice what to say where a request is refused
 * @param display what to show on the way
 */
record HailOptions(
        Source source, long nodeMemory, boolean mond, AllocationRules rules, Advice advice, Display display) {
    /**
     * What to take in place of the request's cluster.
     *
     * @param textFile a file in the text format
     * @param simulation descriptions of an imaginary cluster's groups; where there are any, the file does not count
     * @param ignoresUtilisation whether to take all load as zero
     */
    record Source(Optional<String> textFile, List<String> simulation, boolean ignoresUtilisation) {
        /** Returns whether the cluster is not the request's. */
        boolean isElsewhere() {
            return textFile.isPresent() || !simulation.isEmpty();
        }
    }

    /**
     * What to say where a request is refused.
     *
     * @param explains whether to say what each node lacks
     * @param makeRoom how many moves may make room, if they are looked for
     * @param form how to print it
     */
    record Advice(boolean explains, OptionalInt makeRoom, Form form) {
        /** Returns whether there is anything to say. */
        boolean isAsked() {
            return explains || makeRoom.isPresent();
        }
    }

    /**
     * What to show on the way.
     *
     * @param nodeFields the fields to show of each node, none for the usual ones; empty if nodes are not shown at all
     * @param savePrefix the start of the names of the files that the cluster is written to
     * @param verbosity 1 usually, more with each {@code -v}
     */
    record Display(Optional<List<String>> nodeFields, Optional<String> savePrefix, int verbosity) {}

    /**
     * Reads the values of the options.
     *
     * @throws org.ballast.cli.console.Failure if one of them is bad; the first one is told
     */
    static HailOptions of(Words words) {
        try {
            Reader reader = new Reader();
            words.given().forEach(reader::take);
            return reader.options();
        } catch (BackendException e) {
            throw Command.refused(String.valueOf(e.getMessage()));
        }
    }

    /** Gathers what is given, the last one of a kind where there can be one only. */
    private static final class Reader {
        private static final long USUAL_NODE_MEMORY = 4096;

        private Optional<String> textFile = Optional.empty();
        private final List<String> simulation = new ArrayList<>();
        private boolean ignoresUtilisation;
        private long nodeMemory = USUAL_NODE_MEMORY;
        private boolean mond;
        private boolean ignoresSoftErrors;
        private boolean checksCapacity = true;
        private Optional<List<String>> restrictTo = Optional.empty();
        private boolean explains;
        private OptionalInt makeRoom = OptionalInt.empty();
        private Form form = Form.TEXT;
        private Optional<List<String>> nodeFields = Optional.empty();
        private Optional<String> savePrefix = Optional.empty();
        private int verbosity = 1;

        void take(Words.Given given) {
            String value = given.value();
            switch (given.option().name()) {
                case HailCommand.TEXT_DATA -> textFile = Optional.of(value);
                case HailCommand.SIMULATE -> simulation.add(value);
                case HailCommand.IGNORE_LOAD -> ignoresUtilisation = true;
                case HailCommand.NODE_MEMORY -> nodeMemory = Readings.integer("static node memory", value);
                case HailCommand.MOND -> mond = Values.yesNo(value);
                case HailCommand.IGNORE_SOFT_ERRORS -> ignoresSoftErrors = true;
                case HailCommand.NO_CAPACITY_CHECKS -> checksCapacity = false;
                case HailCommand.RESTRICT -> restrictTo = Optional.of(Values.commaSeparated(value));
                case HailCommand.EXPLAIN -> explains = Values.truth(value);
                case HailCommand.MAKE_ROOM -> makeRoom = OptionalInt.of(moves(value));
                case HailCommand.OUTPUT -> form = Form.named(value);
                case HailCommand.NODES -> nodeFields = Optional.of(Values.fields(value));
                case HailCommand.SAVE -> savePrefix = Optional.of(value);
                case HailCommand.VERBOSE -> verbosity++;
                default -> {
                    // Questions about the command itself are answered elsewhere; --mond-xen says nothing without
                    // --mond.
                }
            }
        }

        private static int moves(String text) {
            long moves = Readings.integer("moves that make room", text);
            if (moves < 1) {
                throw new BackendException("Invalid number of moves that make room: " + moves + ", expected 1 or more");
            }
            return Values.clamped(moves);
        }

        HailOptions options() {
            return new HailOptions(
                    new Source(textFile, List.copyOf(simulation), ignoresUtilisation),
                    nodeMemory,
                    mond,
                    new AllocationRules(ignoresSoftErrors, checksCapacity, restrictTo.map(Set::copyOf)),
                    new Advice(explains, makeRoom, form),
                    new Display(nodeFields, savePrefix, verbosity));
        }
    }
}
