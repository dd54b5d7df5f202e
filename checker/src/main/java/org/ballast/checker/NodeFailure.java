package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ballast.model.Move;
import org.ballast.model.Scenario;

/**
 * The failure of one node: instances with a secondary node fail over to it, one after another; the others have to
 * restart on other nodes of the group. In such need no soft rule counts. Whether these find room together is a packing
 * problem; reported is only what is certain: who fits on no node even alone, and whether all of them need more memory
 * than there is.
 *
 * <p>Source: the N+1 rule of {@code hail} and {@code hspace} of Ganeti 3.0, which counts on offline nodes too.
 */
final class NodeFailure {
    private final Scenario scenario;
    private final CheckedCluster cluster;
    private final int failed;
    private final ToLongFunction<CheckedNode> memoryFree;

    /**
     * Prepares the loss of a node.
     *
     * @param cluster the state, which is used up
     */
    NodeFailure(Scenario scenario, CheckedCluster cluster, int failed) {
        this(scenario, cluster, failed, CheckedNode::memoryFree);
    }

    /** Prepares the loss of a node where free memory is known already, as it is when many are looked at. */
    NodeFailure(Scenario scenario, CheckedCluster cluster, int failed, ToLongFunction<CheckedNode> memoryFree) {
        this.scenario = scenario;
        this.cluster = cluster;
        this.failed = failed;
        this.memoryFree = memoryFree;
    }

    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        // The last one that came is the first one to go.
        List<CheckedInstance> residents = cluster.node(failed)
                .primaries()
                .map(Residence.Primary::resident)
                .filter(CheckedInstance::isReal)
                .toList()
                .reversed();
        residents.stream()
                .filter(resident -> resident.instance().template().hasSecondary())
                .forEach(resident -> failOver(resident, refusals));
        List<CheckedNode> others = cluster.nodes().stream()
                .filter(node -> node.index() != failed && sameGroup(node))
                .toList();
        List<CheckedInstance> homeless = residents.stream()
                .filter(resident -> !resident.instance().template().hasSecondary())
                .toList();
        for (CheckedInstance resident : homeless) {
            if (others.stream().noneMatch(node -> accepts(node, resident))) {
                refusals.add(new PlacementRefusal.Stranded(resident.index(), failed));
            }
        }
        long needed = homeless.stream().mapToLong(CheckedInstance::memoryInUse).sum();
        long free = others.stream()
                .mapToLong(node -> Math.max(0, memoryFree.applyAsLong(node)))
                .sum();
        if (needed > free) {
            refusals.add(new PlacementRefusal.GroupFull(failed, needed, free));
        }
        return refusals;
    }

    private void failOver(CheckedInstance resident, List<Refusal> refusals) {
        if (!cluster.placement(resident.index()).hasSecondary()) {
            refusals.add(new PlacementRefusal.Stranded(resident.index(), failed));
            return;
        }
        MoveTrial trial = new MoveTrial(scenario, cluster, true, resident.index());
        if (!trial.make(new Move.Failover(resident.index())).isEmpty()) {
            refusals.add(new PlacementRefusal.Stranded(resident.index(), failed));
        }
    }

    private boolean sameGroup(CheckedNode node) {
        return node.node().group() == scenario.cluster().nodes().get(failed).group();
    }

    private boolean accepts(CheckedNode node, CheckedInstance resident) {
        boolean reachesDisks = resident.instance().template().isRestartableAnywhere();
        boolean welcome = reachesDisks
                || scenario.cluster()
                        .groups()
                        .get(node.node().group())
                        .policy()
                        .accepts(resident.instance(), node.node().spindles().exclusive());
        return welcome
                && memoryFree.applyAsLong(node) > resident.memoryInUse()
                && Admittance.primary(node, resident, 0, Admittance.Strictness.LENIENT)
                        .refusals()
                        .isEmpty();
    }
}
