package org.ballast.capacity.bottleneck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.planner.place.n1.NodeFailureSimulation;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/**
 * The room kept free so that any one node can fail.
 *
 * @param nodes what each online node reserves, in order
 * @param groups the same by group, in order
 */
public record Reserves(List<OfNode> nodes, List<OfGroup> groups) {
    /** Copies the lists. */
    public Reserves {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
    }

    /**
     * Memory that a node reserves for mirrored instances.
     *
     * @param node its index
     * @param memory MiB that it keeps free
     * @param unallocated MiB that no instance has, those included; less than those on a node that fails N+1
     * @param failing the nodes any of whose failure would take as much; none if nothing is reserved
     */
    public record OfNode(int node, long memory, long unallocated, List<Integer> failing) {
        /** Copies the list. */
        public OfNode {
            failing = List.copyOf(failing);
        }
    }

    /**
     * A group.
     *
     * @param group its index
     * @param memory MiB that its online nodes keep free
     * @param total MiB of memory that these nodes have
     * @param tightest the failure that is hardest to absorb by restarting instances elsewhere; nothing if every
     *     instance has a secondary node
     */
    public record OfGroup(int group, long memory, long total, Optional<NodeLoss> tightest) {}

    /**
     * The failure of a node that leaves instances without a secondary behind.
     *
     * @param node its index
     * @param needed MiB of memory that these instances take
     * @param room MiB that other nodes of the group have after its mirrored instances failed over; enough of it does
     *     not mean that every instance finds a place
     * @param absorbed whether all of its instances find places as things are
     */
    public record NodeLoss(int node, long needed, long room, boolean absorbed) {}

    /** Returns the reserves of a cluster as it is. */
    public static Reserves of(ClusterState state) {
        Cluster cluster = state.scenario().cluster();
        List<OfNode> nodes = new ArrayList<>();
        long[] memory = new long[cluster.groups().size()];
        long[] total = new long[memory.length];
        for (int node = 0; node < cluster.nodes().size(); node++) {
            if (!state.isOffline(node)) {
                OfNode reserve = ofNode(state, node);
                nodes.add(reserve);
                memory[state.groupOf(node)] += reserve.memory();
                total[state.groupOf(node)] +=
                        (long) cluster.nodes().get(node).memory().total();
            }
        }
        List<OfGroup> groups = new ArrayList<>();
        for (int group = 0; group < memory.length; group++) {
            groups.add(new OfGroup(group, memory[group], total[group], tightest(state, group)));
        }
        return new Reserves(nodes, groups);
    }

    private static OfNode ofNode(ClusterState state, int node) {
        NodeReport report = state.report(node);
        long reserved = report.reservedMemory();
        List<Integer> failing = report.peers().stream()
                .filter(peer -> reserved > 0 && peer.memory() == reserved)
                .map(NodeReport.PeerNeed::node)
                .sorted()
                .toList();
        return new OfNode(node, reserved, report.unallocatedMemory(), failing);
    }

    private static Optional<NodeLoss> tightest(ClusterState state, int group) {
        int[] members = state.nodesOf(group);
        NodeFailureSimulation simulation = new NodeFailureSimulation(state, members);
        Optional<NodeLoss> tightest = Optional.empty();
        for (int node : members) {
            Optional<NodeLoss> failure = failure(state, members, node, simulation);
            if (failure.isPresent() && (tightest.isEmpty() || isTighter(failure.get(), tightest.get()))) {
                tightest = failure;
            }
        }
        return tightest;
    }

    private static boolean isTighter(NodeLoss one, NodeLoss other) {
        return one.absorbed == other.absorbed ? one.room - one.needed < other.room - other.needed : other.absorbed;
    }

    private static Optional<NodeLoss> failure(
            ClusterState state, int[] members, int node, NodeFailureSimulation simulation) {
        long[] failovers = new long[state.scenario().cluster().nodes().size()];
        long needed = 0;
        boolean anyLeft = false;
        for (int i : state.primariesOf(node)) {
            Instance instance = state.instance(i);
            long memory = instance.usesMemory() ? instance.memory() : 0;
            if (instance.template() != DiskTemplate.DRBD) {
                anyLeft = true;
                needed += memory;
            } else if (state.placement(i).hasSecondary()) {
                failovers[state.placement(i).secondary()] += memory;
            }
        }
        if (!anyLeft) {
            return Optional.empty();
        }
        long room = 0;
        for (int other : members) {
            if (other != node) {
                room += Math.max(0, state.unallocatedMemory(other) - failovers[other]);
            }
        }
        return Optional.of(new NodeLoss(node, needed, room, simulation.canEvacuate(node)));
    }
}
