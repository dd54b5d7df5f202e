package org.ballast.pages;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ballast.pages.Curve.Expectation;
import org.ballast.pages.Curve.Limit;
import org.ballast.pages.Curve.MarkedTime;
import org.ballast.pages.Curve.Point;
import org.ballast.pages.Curve.Range;

/** The picture of a {@link Curve}. */
final class CurveFigure {
    private static final int HEIGHT = 340;
    /** How much of the picture may lie above all that matters, where an uncertain forecast runs away. */
    private static final double HEADROOM = 1.3;
    /** As many characters as there is room for beside a line. */
    private static final int LONGEST = 40;

    private final Curve curve;
    private final Ticks across;
    private final Ticks up;

    private CurveFigure(Curve curve, Ticks across, Ticks up) {
        this.curve = curve;
        this.across = across;
        this.up = up;
    }

    static Figure of(Curve curve) {
        List<LocalDateTime> moments = Stream.of(
                        curve.measured().stream().map(Point::at),
                        curve.expected().stream().map(Expectation::at),
                        curve.marks().stream().map(MarkedTime::at))
                .flatMap(stream -> stream)
                .sorted()
                .toList();
        Part.Table numbers = CurveNumbers.of(curve);
        if (moments.isEmpty()) {
            return new Figure(curve, List.of(), List.of(), numbers);
        }
        Ticks across = Ticks.between(moments.getFirst(), moments.getLast());
        CurveFigure figure = new CurveFigure(curve, across, Ticks.upTo(highest(curve), curve.unit()));
        return new Figure(curve, figure.legend(), List.of(new Figure.Drawing("all", figure.drawing())), numbers);
    }

    private static double highest(Curve curve) {
        double matters = DoubleStream.concat(
                        curve.measured().stream().mapToDouble(Point::value),
                        curve.limits().stream().mapToDouble(Limit::value))
                .max()
                .orElse(0);
        double all = curve.expected().stream()
                .mapToDouble(point -> Math.max(point.value(), point.possible().high()))
                .max()
                .orElse(0);
        double enough = matters > 0 ? Math.min(Math.max(matters * 1.05, all), matters * HEADROOM) : all;
        return enough > 0 ? enough : 1;
    }

    private String drawing() {
        Plot plot = new Plot(across, up);
        band(
                plot,
                Ink.POSSIBLE,
                curve.expected().stream().map(Expectation::possible).toList());
        band(
                plot,
                Ink.PROBABLE,
                curve.expected().stream().map(Expectation::probable).toList());
        curve.limits().forEach(limit -> plot.horizontal(Ink.LIMIT, limit.value()));
        curve.marks().forEach(mark -> plot.vertical(Ink.MARK, Ticks.seconds(mark.at())));
        trend(plot);
        if (!curve.measured().isEmpty()) {
            plot.points(
                    Ink.POINT,
                    curve.measured().stream()
                            .map(point -> Ticks.seconds(point.at()))
                            .toList(),
                    curve.measured().stream().map(point -> drawn(point.value())).toList());
        }
        writeLimits(plot);
        writeMarks(plot);
        return plot.svg(HEIGHT, description());
    }

    private void band(Plot plot, Ink ink, List<Range> ranges) {
        if (ranges.size() > 1) {
            plot.band(
                    ink,
                    moments(curve.expected()),
                    ranges.stream().map(range -> drawn(range.low())).toList(),
                    ranges.stream().map(range -> drawn(range.high())).toList());
        }
    }

    /** A solid line as far as there are measurements, and a dashed one from there. */
    private void trend(Plot plot) {
        List<Expectation> past = new ArrayList<>();
        List<Expectation> future = new ArrayList<>();
        for (Expectation point : curve.expected()) {
            if (isForecast(point)) {
                if (future.isEmpty() && !past.isEmpty()) {
                    future.add(past.getLast());
                }
                future.add(point);
            } else {
                past.add(point);
            }
        }
        line(plot, false, past);
        line(plot, true, future);
    }

    private boolean isForecast(Expectation point) {
        return curve.measured().isEmpty()
                || point.at().isAfter(curve.measured().getLast().at());
    }

