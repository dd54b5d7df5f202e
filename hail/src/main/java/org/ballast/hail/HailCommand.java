package org.ballast.hail;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Readings;
import org.ballast.cli.getopt.Command;
import org.ballast.cli.getopt.Declaration;
import org.ballast.cli.getopt.KeptOption;
import org.ballast.cli.getopt.Option;
import org.ballast.cli.getopt.Values;
import org.ballast.cli.options.OutputOptions.Form;
import org.ballast.model.N1Rule;
import org.ballast.planner.place.AllocationRules;

/**
 * The command line of hail. Its options are declared here and not by annotations: picocli would take longer to start
 * than most requests take to answer.
 */
final class HailCommand {
    static final String NAME = "hail";

    private static final long USUAL_NODE_MEMORY = 4096;

    /** The number of moves that may make room where no option says otherwise. */
    private static final String USUAL_MOVES = "5";

    /** All options, in the order of the help text, which is that of the fields below. */
    private final List<Option> all = new ArrayList<>();

    private final KeptOption<String> textData =
            option(Declaration.with("FILE", "-t,--text-data", "Take the cluster from this file, in the text format.")
                    .inGaneti("file", 3));

    private final KeptOption<String> simulation = option(Declaration.with(
                    "SPEC",
                    "--simulate",
                    "Take an empty cluster with a group like POLICY,NODES,DISK,MEMORY,CPUS; once for each group.")
            .inGaneti("string", 4));

    private final KeptOption<String> ignoreLoad = option(
            Declaration.flag("--ignore-dynu", "With -t, take all load as zero.").inGaneti("none", 6));

    private final KeptOption<Boolean> mond = option(
            Declaration.maybeWith(
                            "CHOICE",
                            "yes",
                            "--mond",
                            "Whether to ask the nodes' monitoring daemons for load: yes (also without a value) or no.")
                    .inGaneti("choices=yes,no", 10),
            Values::yesNo);

    // What says nothing without --mond, which is not available yet.
    {
        option(Declaration.flag("--mond-xen", "With --mond, ask for what only Xen can tell as well.")
                .inGaneti("none", 11));
    }

    private final KeptOption<Long> nodeMemory = option(
            Declaration.with(
                            "N",
                            "--static-kvm-node-memory",
                            "Reckon this many MiB for the node itself where KVM runs; 0 to use what it reports.")
                    .inGaneti("integer", 12),
            HailCommand::mebibytes);

    private final KeptOption<N1Rule> n1Rule = option(
            Declaration.with(
                    "RELEASE",
                    "--n1",
                    "Judge whether nodes can host failovers as Ganeti 3.0 does, by the free memory that they report, or"
                            + " as 3.1 does, by the memory assigned to instances."),
            Values::n1Rule);

    private final KeptOption<String> ignoreSoftErrors =
            option(Declaration.flag("--ignore-soft-errors", "Allow placements that break soft limits.")
                    .inGaneti("none", 7));

    private final KeptOption<String> noCapacityChecks =
            option(Declaration.flag("--no-capacity-checks", "Do not ask whether each node could still be evacuated.")
                    .inGaneti("none", 8));

    private final KeptOption<List<String>> restriction = option(
            Declaration.with("NODE,...", "--restrict-allocation-to", "Place new instances on these nodes only.")
                    .inGaneti("manynodes", 9),
            Values::commaSeparated);

    private final KeptOption<Boolean> explain = option(
            Declaration.maybeWith(
                    "CHOICE",
                    "yes",
                    "--explain",
                    "Whether to say, where a request is refused, what each node lacks: yes (also without a value) or no."),
            Values::truth);

    private final KeptOption<Integer> makeRoom = option(
            Declaration.maybeWith(
                    "MOVES",
                    USUAL_MOVES,
                    "--make-room",
                    "Where a request is refused, look for moves that make room: at most this many, or " + USUAL_MOVES
                            + "."),
            HailCommand::moves);

    private final KeptOption<Form> form = option(
            Declaration.with(
                    "FORM",
                    "--output",
                    "Print what --explain and --make-room find as text, which is usual, or as one json document."),
            Form::named);

    private final KeptOption<String> savePrefix = option(Declaration.with(
                    "FILE", "-S,--save", "Write the cluster to FILE.pre-ialloc, and as it becomes to FILE.post-ialloc.")
            .inGaneti("none", 2));

    private final KeptOption<String> consistentSave = option(Declaration.flag(
            "--save-consistent",
            "With -S, write the free memory that nodes have after the changes, and not what was reported before, so that"
                    + " the saved cluster has the same score."));

    private final KeptOption<List<String>> nodeFields = option(
            Declaration.maybeWith(
                            "FIELDS",
                            "",
                            "-p,--print-nodes",
                            "Show the nodes: these fields, or with a leading + these beside the usual ones.")
                    .inGaneti("none", 1),
            Values::fields);

    private final KeptOption<String> verbose =
            option(Declaration.flag("-v,--verbose", "Say more; twice to see the request.")
                    .inGaneti("none", 5));

    private final Command command = new Command(
            NAME,
            new Command.Operands("FILE", "file 1 1\n"),
            "Answers the cluster manager's request in FILE, or in the standard input if it is -.",
            all);

    private KeptOption<String> option(Declaration declaration) {
        return option(declaration, Values::text);
    }

    private <T> KeptOption<T> option(Declaration declaration, Function<String, T> reader) {
        KeptOption<T> option = new KeptOption<>(declaration, reader);
        all.add(option);
        return option;
    }

    private static long mebibytes(String text) {
        return Readings.integer("static node memory", text);
    }

    private static int moves(String text) {
        long moves = Readings.integer("moves that make room", text);
        if (moves < 1) {
            throw new BackendException("Invalid number of moves that make room: " + moves + ", expected 1 or more");
        }
        return Values.clamped(moves);
    }

    /** Returns the command line itself, yet to be read. */
    Command command() {
        return command;
    }

    /** Returns what the options say; the last one of a kind where there can be one only. */
    HailOptions options() {
        return new HailOptions(
                new HailOptions.Source(textData.last(), simulation.all(), ignoreLoad.isGiven()),
                nodeMemory.last().orElse(USUAL_NODE_MEMORY),
                n1Rule.last().orElse(N1Rule.REPORTED),
                mond.last().orElse(false),
                new AllocationRules(
                        ignoreSoftErrors.isGiven(),
                        !noCapacityChecks.isGiven(),
                        restriction.last().map(Set::copyOf)),
                new HailOptions.AdviceOptions(
                        explain.last().orElse(false),
                        makeRoom.last().map(OptionalInt::of).orElse(OptionalInt.empty()),
                        form.last().orElse(Form.TEXT)),
                new HailOptions.DisplayOptions(
                        nodeFields.last(), savePrefix.last(), consistentSave.isGiven(), 1 + verbose.count()));
    }
}
