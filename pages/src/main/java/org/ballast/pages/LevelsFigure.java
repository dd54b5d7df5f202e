package org.ballast.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.pages.Levels.Change;
import org.ballast.pages.Levels.Row;

/** The picture of {@link Levels}: very many rows in several pictures. */
final class LevelsFigure {
    /** What is left free beside a measure's bars, as a part of their full length. */
    private static final double GAP = 0.14;
    /** How much of its row a bar fills. */
    private static final double THICKNESS = 0.6;
    /** How much of its row the mark across a bar fills. */
    private static final double MARK = 0.9;
    /** How thick that mark is, in pixels, its white edge included. */
    private static final double MARK_WIDTH = 3.5;
    /** Pixels below the rows, for the axes. */
    private static final int MARGIN = 34;

    private final Levels levels;
    /** For each measure the share at the end of its axis, in hundredths. */
    private final List<Double> ends;

    private LevelsFigure(Levels levels) {
        this.levels = levels;
        ends = IntStream.range(0, levels.measures().size())
                .mapToObj(this::largest)
                .map(largest -> largest <= 1
                        ? 100
                        : Ticks.upTo(100 * largest, Unit.PERCENT).high())
                .toList();
    }

    private double largest(int measure) {
        return levels.rows().stream()
                .map(row -> row.changes().get(measure))
                .mapToDouble(change -> Math.max(change.before(), change.after()))
                .max()
                .orElse(0);
    }

    static Figure of(Levels levels) {
        List<Figure.Key> legend =
                List.of(new Figure.Key(Ink.AFTER, levels.after()), new Figure.Key(Ink.WAS, levels.before()));
        List<Figure.Drawing> drawings = levels.measures().isEmpty() ? List.of() : new LevelsFigure(levels).drawings();
        return new Figure(levels, legend, drawings, numbers(levels));
    }

    private List<Figure.Drawing> drawings() {
        return Batches.of(levels.rows()).stream()
                .map(batch -> new Figure.Drawing(batch.name(), drawing(batch)))
                .toList();
    }

    private String drawing(Batches.Batch<Row> batch) {
        // The library counts from the bottom; the topmost place is for the measures' names.
        List<Row> upwards = batch.items().reversed();
        int places = upwards.size() + 1;
        List<Mark> marks = new ArrayList<>();
        for (int place = 0; place < upwards.size(); place++) {
            for (int measure = 0; measure < ends.size(); measure++) {
                addBar(marks, upwards.get(place), measure, place);
            }
        }
        return new Plot(
                        axes(),
                        Ticks.names(
                                IntStream.range(0, upwards.size())
                                        .mapToObj(place -> (double) place)
                                        .toList(),
                                Labels.shortened(upwards.stream().map(Row::name).toList()),
                                places))
                .marks(marks)
                .texts(
                        Ink.MARK,
                        "left",
                        IntStream.range(0, ends.size()).mapToObj(this::start).toList(),
                        IntStream.range(0, ends.size())
                                .mapToObj(measure -> places - 1.2)
                                .toList(),
                        levels.measures())
                .svg(MARGIN + Batches.rowHeight(levels.rows().size()) * places, description(batch));
    }

    private void addBar(List<Mark> marks, Row row, int measure, int place) {
        Change change = row.changes().get(measure);
        double start = start(measure);
        double before = start + length(change.before(), measure);
        double after = start + length(change.after(), measure);
        double bottom = place - THICKNESS / 2;
        double top = place + THICKNESS / 2;
        String title = row.name() + ": " + levels.measures().get(measure) + " " + text(change);
        marks.add(new Mark(Ink.TRACK, start, start + 1, bottom, top, title));
        if (after > start) {
            marks.add(new Mark(Ink.AFTER, start, after, bottom, top, title));
        }
        double half = MARK_WIDTH / 2 * axes().high() / Plot.INSIDE;
        double from = Math.max(0, before - half);
        marks.add(new Mark(Ink.WAS, from, from + 2 * half, place - MARK / 2, place + MARK / 2, title));
    }

    private double start(int measure) {
        return measure * (1 + GAP);
    }

    private double length(double share, int measure) {
        return Math.min(1, 100 * share / ends.get(measure));
    }

    /** All measures' axes one after another, each from nothing over half to all; nothing needs no number. */
    private Ticks axes() {
        List<Double> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int measure = 0; measure < ends.size(); measure++) {
            for (double part : new double[] {0, 0.5, 1}) {
                at.add(start(measure) + part);
                labels.add(part == 0 ? "" : Unit.PERCENT.text(part * ends.get(measure)));
            }
        }
        return new Ticks(0, start(ends.size() - 1) + 1, at, labels, true);
    }

    private String description(Batches.Batch<Row> batch) {
        if (batch.items().size() < levels.rows().size()) {
            return levels.title() + ", " + batch.name() + "; the numbers are in the table below";
        }
        return levels.title() + ": " + batch.items().stream().map(this::inWords).collect(Collectors.joining("; "));
    }

    private String inWords(Row row) {
        return row.name() + " "
                + IntStream.range(0, ends.size())
                        .mapToObj(measure -> levels.measures().get(measure) + " "
                                + text(row.changes().get(measure)))
                        .collect(Collectors.joining(", "));
    }

    private static String text(Change change) {
        String before = Unit.PERCENT.text(100 * change.before());
        String after = Unit.PERCENT.text(100 * change.after());
        return before.equals(after) ? after : before + " → " + after;
    }

    private static Part.Table numbers(Levels levels) {
        List<Part.Heading> headings = new ArrayList<>(List.of(Part.Heading.words("")));
        levels.measures().stream().map(Part.Heading::numbers).forEach(headings::add);
        List<List<String>> rows = new ArrayList<>();
        for (Row row : levels.rows()) {
            List<String> texts = new ArrayList<>(List.of(row.name()));
            row.changes().stream().map(LevelsFigure::text).forEach(texts::add);
            rows.add(texts);
        }
        return new Part.Table("", headings, rows);
    }
}
