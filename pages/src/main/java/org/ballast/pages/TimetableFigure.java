package org.ballast.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.pages.Timetable.Kind;
import org.ballast.pages.Timetable.Lane;
import org.ballast.pages.Timetable.Task;

/**
 * The picture of a {@link Timetable}: tasks at the same time in one row share its height, very many rows several
 * pictures.
 */
final class TimetableFigure {
    /** How much of its row a bar fills. */
    private static final double THICKNESS = 0.78;
    /** Pixels below the rows, for the axis. */
    private static final int MARGIN = 34;
    /** The library gives the rows at least as many pixels. */
    private static final int LOWEST = 62;
    /** Pixels that a character takes, about. */
    private static final int CHARACTER = 7;
    /** Pixels that a bar has at least, its edge included: it would not be seen otherwise. */
    private static final double SHORTEST = 2.5;
    /** Pixels that a label needs beside itself. */
    private static final int PADDING = 4;
    /** Pixels from the lower edge of a text to its middle. */
    private static final double HALF_A_TEXT = 5;

    private final Timetable timetable;
    private final Ticks time;

    private TimetableFigure(Timetable timetable) {
        this.timetable = timetable;
        double end = timetable.lanes().stream()
                .flatMap(lane -> lane.tasks().stream())
                .mapToDouble(Task::end)
                .max()
                .orElse(0);
        time = end > 0 ? Ticks.endingAt(end, Unit.SECONDS) : Ticks.upTo(1, Unit.SECONDS);
    }

    /** A task, and which part of its row's height it has. */
    private record Slot(Task task, int level, int levels) {}

    static Figure of(Timetable timetable) {
        List<Figure.Key> legend = timetable.kinds().stream()
                .map(kind -> new Figure.Key(Ink.of(kind.tone()), kind.label()))
                .toList();
        TimetableFigure figure = new TimetableFigure(timetable);
        List<Figure.Drawing> drawings = Batches.of(timetable.lanes()).stream()
                .map(batch -> new Figure.Drawing(batch.name(), figure.drawing(batch)))
                .toList();
        return new Figure(timetable, legend, drawings, numbers(timetable));
    }

    private String drawing(Batches.Batch<Lane> batch) {
        List<Lane> upwards = batch.items().reversed();
        double rows = Batches.rowHeight(timetable.lanes().size()) * (double) upwards.size();
        double height = Math.max(LOWEST, rows);
        double pixels = height / upwards.size();
        double thickness = THICKNESS * rows / height;
        double shortest = SHORTEST / Plot.INSIDE * time.high();
        List<Mark> marks = new ArrayList<>();
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int place = 0; place < upwards.size(); place++) {
            for (Slot slot : slots(upwards.get(place).tasks())) {
                Task task = slot.task();
                double high = thickness / slot.levels();
                double bottom = place + thickness / 2 - (slot.level() + 1) * high;
                Ink ink = Ink.of(timetable.kinds().get(task.kind()).tone());
                double left = Math.min(task.start(), time.high() - shortest);
                double right = Math.max(task.end(), left + shortest);
                marks.add(new Mark(ink, left, right, bottom, bottom + high, task.title()));
                if (!task.label().isEmpty() && hasRoom(task, high * pixels)) {
                    x.add((task.start() + task.end()) / 2);
                    y.add(bottom + high / 2 - HALF_A_TEXT / pixels);
                    texts.add(task.label());
                }
            }
        }
        List<Double> places =
                IntStream.range(0, upwards.size()).mapToObj(k -> (double) k).toList();
        List<String> names = Labels.shortened(upwards.stream().map(Lane::name).toList());
        Plot plot = new Plot(time, Ticks.names(places, names, upwards.size())).marks(marks);
        if (!texts.isEmpty()) {
            plot.texts(Ink.INSIDE, "middle", x, y, texts);
        }
        return plot.svg(MARGIN + (int) height, description(batch));
    }

    private boolean hasRoom(Task task, double height) {
        double width = (task.end() - task.start()) / time.high() * Plot.INSIDE;
        return width >= task.label().length() * CHARACTER + PADDING && height >= 2 * HALF_A_TEXT + 2;
    }

    /** Tasks that overlap are below each other, all of a row equally high. */
    private static List<Slot> slots(List<Task> tasks) {
        List<Task> inOrder = tasks.stream()
                .sorted(Comparator.comparingDouble(Task::start).thenComparingDouble(Task::end))
                .toList();
        List<Double> ends = new ArrayList<>();
        int[] levels = new int[inOrder.size()];
        for (int k = 0; k < levels.length; k++) {
            Task task = inOrder.get(k);
            int level = 0;
            // A millisecond is a matter of rounding.
            while (level < ends.size() && ends.get(level) > task.start() + 1e-3) {
                level++;
            }
            if (level == ends.size()) {
                ends.add(task.end());
            } else {
                ends.set(level, task.end());
            }
            levels[k] = level;
        }
        return IntStream.range(0, levels.length)
                .mapToObj(k -> new Slot(inOrder.get(k), levels[k], ends.size()))
                .toList();
    }

    private String description(Batches.Batch<Lane> batch) {
        return timetable.title() + (batch.items().size() < timetable.lanes().size() ? ", " + batch.name() : "")
                + ", until " + Unit.SECONDS.text(time.high()) + "; the numbers are in the table below";
    }

    private static Part.Table numbers(Timetable timetable) {
        List<List<String>> rows = new ArrayList<>();
        for (Lane lane : timetable.lanes()) {
            for (Task task : lane.tasks()) {
                Kind kind = timetable.kinds().get(task.kind());
                rows.add(List.of(
                        lane.name(),
                        Unit.SECONDS.text(task.start()),
                        Unit.SECONDS.text(task.end()),
                        kind.label(),
                        task.title()));
            }
        }
        return new Part.Table(
                "",
                List.of(
                        Part.Heading.words(""),
                        Part.Heading.numbers("from"),
                        Part.Heading.numbers("to"),
                        Part.Heading.words("what"),
                        Part.Heading.words("")),
                rows);
    }
}
