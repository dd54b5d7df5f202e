package org.ballast.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ballast.pages.Bars.Bar;
import org.ballast.pages.Bars.Series;

/** A page with all that a page can have, about a cluster that does not exist. */
final class ExamplePage {
    static final List<Series> SERIES = List.of(
            new Series("instances", Tone.USED),
            new Series("the node itself", Tone.OVERHEAD),
            new Series("new instances", Tone.ADDED),
            new Series("reserved for N+1", Tone.RESERVED),
            new Series("free", Tone.FREE));

    private ExamplePage() {}

    static Page of(int nodes) {
        return new Page(
                "Capacity of ganeti.example.com",
                nodes + " nodes in 2 groups, seen on 2026-03-01",
                List.of(overview(), room(nodes), forecast(), sizes(), change()));
    }

    private static Section overview() {
        return new Section(
                "What still fits",
                List.of(
                        new Part.Facts(List.of(
                                new Part.Fact("New instances", "143", "of 8 GiB, 100 GiB disk, 2 CPUs"),
                                new Part.Fact("Bottleneck", "memory", "on 17 of 20 nodes"),
                                new Part.Fact("Kept for N+1", "412 GiB", "16 % of all memory"),
                                new Part.Fact("Full on", "2027-01-19", "between November and April"))),
                        new Part.Paragraph("Memory stops the next instance on 17 of 20 nodes, disk on 3. One more"
                                + " instance would need 1.5 GiB on any node of group default."),
                        new Part.Table(
                                "",
                                List.of(
                                        Part.Heading.words("resource"),
                                        Part.Heading.numbers("total"),
                                        Part.Heading.numbers("used"),
                                        Part.Heading.numbers("for N+1"),
                                        Part.Heading.numbers("free"),
                                        Part.Heading.numbers("after filling")),
                                List.of(
                                        List.of("memory", "2.5 TiB", "980 GiB", "412 GiB", "1.1 TiB", "2.4 TiB"),
                                        List.of("disk", "80 TiB", "38.2 TiB", "0 MiB", "41.8 TiB", "69 TiB"),
                                        List.of("virtual CPUs", "1,280", "704", "0", "576", "990")))));
    }

    private static Section room(int nodes) {
        return new Section(
                "Nodes",
                List.of(
                        bars("Memory", Bars.Scale.AMOUNT, nodes, 131072, 1),
                        bars("Disk", Bars.Scale.SHARE, nodes, 4194304, 2)));
    }

    static Bars bars(String title, Bars.Scale scale, int nodes, double size, long seed) {
        Random random = new Random(seed);
        List<Bar> bars = new ArrayList<>();
        for (int k = 1; k <= nodes; k++) {
            double total = k % 7 == 0 ? size * 1.5 : size;
            double used = total * (0.25 + 0.3 * random.nextDouble());
            double overhead = 2048;
            boolean isMemory = scale == Bars.Scale.AMOUNT;
            double reserved = isMemory ? total * (0.1 + 0.08 * random.nextDouble()) : 0;
            double added = Math.floor((total - used - overhead - reserved) / 8192 * (isMemory ? 1 : 0.6)) * 8192;
            double free = total - used - overhead - reserved - added;
            bars.add(new Bar("node%d.example.com".formatted(k), List.of(used, overhead, added, reserved, free)));
        }
        String note = scale == Bars.Scale.SHARE ? "Each bar is all that a node has." : "";
        return new Bars(title, note, Unit.MEBIBYTES, scale, SERIES, bars);
    }

    private static Section forecast() {
        return new Section("When it will be full", List.of(curve()));
    }

    static Curve curve() {
        Random random = new Random(3);
        LocalDateTime start = LocalDate.of(2025, 3, 2).atStartOfDay();
        List<Curve.Point> measured = new ArrayList<>();
        List<Curve.Expectation> expected = new ArrayList<>();
        for (int week = 0; week <= 104; week++) {
            double trend = 700_000 + 12_800.0 * week;
            if (week <= 52) {
                measured.add(new Curve.Point(start.plusWeeks(week), trend + 28_000 * random.nextGaussian()));
            }
            if (week % 2 == 0) {
                double width = 36_000 + 60 * Math.pow(Math.max(0, week - 30), 2) / 2;
                expected.add(new Curve.Expectation(
                        start.plusWeeks(week),
                        trend,
                        new Curve.Range(trend - width, trend + width),
                        new Curve.Range(trend - 1.6 * width, trend + 1.6 * width)));
            }
        }
        return new Curve(
                "Memory used by instances",
                "A year of measurements, and what follows if it goes on like that.",
                Unit.MEBIBYTES,
                measured,
                expected,
                List.of(new Curve.Limit("all memory but the reserve", 1_940_000)),
                List.of(new Curve.MarkedTime("full", LocalDate.of(2027, 1, 19).atStartOfDay())));
    }

    private static Section change() {
        int nodes = 12;
        Random random = new Random(4);
        List<Graph.Point> points = new ArrayList<>();
        List<Levels.Row> rows = new ArrayList<>();
        List<Timetable.Lane> lanes = new ArrayList<>();
        for (int k = 0; k < nodes; k++) {
            String name = "node" + (k + 1);
            points.add(new Graph.Point(50_000.0 * k, 30 * Math.pow(0.8, k), "move " + k));
            rows.add(new Levels.Row(
                    name, List.of(new Levels.Change(random.nextDouble(), 0.5), new Levels.Change(0.2, 1.3))));
            double start = 4000 * random.nextDouble();
            lanes.add(new Timetable.Lane(
                    name, List.of(new Timetable.Task(k % 2, start, start + 1800, Integer.toString(k), "move " + k))));
        }
        Graph graph = new Graph(
                "Score after each move",
                "",
                new Graph.Axis("data", Unit.MEBIBYTES, Graph.Scale.LINEAR),
                new Graph.Axis("score", Unit.SCORE, Graph.Scale.LOGARITHMIC),
                List.of(new Graph.Line("score", Tone.AFTER, Graph.Shape.STEPS, points)),
                List.of(new Graph.Spot("half way", points.get(nodes / 2))));
        return new Section(
                "Changes",
                List.of(
                        graph,
                        new Levels("Levels", "", "before", "after", List.of("Memory", "Disk"), rows),
                        new Timetable(
                                "Schedule",
                                "",
                                List.of(
                                        new Timetable.Kind("copies", Tone.COPY),
                                        new Timetable.Kind("moves", Tone.SWITCH)),
                                lanes)));
    }

    private static Section sizes() {
        return new Section("Sizes", List.of(columns(8)));
    }

    static Columns columns(int count) {
        List<Columns.Column> columns = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            columns.add(new Columns.Column("%d GiB".formatted(65 - 8 * (k % 9)), (k * 37) % 61));
        }
        return new Columns("New instances of each size", "", "memory", Unit.COUNT, columns);
    }
}
