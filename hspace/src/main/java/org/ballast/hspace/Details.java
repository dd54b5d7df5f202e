package org.ballast.hspace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.backends.Notation;
import org.ballast.backends.text.TextWriter;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.packing.Packing;
import org.ballast.cli.Tables;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.OutputFile;
import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.study.Mode;
import org.ballast.hspace.study.Study;
import org.ballast.model.Cluster;
import org.ballast.model.Score;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.place.allocate.AllocationTargets;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;

/** The output beside the results: nodes, files with the filled cluster, and how it was found. */
final class Details {
    private static final int SHOWING_WARNINGS = 1;
    private static final int SHOWING_PLACES = 2;
    private static final int SHOWING_SCORE = 3;
    private static final int SHOWING_GROUNDS = 4;

    private final Console console;
    private final HspaceOptions options;
    private final ShortNames names;
    private final GanetiNumbering numbering;
    private final Tables tables;

    Details(Console console, HspaceOptions options, ShortNames names) {
        this.console = console;
        this.options = options;
        this.names = names;
        numbering = options.source.numbering();
        tables = Tables.ofNodes(console, options.nodes, names, numbering);
    }

    /** Shows the cluster as it was loaded. */
    void loaded(ClusterState state) {
        if (!names.suffix().isEmpty() && shows(SHOWING_PLACES)) {
            console.note("Note: Stripping common suffix of '" + names.suffix() + "' from names");
        }
        tables.nodes("Initial cluster", state, all(state));
        if (shows(SHOWING_SCORE)) {
            Score score = new ScoreSheet(state, all(state)).score();
            console.note("Initial coefficients: overall " + ScoreTable.total(score.total()));
            console.err().print(ScoreTable.of(score));
        }
    }

    /** Shows where instances can be placed. */
    void surveyed(ClusterState state, CandidateNodes candidateNodes, int requiredNodes) {
        if (shows(SHOWING_WARNINGS)) {
            new GroupWarnings(state, candidateNodes, requiredNodes > 1).closed().forEach(console::note);
        }
        if (!shows(SHOWING_GROUNDS)) {
            return;
        }
        Cluster cluster = state.scenario().cluster();
        list(
                "Bad nodes",
                candidateNodes.unhealthyNodes().stream()
                        .map(node -> cluster.nodes().get(node).name())
                        .toList());
        list(
                "Bad groups",
                CandidateNodes.unhealthyGroups(state, candidateNodes.rules()).stream()
                        .map(group -> cluster.groups().get(group).name())
                        .toList());
        console.note("Allocatable nodes: " + text(state, candidateNodes.targets(state, requiredNodes)));
    }

    /** Prints why nothing was placed, if that is not for want of room. */
    void nothingPlaced(ClusterState state, CandidateNodes candidateNodes, int requiredNodes) {
        if (shows(SHOWING_WARNINGS)) {
            new GroupWarnings(state, candidateNodes, requiredNodes > 1)
                    .inTheWay()
                    .forEach(console::note);
        }
    }

    private void list(String title, List<String> texts) {
        if (!texts.isEmpty()) {
            console.note(title + ": "
                    + Notation.list(texts.stream().map(Notation::quoted).toList()));
        }
    }

    private String text(ClusterState state, AllocationTargets targets) {
        return switch (targets) {
            case AllocationTargets.Single(List<Integer> nodes) -> "Left " + numbers(nodes);
            case AllocationTargets.Pairs(List<Integer> primaries, List<Integer> secondaries) ->
                primaries.stream()
                        .map(primary -> "(" + numbering.node(primary) + ","
                                + numbers(secondaries.stream()
                                        .filter(node ->
                                                !node.equals(primary) && state.groupOf(node) == state.groupOf(primary))
                                        .toList())
                                + ")")
                        .collect(Collectors.joining(",", "Right [", "]"));
        };
    }

    private String numbers(List<Integer> nodes) {
        return Notation.list(nodes.stream().map(numbering::node).toList());
    }

    /** Shows the filled cluster. */
    void filled(Mode mode, ClusterState state, FillResult filling) {
        filled(mode.title(), mode.word(), mode.word(), state, filling);
    }

    /** Shows the clusters that a search has filled. */
    void studied(Study study) {
        study.packed().ifPresent(packed -> {
            optimized(Mode.TIERED, packed.tiered());
            optimized(Mode.STANDARD, packed.standard());
        });
    }

    private void optimized(Mode mode, Packing packing) {
        filled(
                "Optimized " + mode.word(),
                "optimized " + mode.word(),
                "optimized-" + mode.word(),
                packing.state(),
                packing.filling());
    }

    private void filled(String title, String words, String extension, ClusterState state, FillResult filling) {
        if (shows(SHOWING_PLACES)) {
            console.note(title + " allocation map");
            console.err().print(PlacedInstancesTable.of(state, filling.placed()));
        }
        tables.nodes(title + " allocation", state, all(state));
        options.save.ifPresent(prefix -> save(
                prefix + "." + extension,
                words,
                options.consistentSave.isWanted() ? state.toConsistentCluster() : state.toCluster()));
    }

    private void save(String name, String words, Cluster cluster) {
        new OutputFile(console, Hspace.NAME, name).write(TextWriter.write(cluster));
        console.note("The cluster state after " + words + " allocation has been written to file '" + name + "'");
    }

    private boolean shows(int level) {
        return options.verbosity.level() >= level;
    }

    private static int[] all(ClusterState state) {
        return IntStream.range(0, state.scenario().cluster().nodes().size()).toArray();
    }
}
