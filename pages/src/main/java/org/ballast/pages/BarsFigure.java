package org.ballast.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.pages.Bars.Bar;
import org.ballast.pages.Bars.Series;

/** The picture of {@link Bars}: very many of them in several pictures. */
final class BarsFigure {
    /** Pixels below the bars, for the axis. */
    private static final int MARGIN = 34;
    /** The library gives the bars at least as many pixels, even where there is no room for them. */
    private static final int LOWEST = 62;
    /** How much of its row a bar fills. */
    private static final double THICKNESS = 0.72;

    private final Bars bars;
    private final Ticks amounts;

    private BarsFigure(Bars bars) {
        this.bars = bars;
        this.amounts = switch (bars.scale()) {
            case AMOUNT -> {
                double longest =
                        bars.bars().stream().mapToDouble(Bar::total).max().orElse(0);
                // The longest bar reaches the end, as it is what the others are compared with.
                yield longest > 0 ? Ticks.endingAt(longest, bars.unit()) : Ticks.upTo(1, bars.unit());
            }
            case SHARE -> Ticks.endingAt(100, Unit.PERCENT);
        };
    }

    static Figure of(Bars bars) {
        BarsFigure figure = new BarsFigure(bars);
        List<Figure.Key> legend = bars.series().stream()
                .map(series -> new Figure.Key(Ink.of(series.tone()), series.label()))
                .toList();
        return new Figure(bars, legend, figure.drawings(), figure.numbers());
    }

    private List<Figure.Drawing> drawings() {
        return Batches.of(bars.bars()).stream()
                .map(batch -> new Figure.Drawing(batch.name(), drawing(batch.items(), batch.name())))
                .toList();
    }

    private String drawing(List<Bar> shown, String name) {
        // The library counts from the bottom.
        List<Bar> upwards = shown.reversed();
        List<Double> places =
                IntStream.range(0, upwards.size()).mapToObj(k -> (double) k).toList();
        List<String> names = Labels.shortened(upwards.stream().map(Bar::name).toList());
        double rows = (double) Batches.rowHeight(bars.bars().size()) * shown.size();
        double height = Math.max(LOWEST, rows);
        return new Plot(amounts, Ticks.names(places, names, upwards.size()))
                .bars(
                        true,
                        THICKNESS * rows / height,
                        bars.series().stream()
                                .map(series -> Ink.of(series.tone()))
                                .toList(),
                        upwards.stream().map(this::lengths).toList())
                .svg(MARGIN + (int) height, description(shown, name));
    }

    private List<Double> lengths(Bar bar) {
        double total = bar.total();
        return switch (bars.scale()) {
            case AMOUNT -> bar.amounts();
            case SHARE ->
                total > 0
                        ? bar.amounts().stream()
                                .map(amount -> 100 * amount / total)
                                .toList()
                        : Collections.nCopies(bar.amounts().size(), 0.0);
        };
    }

    private String description(List<Bar> shown, String name) {
        if (shown.size() < bars.bars().size()) {
            return bars.title() + ", " + name + "; the numbers are in the table below";
        }
        return bars.title() + ": " + shown.stream().map(this::inWords).collect(Collectors.joining("; "));
    }

    private String inWords(Bar bar) {
        return bar.name() + " "
                + IntStream.range(0, bar.amounts().size())
                        .filter(k -> bar.amounts().get(k) > 0)
                        .mapToObj(k -> bars.series().get(k).label() + " "
                                + bars.unit().text(bar.amounts().get(k)))
                        .collect(Collectors.joining(", "));
    }

    private Part.Table numbers() {
        List<Part.Heading> headings = new ArrayList<>(List.of(Part.Heading.words("")));
        bars.series().stream().map(Series::label).map(Part.Heading::numbers).forEach(headings::add);
        headings.add(Part.Heading.numbers("total"));
        return new Part.Table("", headings, bars.bars().stream().map(this::row).toList());
    }

    private List<String> row(Bar bar) {
        List<String> row = new ArrayList<>(List.of(bar.name()));
        bar.amounts().stream().map(bars.unit()::text).forEach(row::add);
        row.add(bars.unit().text(bar.total()));
        return row;
    }
}
