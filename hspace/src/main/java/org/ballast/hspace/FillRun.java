package org.ballast.hspace;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.ballast.cli.LateBar;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.hspace.report.Report;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.Fill;
import org.ballast.hspace.study.Mode;
import org.ballast.hspace.study.Outcome;
import org.ballast.planner.capacity.Filling;
import org.ballast.planner.capacity.Grounds;
import org.ballast.planner.capacity.Shape;
import org.ballast.planner.capacity.StandardFill;
import org.ballast.planner.capacity.TieredFill;
import org.ballast.planner.capacity.Totals;
import org.ballast.planner.state.ClusterState;

/**
 * Fills a cluster and tells what came of it.
 *
 * @param console where progress is shown
 * @param grounds where instances may be placed
 * @param before the cluster as it is
 * @param limit how many instances are placed at most
 * @param report where results go
 * @param details where the rest goes
 */
record FillRun(Console console, Grounds grounds, Totals before, OptionalLong limit, Report report, Details details) {
    private static final int UNKNOWN = -1;

    /**
     * Fills the cluster.
     *
     * @param state the cluster as it is; the filled one then
     * @param shapes the sizes to begin with, one after another
     * @throws Failure if there are not enough nodes, or the room is endless
     */
    Fill fill(Mode mode, ClusterState state, List<Shape> shapes) {
        boolean isTried = mode == Mode.STANDARD || limit.isEmpty() || limit.getAsLong() > 0;
        if (isTried && !grounds.stopped()) {
            check(state, shapes);
        }
        Filling filling = place(mode, state, shapes);
        if (mode == Mode.TIERED && filling.placed().isEmpty()) {
            details.nothingPlaced(state, grounds, shapes.getFirst().requiredNodes());
        }
        report.begins(mode, shapes.getFirst());
        details.filled(mode, state, filling);
        Outcome outcome = new Outcome(filling, before, totals(state));
        FailureCounts failures = FailureCounts.of(filling, grounds.stopped());
        report.filled(mode, outcome, failures);
        return new Fill(shapes.getFirst(), state, outcome, failures);
    }

    private void check(ClusterState state, List<Shape> shapes) {
        int requiredNodes = shapes.getFirst().requiredNodes();
        if (grounds.targets(state, requiredNodes).isEmpty()) {
            throw Failure.because("failure during allocation: "
                    + (requiredNodes == 1 ? "No online nodes" : "Not enough online nodes"));
        }
        if (limit.isEmpty() || limit.getAsLong() < 0) {
            shapes.forEach(shape -> EndlessRoom.refuse(state.scenario(), grounds, shape));
        }
    }

    private Filling place(Mode mode, ClusterState state, List<Shape> shapes) {
        try (LateBar bar = new LateBar(console, "instances", true, UNKNOWN)) {
            IntConsumer progress = count -> {
                bar.show(count);
                bar.stepTo(count, mode.word());
            };
            return switch (mode) {
                case TIERED -> TieredFill.fill(state, grounds, shapes, limit, progress);
                case STANDARD -> StandardFill.fill(state, grounds, shapes.getFirst(), limit, progress);
            };
        }
    }

    /**
     * Adds up a cluster.
     *
     * @throws Failure if there is too much of something
     */
    static Totals totals(ClusterState state) {
        try {
            return Totals.of(state);
        } catch (ArithmeticException e) {
            throw Failure.because("the resources of all nodes together are too large to be counted");
        }
    }
}
