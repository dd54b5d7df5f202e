package org.ballast.capacity.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
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
 * An allocation of several flavours in proportion to their weights, each instance where the score is best at that time.
 * When a flavour no longer fits the others go on, in proportion still, until none does.
 *
 * <p>The order is a smooth weighted round robin: before each turn every flavour gains its weight in credit; the one
 * with most credit, the first of equals, is placed and pays the sum of all weights. So flavours alternate as evenly as
 * they can, and after as many turns as the weights sum up to each has had its share exactly.
 */
public final class MixFill {
    private final ClusterState state;
    private final CandidateNodes candidateNodes;
    private final List<Flavour> flavours;
    private final Trial trial;
    private final int[] all;
    private final long[] credit;
    private final List<Integer> active = new ArrayList<>();
    private final List<MixFilling.Placed> placed = new ArrayList<>();
    private final List<MixFilling.Stage> stages = new ArrayList<>();

    private MixFill(ClusterState state, CandidateNodes candidateNodes, List<Flavour> flavours) {
        this.state = state;
        this.candidateNodes = candidateNodes;
        this.flavours = List.copyOf(flavours);
        trial = new Trial(state);
        all = CandidateNodes.all(state);
        credit = new long[flavours.size()];
        for (int k = 0; k < flavours.size(); k++) {
            active.add(k);
        }
    }

    /**
     * Places instances until no flavour fits any more, or as many as wanted; the state is the filled one then.
     *
     * @param limit how many instances are wanted at most; nothing, or a negative number, for all that fit
     * @param progress is told how many instances are placed
     * @param cancelled asked before each instance; once true, the filling ends
     */
    public static MixFilling fill(
            ClusterState state,
            CandidateNodes candidateNodes,
            List<Flavour> flavours,
            OptionalLong limit,
            IntConsumer progress,
            BooleanSupplier cancelled) {
        MixFill fill = new MixFill(state, candidateNodes, flavours);
        long most = limit.isPresent() && limit.getAsLong() >= 0 ? limit.getAsLong() : Long.MAX_VALUE;
        while (!fill.active.isEmpty() && fill.placed.size() < most && !cancelled.getAsBoolean()) {
            fill.turn();
            progress.accept(fill.placed.size());
        }
        return new MixFilling(flavours, fill.placed, fill.stages);
    }

    private void turn() {
        int next = active.getFirst();
        long sum = 0;
        for (int k : active) {
            long weight = flavours.get(k).weight();
            sum += weight;
            credit[k] += weight;
            next = credit[k] > credit[next] ? k : next;
        }
        credit[next] -= sum;
        Optional<Map<Verdict, Integer>> failures = place(next);
        if (failures.isPresent()) {
            active.remove(Integer.valueOf(next));
            stages.add(new MixFilling.Stage(next, MixFilling.counts(flavours.size(), placed), failures.get()));
            // Turns begin anew, or the flavours that are left would pay for this one.
            active.forEach(k -> credit[k] = 0);
        }
    }

    /** Places one more. Returns why that is not possible; nothing if it was. */
    private Optional<Map<Verdict, Integer>> place(int flavour) {
        if (candidateNodes.stopped()) {
            return Optional.of(FillResult.REFUSED.failures());
        }
        InstanceShape shape = flavours.get(flavour).shape();
        String name = flavours.get(flavour).name() + "-" + placed.size();
        int i = state.add(shape.instance(name), Utilisation.UNMEASURED);
        // As in the other fillings, mirrored instances are checked pair by pair only.
        Optional<GlobalN1Check> check =
                shape.template() == DiskTemplate.DRBD ? Optional.empty() : candidateNodes.capacityCheck(state);
        Allocation allocation = new Allocator(state, all, false, check)
                .allocate(i, candidateNodes.targets(state, shape.requiredNodes()));
        if (allocation.best().isEmpty()) {
            state.forgetLast();
            return Optional.of(allocation.failures());
        }
        Placement placement = allocation.best().get().placement();
        trial.allocate(i, placement.primary(), placement.secondary(), false);
        state.commit(trial);
        placed.add(new MixFilling.Placed(i, flavour));
        return Optional.empty();
    }
}
