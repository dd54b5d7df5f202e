package org.ballast.hail;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.getopt.Command;
import org.ballast.cli.getopt.Option;

/** What the command line of hail can hold. */
final class HailCommand {
    static final String NAME = "hail";

    static final String NODES = "--print-nodes";
    static final String SAVE = "--save";
    static final String TEXT_DATA = "--text-data";
    static final String SIMULATE = "--simulate";
    static final String VERBOSE = "--verbose";
    static final String IGNORE_LOAD = "--ignore-dynu";
    static final String IGNORE_SOFT_ERRORS = "--ignore-soft-errors";
    static final String NO_CAPACITY_CHECKS = "--no-capacity-checks";
    static final String RESTRICT = "--restrict-allocation-to";
    static final String MOND = "--mond";
    static final String MOND_XEN = "--mond-xen";
    static final String NODE_MEMORY = "--static-kvm-node-memory";
    static final String EXPLAIN = "--explain";
    static final String MAKE_ROOM = "--make-room";
    static final String OUTPUT = "--output";

    /** How many moves may make room where nothing is said. */
    private static final String USUAL_MOVES = "5";

    private static final String PEER_OPTIONS = """
            -p,--print-nodes none
            -S,--save none
            -t,--text-data file
            --simulate string
            -v,--verbose none
            --ignore-dynu none
            --ignore-soft-errors none
            --no-capacity-checks none
            --restrict-allocation-to manynodes
            --mond choices=yes,no
            --mond-xen none
            --static-kvm-node-memory integer
            -V,--version none
            -h,--help none
            --help-completion none
            file 1 1
            """;

    private static final List<Option> OPTIONS = List.of(
            Option.with("FILE", "-t," + TEXT_DATA, "Take the cluster from this file, in the text format."),
            Option.with(
                    "SPEC",
                    SIMULATE,
                    "Take an empty cluster with a group like POLICY,NODES,DISK,MEMORY,CPUS; once for each group."),
            Option.flag(IGNORE_LOAD, "With -t, take all load as zero."),
            Option.maybeWith(
                    "CHOICE",
                    "yes",
                    MOND,
                    "Whether to ask the nodes' monitoring daemons for load: yes (also without a value) or no."),
            Option.flag(MOND_XEN, "With --mond, ask for what only Xen can tell as well."),
            Option.with(
                    "N",
                    NODE_MEMORY,
                    "Reckon this many MiB for the node itself where KVM runs; 0 to use what it reports."),
            Option.flag(IGNORE_SOFT_ERRORS, "Allow placements that break soft limits."),
            Option.flag(NO_CAPACITY_CHECKS, "Do not ask whether each node could still be evacuated."),
            Option.with("NODE,...", RESTRICT, "Place new instances on these nodes only."),
            Option.maybeWith(
                    "CHOICE",
                    "yes",
                    EXPLAIN,
                    "Whether to say, where a request is refused, what each node lacks: yes (also without a value) or"
                            + " no."),
            Option.maybeWith(
                    "MOVES",
                    USUAL_MOVES,
                    MAKE_ROOM,
                    "Where a request is refused, look for moves that make room: at most this many, or " + USUAL_MOVES
                            + "."),
            Option.with(
                    "FORM",
                    OUTPUT,
                    "Print what --explain and --make-room find as text, which is usual, or as one json document."),
            Option.with(
                    "FILE",
                    "-S," + SAVE,
                    "Write the cluster to FILE.pre-ialloc, and as it becomes to FILE.post-ialloc."),
            Option.maybeWith(
                    "FIELDS",
                    "",
                    "-p," + NODES,
                    "Show the nodes: these fields, or with a leading + these beside the usual ones."),
            Option.flag("-v," + VERBOSE, "Say more; twice to see the request."));

    /** The command. */
    static final Command COMMAND = new Command(
            NAME,
            "FILE",
            "Answers the cluster manager's request in FILE, or in the standard input if it is -.",
            all(),
            PEER_OPTIONS);

    private HailCommand() {}

    private static List<Option> all() {
        List<Option> all = new ArrayList<>(OPTIONS);
        all.addAll(Command.STANDARD_OPTIONS);
        return all;
    }
}
