package org.ballast.hbal.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ballast.pages.Graph;
import org.ballast.pages.Graph.Axis;
import org.ballast.pages.Graph.Line;
import org.ballast.pages.Graph.Point;
import org.ballast.pages.Graph.Scale;
import org.ballast.pages.Graph.Shape;
import org.ballast.pages.Graph.Spot;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;
import org.ballast.pages.Tone;
import org.ballast.pages.Unit;

/** What more or less change would give. */
record FrontSection(Rebalancing rebalancing) {

    Section section() {
        return new Section("The choice", List.of(graph(), table()));
    }

    /** The plans between which there was a choice, the cheapest first; doing nothing is one of them. */
    private List<FrontPoint> front() {
        Stream<FrontPoint> nothing = rebalancing.front().stream().anyMatch(point -> point.moves() == 0)
                ? Stream.empty()
                : Stream.of(new FrontPoint(0, 0, rebalancing.plan().before().total(), false));
        return Stream.concat(nothing, rebalancing.front().stream())
                .filter(point -> Double.isFinite(point.score()))
                .sorted(Comparator.comparingLong(FrontPoint::dataMib)
                        .thenComparing(FrontPoint::score, Comparator.reverseOrder()))
                .toList();
    }

    private Graph graph() {
        List<Point> points = front().stream().map(FrontSection::point).toList();
        return new Graph(
                "Score that can be had for the data moved",
                "Each point is a plan; none of them is better in both.",
                new Axis("disk copied and memory migrated", Unit.MEBIBYTES, Scale.LINEAR),
                ProgressSection.scoreAxis(points),
                List.of(new Line("plans", Tone.AFTER, Shape.DOTTED_STEPS, points)),
                front().stream()
                        .filter(FrontPoint::chosen)
                        .map(point -> new Spot("this plan", point(point)))
                        .toList());
    }

    private static Point point(FrontPoint point) {
        return new Point(
                point.dataMib(),
                point.score(),
                PageWords.count(point.moves(), "move") + ", " + PageWords.mebibytes(point.dataMib()) + ": score "
                        + PageWords.score(point.score()));
    }

    private Part.Table table() {
        return new Part.Table(
                "",
                List.of(
                        Heading.numbers("moves"),
                        Heading.numbers("data"),
                        Heading.numbers("score"),
                        Heading.numbers("of the start"),
                        Heading.words("")),
                front().stream()
                        .map(point -> List.of(
                                Unit.COUNT.text(point.moves()),
                                PageWords.mebibytes(point.dataMib()),
                                PageWords.score(point.score()),
                                ofTheStart(point.score()),
                                point.chosen() ? "this plan" : ""))
                        .toList());
    }

    private String ofTheStart(double score) {
        double start = rebalancing.plan().before().total();
        return start > 0 ? PageWords.share(score / start) : "";
    }
}
