package org.ballast.capacity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Placement;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.Allocator;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * A greedy allocation of instances one after another, each where the score is best at that time.
 *
 * <p>Whether any one node could fail is asked in Ganeti's order, which decides what fits: many instances are placed
 * without asking; if the cluster is redundant then, it is taken for redundant all the way. Only otherwise fewer, and in
 * the end single ones, are placed and asked about. Mirrored instances are never refused for it: each pair of nodes is
 * checked for what its secondary must be able to take over, and that is all.
 */
final class Filler {
    private static final int SMALL_STRIDE = 10;
    private static final int LEAST_BIG_STRIDE = 20;

    private final ClusterState state;
    private final CandidateNodes candidateNodes;
    private final IntConsumer progress;
    private final int[] all;
    private final Trial trial;
    private final List<FillResult.Placed> placed = new ArrayList<>();
    private final Deque<ClusterState.Receipt> receipts = new ArrayDeque<>();

    /**
     * Prepares filling a cluster, from its present state.
     *
     * @param progress is told how many instances are placed
     */
    Filler(ClusterState state, CandidateNodes candidateNodes, IntConsumer progress) {
        this.state = state;
        this.candidateNodes = candidateNodes;
        this.progress = progress;
        all = CandidateNodes.all(state);
        trial = new Trial(state);
    }

    /** Returns what was placed so far. */
    List<FillResult.Placed> placed() {
        return placed;
    }

    /**
     * Places instances until no more fit or a number of them is placed.
     *
     * @return for how many choices of nodes the next one was, or would have been, refused, by reason
     */
    Map<Verdict, Integer> fill(InstanceShape shape, OptionalLong limit) {
        if (!candidateNodes.rules().checkCapacity() || shape.template() == DiskTemplate.DRBD) {
            return placeUnchecked(shape, limit.orElse(-1));
        }
        boolean big = true;
        OptionalLong left = limit;
        while (true) {
            long stride = big ? bigStride(shape) : SMALL_STRIDE;
            int before = placed.size();
            receipts.clear();
            Map<Verdict, Integer> failures =
                    placeUnchecked(shape, left.isPresent() ? Math.min(stride, left.getAsLong()) : stride);
            if (isRedundant()) {
                left = left.isPresent() ? OptionalLong.of(Math.max(0, left.getAsLong() - stride)) : left;
                if (left.equals(OptionalLong.of(0)) || placed.size() == before) {
                    return failures;
                }
            } else {
                // Where fewer fit than a small stride, a small stride would place the same ones.
                boolean isSmall = !big || placed.size() - before < SMALL_STRIDE;
                takeBack(before);
                if (isSmall) {
                    return place(shape, left.orElse(-1), true);
                }
                big = false;
            }
        }
    }

    /** Searches nodes for one more instance under all rules; it is not placed. */
    Allocation tryChecked(InstanceShape shape) {
        int i = add(shape);
        Allocation allocation = allocate(shape, i, candidateNodes.capacityCheck(state));
        state.forgetLast();
        return allocation;
    }

    /** Searches nodes for one more instance, whether any node could fail then or not; it is not placed. */
    Allocation tryUnchecked(InstanceShape shape) {
        int i = add(shape);
        Allocation allocation = allocate(shape, i, Optional.empty());
        state.forgetLast();
        return allocation;
    }

    /**
     * Returns whether an instance fits wherever a larger one does. Where instances without a mirror must find new
     * places after a failure, one of them more or less changes where the others go.
     */
    boolean isMonotone(InstanceShape shape) {
        return !candidateNodes.rules().checkCapacity() || (shape.template() == DiskTemplate.DRBD && areAllMirrored());
    }

    private boolean areAllMirrored() {
        return IntStream.range(0, state.instanceCount())
                .allMatch(i -> state.instance(i).template() == DiskTemplate.DRBD);
    }

    Cluster cluster() {
        return state.scenario().cluster();
    }

    private Map<Verdict, Integer> placeUnchecked(InstanceShape shape, long limit) {
        return place(shape, limit, false);
    }

    /** A limit below 0 is none: it is only looked at when one more instance would fit. */
    private Map<Verdict, Integer> place(InstanceShape shape, long limit, boolean check) {
        for (long left = limit; ; left--) {
            int i = add(shape);
            Allocation allocation = allocate(shape, i, check ? candidateNodes.capacityCheck(state) : Optional.empty());
            if (allocation.best().isEmpty() || left == 0) {
                state.forgetLast();
                return allocation.failures();
            }
            Placement placement = allocation.best().get().placement();
            trial.allocate(i, placement.primary(), placement.secondary(), false);
            receipts.push(state.commit(trial));
            placed.add(new FillResult.Placed(i, shape.size()));
            progress.accept(placed.size());
        }
    }

    private int add(InstanceShape shape) {
        return state.add(shape.instance("new-" + placed.size()), Utilisation.UNMEASURED);
    }

    private Allocation allocate(InstanceShape shape, int i, Optional<GlobalN1Check> check) {
        return new Allocator(state, all, false, check)
                .allocate(i, candidateNodes.targets(state, shape.requiredNodes()));
    }

    private boolean isRedundant() {
        return candidateNodes.capacityCheck(state).stream().allMatch(GlobalN1Check::holds);
    }

    private void takeBack(int count) {
        while (placed.size() > count) {
            state.revert(receipts.pop());
            state.forgetLast();
            placed.removeLast();
        }
    }

    /** Returns about how many instances fit. */
    private long bigStride(InstanceShape shape) {
        long available = 0;
        for (int node : all) {
            available += state.availableMemory(node);
        }
        long memory = shape.size().memory();
        long guess = memory == 0 ? 0 : Math.floorDiv(available, memory) - all.length;
        return Math.max(LEAST_BIG_STRIDE, guess);
    }
}