    private void line(Plot plot, boolean dashed, List<Expectation> points) {
        // Where the line leaves the picture it ends: one along the edge would look like a forecast.
        List<Expectation> inside = points.stream()
                .filter(point -> point.value() >= 0 && point.value() <= up.high())
                .toList();
        if (inside.size() > 1) {
            plot.line(
                    Ink.TREND,
                    dashed,
                    moments(inside),
                    inside.stream().map(Expectation::value).toList());
        }
    }

    /** Above their lines, or below where there is no room, each a little further to the right. */
    private void writeLimits(Plot plot) {
        for (int k = 0; k < curve.limits().size(); k++) {
            Limit limit = curve.limits().get(k);
            plot.texts(
                    Ink.LIMIT,
                    "left",
                    List.of(across.low() + width() * (0.01 + 0.33 * (k % 3))),
                    List.of(limit.value() + up.high() * (hasRoomAbove(limit) ? 0.015 : -0.06)),
                    List.of(Labels.elided(inWords(limit), LONGEST)));
        }
    }

    private boolean hasRoomAbove(Limit limit) {
        return DoubleStream.concat(
                        DoubleStream.of(up.high()),
                        curve.limits().stream().mapToDouble(Limit::value).filter(other -> other > limit.value()))
                .allMatch(above -> above - limit.value() > up.high() * 0.08);
    }

    /** Beside their lines at the bottom, on the side where there is room, each above the last. */
    private void writeMarks(Plot plot) {
        for (int k = 0; k < curve.marks().size(); k++) {
            MarkedTime mark = curve.marks().get(k);
            double x = Ticks.seconds(mark.at());
            boolean leftHalf = x < across.low() + width() / 2;
            plot.texts(
                    Ink.MARK,
                    leftHalf ? "left" : "right",
                    List.of(x + width() * (leftHalf ? 0.008 : -0.008)),
                    List.of(up.high() * (0.03 + 0.07 * (k % 5))),
                    List.of(Labels.elided(inWords(mark), LONGEST)));
        }
    }

    private List<Figure.Key> legend() {
        List<Figure.Key> legend = new ArrayList<>();
        if (!curve.measured().isEmpty()) {
            legend.add(new Figure.Key(Ink.POINT, "measured"));
        }
        if (!curve.expected().isEmpty()) {
            legend.add(new Figure.Key(Ink.TREND, "trend, dashed where it is a forecast"));
            legend.add(new Figure.Key(Ink.PROBABLE, "with 80 % probability"));
            legend.add(new Figure.Key(Ink.POSSIBLE, "with 95 % probability"));
        }
        curve.limits().forEach(limit -> legend.add(new Figure.Key(Ink.LIMIT, inWords(limit))));
        curve.marks().forEach(mark -> legend.add(new Figure.Key(Ink.MARK, inWords(mark))));
        return legend;
    }

    private String description() {
        List<String> sentences = new ArrayList<>();
        if (!curve.measured().isEmpty()) {
            sentences.add("measured " + inWords(curve.measured().getFirst()));
            sentences.add(inWords(curve.measured().getLast()));
        }
        curve.expected().stream()
                .filter(this::isForecast)
                .max(Comparator.comparing(Expectation::at))
                .ifPresent(last -> sentences.add("expected " + inWords(new Point(last.at(), last.value()))));
        curve.limits().stream().map(this::inWords).forEach(sentences::add);
        curve.marks().stream().map(this::inWords).forEach(sentences::add);
        return curve.title() + ": " + String.join("; ", sentences);
    }

    private String inWords(Point point) {
        return curve.unit().text(point.value()) + " on " + point.at().toLocalDate();
    }

    private String inWords(Limit limit) {
        return limit.label() + " " + curve.unit().text(limit.value());
    }

    private String inWords(MarkedTime mark) {
        return mark.label() + " " + mark.at().toLocalDate();
    }

    private static List<Double> moments(List<Expectation> points) {
        return points.stream().map(point -> Ticks.seconds(point.at())).toList();
    }

    private double drawn(double value) {
        return Math.clamp(value, 0, up.high());
    }

    private double width() {
        return across.high() - across.low();
    }
}
