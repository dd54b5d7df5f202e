package org.ballast.hspace;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.StandardFill;
import org.ballast.capacity.TieredFill;
import org.ballast.capacity.Totals;
import org.ballast.cli.DelayedProgressBar;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.hspace.report.CapacityReport;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.Fill;
import org.ballast.hspace.study.FillOutcome;
import org.ballast.hspace.study.Mode;
import org.ballast.planner.state.ClusterState;

/**
 * One fill of a cluster, with its report.
 *
 * @param console where progress is shown
 * @param candidateNodes where instances may be placed
 * @param before the cluster as it is
 * @param limit how many instances are placed at most
 * @param report where results go
 * @param details where the rest goes
 */
record FillRun(
        Console console,
        CandidateNodes candidateNodes,
        Totals before,
        OptionalLong limit,
        CapacityReport report,
        Details details) {
    private static final int UNKNOWN = -1;

    /**
     * Fills the cluster.
     *
     * @param state the cluster as it is; the filled one then
     * @param shapes the sizes to begin with, one after another
     * @throws Failure if there are not enough nodes, or the room is endless
     */
    Fill fill(Mode mode, ClusterState state, List<InstanceShape> shapes) {
        boolean isTried = mode == Mode.STANDARD || limit.isEmpty() || limit.getAsLong() > 0;
        if (isTried && !candidateNodes.stopped()) {
            check(state, shapes);
        }
        FillResult filling = place(mode, state, shapes);
        if (mode == Mode.TIERED && filling.placed().isEmpty()) {
            details.nothingPlaced(state, candidateNodes, shapes.getFirst().requiredNodes());
        }
        report.begins(mode, shapes.getFirst());
        details.filled(mode, state, filling);
        FillOutcome outcome = new FillOutcome(filling, before, totals(state));
        FailureCounts failures = FailureCounts.of(filling, candidateNodes.stopped());
        report.filled(mode, outcome, failures);
        return new Fill(shapes.getFirst(), state, outcome, failures);
    }

    private void check(ClusterState state, List<InstanceShape> shapes) {
        int requiredNodes = shapes.getFirst().requiredNodes();
        if (candidateNodes.targets(state, requiredNodes).isEmpty()) {
            throw Failure.because("failure during allocation: "
                    + (requiredNodes == 1 ? "No online nodes" : "Not enough online nodes"));
        }
        if (limit.isEmpty() || limit.getAsLong() < 0) {
            shapes.forEach(shape -> UnlimitedRoom.refuse(state.scenario(), candidateNodes, shape));
        }
    }

    private FillResult place(Mode mode, ClusterState state, List<InstanceShape> shapes) {
        try (DelayedProgressBar bar = new DelayedProgressBar(console, "instances", true, UNKNOWN)) {
            IntConsumer progress = count -> {
                bar.show(count);
                bar.stepTo(count, mode.word());
            };
            return switch (mode) {
                case TIERED -> TieredFill.fill(state, candidateNodes, shapes, limit, progress);
                case STANDARD -> StandardFill.fill(state, candidateNodes, shapes.getFirst(), limit, progress);
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
