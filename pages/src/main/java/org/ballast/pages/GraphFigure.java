package org.ballast.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ballast.pages.Graph.Axis;
import org.ballast.pages.Graph.Line;
import org.ballast.pages.Graph.Point;
import org.ballast.pages.Graph.Scale;
import org.ballast.pages.Graph.Shape;
import org.ballast.pages.Graph.Spot;

/** The picture of a {@link Graph}. */
final class GraphFigure {
    private static final int HEIGHT = 340;
    /** The end of an axis, with the largest value as 1. */
    private static final double MARGIN = 1.02;

    private static final double POINT_SIZE = 2.4;
    private static final double SPOT_SIZE = 4.5;
    /** As many characters as there is room for beside a spot. */
    private static final int LONGEST = 40;

    private final Graph graph;
    private final Along across;
    private final Along up;

    private GraphFigure(Graph graph) {
        this.graph = graph;
        across = Along.of(graph.across(), values(Point::x), true);
        up = Along.of(graph.up(), values(Point::y), false);
    }

    /** An axis, and where on it a value is. */
    private record Along(Ticks ticks, DoubleUnaryOperator place) {
        /**
         * Returns an axis that has room for all values.
         *
         * @param tight whether it ends soon after the largest, not at a round number
         */
        static Along of(Axis axis, double[] values, boolean tight) {
            double largest = DoubleStream.of(values).max().orElse(0);
            double smallest = DoubleStream.of(values).min().orElse(0);
            if (axis.scale() == Scale.LOGARITHMIC && smallest > 0) {
                return new Along(Ticks.logarithmic(smallest, largest, axis.unit()), Math::log10);
            }
            Ticks ticks = tight && largest > 0
                    ? Ticks.endingAt(largest * MARGIN, axis.unit())
                    : Ticks.upTo(largest > 0 ? largest : 1, axis.unit());
            return new Along(ticks, DoubleUnaryOperator.identity());
        }

        double at(double value) {
            return place.applyAsDouble(value);
        }

        double length() {
            return ticks.high() - ticks.low();
        }
    }

    static Figure of(Graph graph) {
        List<Figure.Key> legend = graph.lines().size() < 2
                ? List.of()
                : graph.lines().stream()
                        .map(line -> new Figure.Key(Ink.of(line.tone()), line.label()))
                        .toList();
        boolean isEmpty = graph.lines().stream().allMatch(line -> line.points().isEmpty());
        List<Figure.Drawing> drawings =
                isEmpty ? List.of() : List.of(new Figure.Drawing("all", new GraphFigure(graph).drawing()));
        return new Figure(graph, legend, drawings, numbers(graph));
    }

    private double[] values(ToDoubleFunction<Point> coordinate) {
        return Stream.concat(
                        graph.lines().stream().flatMap(line -> line.points().stream()),
                        graph.spots().stream().map(Spot::at))
                .mapToDouble(coordinate)
                .toArray();
    }

    private String drawing() {
        Plot plot = new Plot(across.ticks(), up.ticks())
                .named(graph.across().label(), graph.up().label());
        graph.lines().forEach(line -> draw(plot, line));
        graph.spots().forEach(spot -> draw(plot, spot));
        return plot.svg(HEIGHT, description());
    }

    private void draw(Plot plot, Line line) {
        Ink ink = Ink.of(line.tone());
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Point point : line.points()) {
            if (line.shape() != Shape.STRAIGHT && !x.isEmpty()) {
                x.add(across.at(point.x()));
                y.add(y.getLast());
            }
            x.add(across.at(point.x()));
            y.add(up.at(point.y()));
        }
        if (x.size() > 1) {
            plot.line(ink, false, x, y);
        }
        switch (line.shape()) {
            case STRAIGHT -> {}
            case STEPS -> points(plot, Ink.HOVER, POINT_SIZE, line.points());
            case DOTTED_STEPS -> points(plot, ink, POINT_SIZE, line.points());
        }
    }

    private void points(Plot plot, Ink ink, double size, List<Point> points) {
        plot.points(
                ink,
                size,
                points.stream().map(point -> across.at(point.x())).toList(),
                points.stream().map(point -> up.at(point.y())).toList(),
                points.stream().map(Point::title).toList());
    }

    /** The words are above and to the right, or below and to the left: where a line that falls leaves room. */
    private void draw(Plot plot, Spot spot) {
        points(plot, Ink.SPOT, SPOT_SIZE, List.of(spot.at()));
        double x = across.at(spot.at().x());
        boolean isLeft = x < across.ticks().low() + across.length() * 0.6;
        plot.texts(
                Ink.MARK,
                isLeft ? "left" : "right",
                List.of(x + across.length() * (isLeft ? 0.012 : -0.012)),
                List.of(Math.max(up.ticks().low(), up.at(spot.at().y()) + up.length() * (isLeft ? 0.015 : -0.065))),
                List.of(Labels.elided(spot.label(), LONGEST)));
    }

    private String description() {
        return graph.title() + ": " + String.join("; ", sentences());
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Line line : graph.lines()) {
            if (!line.points().isEmpty()) {
                sentences.add(line.label() + " from "
                        + inWords(line.points().getFirst()) + " to "
                        + inWords(line.points().getLast()));
            }
        }
        graph.spots().forEach(spot -> sentences.add(spot.label() + " at " + inWords(spot.at())));
        return sentences;
    }

    private String inWords(Point point) {
        return graph.up().unit().text(point.y()) + " at "
                + graph.across().unit().text(point.x());
    }

    private static Part.Table numbers(Graph graph) {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : graph.lines()) {
            for (Point point : line.points()) {
                rows.add(List.of(
                        line.label(),
                        graph.across().unit().text(point.x()),
                        graph.up().unit().text(point.y())));
            }
        }
        return new Part.Table(
                "",
                List.of(
                        Part.Heading.words(""),
                        Part.Heading.numbers(graph.across().label()),
                        Part.Heading.numbers(graph.up().label())),
                rows);
    }
}
