package org.ballast.hail.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ballast.checker.PlacementRefusal;
import org.ballast.checker.Refusal;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.planner.place.n1.NodeFailureSimulation;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * A search for the node that could not fail, by letting nodes fail: those first whose instances without a second copy
 * need most memory, and only the first few, as each takes a search for places.
 *
 * @param instance the instance that gets nodes
 * @param scope the nodes that must be able to fail
 */
record NodeFailures(ClusterState state, int instance, boolean ignoreSoftErrors, List<Integer> scope) {
    private static final int MOST = 20;

    /** Returns a node that could not fail after a choice of nodes, if it is among those tried. */
    Optional<Refusal> after(Placement placement) {
        Trial trial = new Trial(state);
        if (!trial.allocate(instance, placement.primary(), placement.secondary(), ignoreSoftErrors)
                .accepted()) {
            return Optional.empty();
        }
        ClusterState.Receipt receipt = state.commit(trial);
        try {
            NodeFailureSimulation simulation = new NodeFailureSimulation(
                    state, scope.stream().mapToInt(Integer::intValue).toArray());
            return scope.stream()
                    .map(this::scattered)
                    .filter(loss -> loss.instances() > 0)
                    .sorted(Comparator.comparingLong(PlacementRefusal.Scattered::needed)
                            .reversed())
                    .limit(MOST)
                    .filter(loss -> !simulation.canEvacuate(loss.failed()))
                    .findFirst()
                    .map(Refusal.class::cast);
        } finally {
            state.revert(receipt);
        }
    }

    private PlacementRefusal.Scattered scattered(int node) {
        int count = 0;
        long needed = 0;
        for (int i : state.primariesOf(node)) {
            Instance resident = state.instance(i);
            if (resident.template() != DiskTemplate.DRBD) {
                count++;
                needed += resident.usesMemory() ? resident.memory() : 0;
            }
        }
        return new PlacementRefusal.Scattered(node, count, needed);
    }
}
