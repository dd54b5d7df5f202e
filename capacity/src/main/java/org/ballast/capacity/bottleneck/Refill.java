package org.ballast.capacity.bottleneck;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.IntConsumer;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.StandardFill;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/** A repeated fill of a cluster with more hardware in it: anew, or with each instance where it is known to fit. */
final class Refill {
    private final Scenario scenario;
    private final CapacityRules rules;
    private final InstanceShape shape;
    private final IntConsumer progress;
    private int left;

    Refill(Scenario scenario, CapacityRules rules, InstanceShape shape, IntConsumer progress) {
        this.progress = progress;
        this.scenario = scenario;
        this.rules = rules;
        this.shape = shape;
    }

    /** Sets how often the cluster may be filled from now on. */
    void allow(int fills) {
        left = fills;
    }

    boolean isAllowed() {
        return left > 0;
    }

    /**
     * A filled cluster.
     *
     * @param state the state
     * @param placements where the instances went, in order
     */
    record Full(ClusterState state, CandidateNodes candidateNodes, List<Placement> placements) {}

    /** Fills the cluster as it is, until no more fit. */
    Full full() {
        ClusterState state = new ClusterState(scenario);
        CandidateNodes candidateNodes = CandidateNodes.survey(state, rules);
        FillResult filling = StandardFill.fill(state, candidateNodes, shape, OptionalLong.empty(), progress);
        return new Full(
                state,
                candidateNodes,
                filling.placed().stream()
                        .map(placed -> state.placement(placed.instance()))
                        .toList());
    }

    /** Returns how many instances find places with this hardware; always 0 when no fill is left. */
    int fitting(SortedMap<Integer, NodeHardware> nodes) {
        if (!isAllowed()) {
            return 0;
        }
        left--;
        ClusterState state = new ClusterState(Addition.added(scenario, nodes));
        return StandardFill.fill(state, CandidateNodes.survey(state, rules), shape, OptionalLong.empty(), progress)
                .placed()
                .size();
    }

    /** Returns the state with instances in known places; nothing if one of them does not fit there. */
    Optional<ClusterState> replay(SortedMap<Integer, NodeHardware> nodes, List<Placement> placements) {
        ClusterState state = new ClusterState(Addition.added(scenario, nodes));
        Trial trial = new Trial(state);
        int number = 0;
        for (Placement placement : placements) {
            int i = state.add(shape.instance("new-" + number++), Utilisation.UNMEASURED);
            if (!trial.allocate(i, placement.primary(), placement.secondary(), false)
                    .accepted()) {
                return Optional.empty();
            }
            state.commit(trial);
        }
        return Optional.of(state);
    }
}
