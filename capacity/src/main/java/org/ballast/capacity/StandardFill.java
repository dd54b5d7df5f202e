package org.ballast.capacity;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;

/** The standard allocation: a cluster filled with instances of one size. */
public final class StandardFill {
    private StandardFill() {}

    /**
     * Places instances until no more fit, or as many as wanted; the state is the filled one then.
     *
     * @param limit how many instances are wanted at most; nothing, or a negative number, for all that fit
     * @param progress is told how many instances are placed
     */
    public static FillResult fill(
            ClusterState state,
            CandidateNodes candidateNodes,
            InstanceShape shape,
            OptionalLong limit,
            IntConsumer progress) {
        if (candidateNodes.stopped()) {
            return FillResult.REFUSED;
        }
        Filler filler = new Filler(state, candidateNodes, progress);
        Map<Verdict, Integer> failures = filler.fill(shape, limit);
        return new FillResult(filler.placed(), failures);
    }
}
