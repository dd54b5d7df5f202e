package org.ballast.hbal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.pages.Graph;
import org.ballast.pages.Graph.Axis;
import org.ballast.pages.Graph.Line;
import org.ballast.pages.Graph.Point;
import org.ballast.pages.Graph.Scale;
import org.ballast.pages.Graph.Shape;
import org.ballast.pages.Levels;
import org.ballast.pages.Levels.Change;
import org.ballast.pages.Levels.Row;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;
import org.ballast.pages.Tone;
import org.ballast.pages.Unit;

/** How full nodes were and are: each of them where that can be read, or all of them sorted. */
record NodesSection(Rebalancing rebalancing, PageWords words) {
    /** More nodes than this are not told apart. */
    private static final int MOST_NODES = 60;
    /** Of those, these are: they change most. */
    private static final int MOST_CHANGED = 50;
    /** A sorted line needs no more points. */
    private static final int MOST_POINTS = 200;

    Section section() {
        NodeLevels levels = NodeLevels.of(rebalancing);
        List<Part> parts = new ArrayList<>();
        List<Row> rows = rows(levels);
        if (rows.size() > MOST_NODES) {
            for (int measure = 0; measure < levels.measures().size(); measure++) {
                parts.add(sorted(levels.measures().get(measure), rows, measure));
            }
            parts.add(new Levels(
                    "The " + MOST_CHANGED + " nodes that change most",
                    "",
                    "before",
                    "after",
                    levels.measures(),
                    rows.stream()
                            .sorted(Comparator.comparingDouble(NodesSection::change)
                                    .reversed())
                            .limit(MOST_CHANGED)
                            .toList()));
        } else if (!rows.isEmpty()) {
            parts.add(new Levels("How full each node is", "", "before", "after", levels.measures(), rows));
        }
        parts.add(spread(levels, rows));
        return new Section("Nodes before and after", parts);
    }

    private List<Row> rows(NodeLevels levels) {
        return rebalancing.nodes().stream()
                .filter(node ->
                        !rebalancing.scenario().cluster().nodes().get(node).isOffline())
                .map(node -> new Row(words.node(node), levels.of(node)))
                .toList();
    }

    private static double change(Row row) {
        return row.changes().stream()
                .mapToDouble(change -> Math.abs(change.after() - change.before()))
                .sum();
    }

    /** All nodes by how full they are: the flatter, the better. */
    private static Graph sorted(String measure, List<Row> rows, int index) {
        List<Change> changes =
                rows.stream().map(row -> row.changes().get(index)).toList();
        return new Graph(
                measure + ", nodes from the emptiest to the fullest",
                "",
                new Axis("nodes", Unit.COUNT, Scale.LINEAR),
                new Axis("", Unit.PERCENT, Scale.LINEAR),
                List.of(
                        line(
                                "before",
                                Tone.BEFORE,
                                changes.stream()
                                        .mapToDouble(Change::before)
                                        .sorted()
                                        .toArray()),
                        line(
                                "after",
                                Tone.AFTER,
                                changes.stream()
                                        .mapToDouble(Change::after)
                                        .sorted()
                                        .toArray())),
                List.of());
    }

    private static Line line(String label, Tone tone, double[] levels) {
        int step = (levels.length + MOST_POINTS - 1) / MOST_POINTS;
        return new Line(
                label,
                tone,
                Shape.STRAIGHT,
                IntStream.range(0, levels.length)
                        .filter(k -> k % step == 0 || k == levels.length - 1)
                        .mapToObj(k -> new Point(k + 1, 100 * levels[k], ""))
                        .toList());
    }

    private static Part.Table spread(NodeLevels levels, List<Row> rows) {
        List<List<String>> texts = new ArrayList<>();
        for (int measure = 0; measure < levels.measures().size(); measure++) {
            int index = measure;
            List<Change> changes =
                    rows.stream().map(row -> row.changes().get(index)).toList();
            List<String> row = new ArrayList<>(List.of(levels.measures().get(measure)));
            addRange(row, changes.stream().map(Change::before).sorted().toList());
            addRange(row, changes.stream().map(Change::after).sorted().toList());
            texts.add(row);
        }
        return new Part.Table(
                "",
                List.of(
                        Heading.words("Of all that a node has"),
                        Heading.numbers("emptiest before"),
                        Heading.numbers("fullest before"),
                        Heading.numbers("emptiest after"),
                        Heading.numbers("fullest after")),
                texts);
    }

    private static void addRange(List<String> row, List<Double> sorted) {
        row.add(sorted.isEmpty() ? "" : PageWords.share(sorted.getFirst()));
        row.add(sorted.isEmpty() ? "" : PageWords.share(sorted.getLast()));
    }
}
