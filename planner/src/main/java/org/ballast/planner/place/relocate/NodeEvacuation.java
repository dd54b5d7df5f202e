package org.ballast.planner.place.relocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Placement;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.state.ClusterState;

/**
 * The evacuation of nodes: instances move, one after another, to other nodes of their groups. No instance goes to a
 * node that is being emptied; which nodes are follows from the instances and the mode.
 */
public final class NodeEvacuation {
    private final ClusterState state;
    private final AllocationRules rules;

    /** Prepares evacuations, which change the state. */
    public NodeEvacuation(ClusterState state, AllocationRules rules) {
        this.state = state;
        this.rules = rules;
    }

    /** Moves the instances and returns what became of each, in the same order. */
    public List<RelocationOutcome> evacuate(List<Integer> instances, EvacuationMode mode) {
        boolean[] closed = closed(instances, mode);
        Relocator relocator = new Relocator(state, rules.ignoreSoftErrors(), rules.users());
        List<RelocationOutcome> relocations = new ArrayList<>();
        for (int i : instances) {
            int primary = state.placement(i).primary();
            int group = state.groupOf(primary);
            int[] targets = Arrays.stream(state.nodesOf(group))
                    .filter(node -> !closed[node] && node != primary)
                    .toArray();
            relocations.add(relocator.move(i, mode, group, targets));
        }
        return relocations;
    }

    private boolean[] closed(List<Integer> instances, EvacuationMode mode) {
        boolean[] closed = new boolean[state.scenario().cluster().nodes().size()];
        for (int node = 0; node < closed.length; node++) {
            closed[node] = state.isOffline(node);
        }
        for (int i : instances) {
            Placement placement = state.placement(i);
            boolean mirrored = state.instance(i).template() == DiskTemplate.DRBD && placement.hasSecondary();
            if (mode != EvacuationMode.SECONDARY_ONLY) {
                closed[placement.primary()] = true;
            }
            if (mode != EvacuationMode.PRIMARY_ONLY && mirrored) {
                closed[placement.secondary()] = true;
            }
        }
        return closed;
    }
}
