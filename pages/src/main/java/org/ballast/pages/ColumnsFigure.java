package org.ballast.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.pages.Columns.Column;

/** The picture of {@link Columns}. */
final class ColumnsFigure {
    private static final int HEIGHT = 280;
    /** More columns than this have no room for a number above each. */
    private static final int MOST_NUMBERED = 16;
    /** More names than this do not fit beside each other. */
    private static final int MOST_NAMES = 24;

    /** Fewer columns than this are not made thicker. */
    private static final int FEWEST = 6;

    private static final double THICKNESS = 0.7;
    /** Where the number above the highest column is. */
    private static final double HEADROOM = 1.08;

    private ColumnsFigure() {}

    static Figure of(Columns columns) {
        List<Figure.Drawing> drawings =
                columns.columns().isEmpty() ? List.of() : List.of(new Figure.Drawing("all", drawing(columns)));
        return new Figure(columns, List.of(), drawings, numbers(columns));
    }

    private static String drawing(Columns columns) {
        List<Column> all = columns.columns();
        List<String> names = Labels.shortened(all.stream().map(Column::name).toList());
        int every = (all.size() + MOST_NAMES - 1) / MOST_NAMES;
        List<Double> places = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int k = 0; k < all.size(); k += every) {
            places.add((double) k);
            labels.add(names.get(k));
        }
        double highest = all.stream().mapToDouble(Column::amount).max().orElse(0);
        Ticks up = Ticks.upTo(highest > 0 ? highest * HEADROOM : 1, columns.unit());
        Ticks across = Ticks.names(places, labels, all.size());
        Plot plot = new Plot(across, up)
                .bars(
                        false,
                        THICKNESS * Math.min(1, (double) all.size() / FEWEST),
                        List.of(Ink.USED),
                        all.stream().map(column -> List.of(column.amount())).toList());
        if (all.size() <= MOST_NUMBERED) {
            plot.texts(
                    Ink.LABEL,
                    "middle",
                    IntStream.range(0, all.size()).mapToObj(k -> (double) k).toList(),
                    all.stream()
                            .map(column -> column.amount() + up.high() * 0.015)
                            .toList(),
                    all.stream()
                            .map(column -> columns.unit().text(column.amount()))
                            .toList());
        }
        return plot.svg(HEIGHT + across.depth(), description(columns));
    }

    private static String description(Columns columns) {
        return columns.title() + ": "
                + columns.columns().stream()
                        .map(column -> column.name() + " " + columns.unit().text(column.amount()))
                        .collect(Collectors.joining("; "));
    }

    private static Part.Table numbers(Columns columns) {
        return new Part.Table(
                "",
                List.of(Part.Heading.words(columns.axis()), Part.Heading.numbers("")),
                columns.columns().stream()
                        .map(column -> List.of(column.name(), columns.unit().text(column.amount())))
                        .toList());
    }
}
