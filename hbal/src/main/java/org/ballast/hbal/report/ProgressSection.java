package org.ballast.hbal.report;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Plan;
import org.ballast.pages.Graph;
import org.ballast.pages.Graph.Axis;
import org.ballast.pages.Graph.Line;
import org.ballast.pages.Graph.Point;
import org.ballast.pages.Graph.Scale;
import org.ballast.pages.Graph.Shape;
import org.ballast.pages.Graph.Spot;
import org.ballast.pages.Section;
import org.ballast.pages.Tone;
import org.ballast.pages.Unit;

/** How the score goes down along the plan. */
record ProgressSection(Rebalancing rebalancing, PageWords words) {
    /** From this ratio on, what is small cannot be told apart on a linear axis. */
    private static final double WIDE = 8;
    /** More points than this are not seen. */
    private static final int MOST_POINTS = 500;

    Section section() {
        return new Section("On the way", List.of(graph()));
    }

    private Graph graph() {
        List<Point> points = points();
        List<Spot> spots = new ArrayList<>();
        Milestone.mostOf(rebalancing)
                .ifPresent(most -> spots.add(new Spot(
                        PageWords.share(Milestone.MOST) + " of the gain: " + PageWords.count(most.steps(), "move"),
                        new Point(most.dataMib(), most.score(), ""))));
        return new Graph(
                "Score after each move",
                "",
                new Axis("disk copied and memory migrated so far", Unit.MEBIBYTES, Scale.LINEAR),
                scoreAxis(points),
                List.of(new Line("score", Tone.AFTER, Shape.STEPS, points)),
                spots);
    }

    /** Returns the axis for these scores: with equal ratios equally far if they are very different. */
    static Axis scoreAxis(List<Point> points) {
        double most = points.stream().mapToDouble(Point::y).max().orElse(0);
        double least = points.stream().mapToDouble(Point::y).min().orElse(0);
        return new Axis("score", Unit.SCORE, most > least * WIDE ? Scale.LOGARITHMIC : Scale.LINEAR);
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        add(points, 0, rebalancing.plan().before().total(), "at the start");
        List<Plan.Step> steps = rebalancing.plan().steps();
        int every = (steps.size() + MOST_POINTS - 1) / MOST_POINTS;
        long data = 0;
        for (int k = 0; k < steps.size(); k++) {
            data += rebalancing.details().get(k).cost().dataMib();
            if (k % every == 0 || k == steps.size() - 1) {
                add(points, data, steps.get(k).score(), words.step(k + 1, steps.get(k)));
            }
        }
        return points;
    }

    private static void add(List<Point> points, long data, double score, String what) {
        // Where a node lacks a resource altogether there is no score to be drawn.
        if (Double.isFinite(score)) {
            points.add(new Point(
                    data, score, what + "; score " + PageWords.score(score) + ", " + PageWords.mebibytes(data)));
        }
    }
}
