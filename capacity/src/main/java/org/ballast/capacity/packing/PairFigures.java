package org.ballast.capacity.packing;

import java.util.Arrays;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.RepeatedPlacing;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/**
 * The capacities of one group's nodes for mirrored instances of one shape, as numbers. Nodes are numbered from 0 here;
 * memory is in MiB.
 */
final class PairFigures {
    /** More than any node takes. */
    static final int PLENTY = 1 << 16;

    /** The nodes as the state numbers them. */
    final int[] nodes;

    final int count;
    /** Memory of one instance. */
    final long memory;
    /** The most instances that a node can run, if nothing more has to be reserved there. */
    final int[] primaries;
    /** The most copies of disks that a node has room for, first and second ones together. */
    final int[] copies;
    /** Memory for new instances and all that has to be reserved. */
    final long[] free;
    /** Memory that has to be reserved, whatever is placed. */
    final long[] reserved;
    /** Nodes on which nothing has to be reserved: they are beyond it already. */
    final boolean[] exempt;
    /** The least memory that a node reserves for the failure of any other node of these. */
    final long[] leastClaim;
    /**
     * The most instances that a node can run beside all that is stopped or only planned. Once it runs as many, it backs
     * no more.
     */
    private final int[] planned;
    /** Memory that a node (second index) needs for the failure of another one (first index) already. */
    private final long[][] claims;

    private final boolean[][] pairs;

    /**
     * Takes the figures of a state.
     *
     * @param open the nodes of one group on which instances may be placed
     * @param mustFailOver whether also what is not reserved for has to be able to fail over
     */
    PairFigures(ClusterState state, int[] open, InstanceShape shape, boolean mustFailOver) {
        nodes = open.clone();
        count = open.length;
        memory = shape.size().memory();
        primaries = new int[count];
        copies = new int[count];
        free = new long[count];
        reserved = new long[count];
        exempt = new boolean[count];
        leastClaim = new long[count];
        planned = new int[count];
        claims = new long[count][count];
        pairs = new boolean[count][count];
        countPlaces(state, shape);
        for (int n = 0; n < count; n++) {
            enter(state, n, mustFailOver);
        }
    }

    private void countPlaces(ClusterState state, InstanceShape shape) {
        InstanceShape disksOnly = new InstanceShape(
                new InstanceShape.Size(0, shape.size().disk(), 0, shape.size().spindles()),
                shape.template(),
                shape.spindleUse());
        Instance planned = planned(shape);
        for (int n = 0; n < count; n++) {
            this.planned[n] = isOvercommitted(state, nodes[n]) ? PLENTY : places(state, nodes[n], planned);
            if (accepts(state, nodes[n], shape)) {
                primaries[n] = places(state, nodes[n], shape);
                copies[n] = isOvercommitted(state, nodes[n]) ? PLENTY : places(state, nodes[n], disksOnly);
            }
        }
    }

    /** Returns an instance that claims only memory, and only of what is not claimed for plans yet. */
    private static Instance planned(InstanceShape shape) {
        InstanceShape.Size size = new InstanceShape.Size(shape.size().memory(), 0, 0, 0);
        Instance like = new InstanceShape(size, DiskTemplate.DISKLESS, 0).instance("example");
        return new Instance(
                like.name(),
                like.memory(),
                like.disk(),
                like.disks(),
                like.vcpus(),
                like.status(),
                like.autoBalance(),
                like.placement(),
                like.template(),
                like.tags(),
                like.spindleUse(),
                true,
                like.networks());
    }

    /** Returns how many instances of a shape a node takes, as it is. */
    static int places(ClusterState state, int node, InstanceShape shape) {
        return places(state, node, shape.instance("example"));
    }

    private static int places(ClusterState state, int node, Instance instance) {
        int example = state.add(instance, Utilisation.UNMEASURED);
        int places = new RepeatedPlacing(state).count(node, example);
        state.forgetLast();
        return places;
    }

    /** Returns whether the policy of the node's group accepts such instances. */
    static boolean accepts(ClusterState state, int index, InstanceShape shape) {
        return accepts(state, index, shape.instance("example"));
    }

    /** Returns whether the policy of the node's group accepts an instance. */
    static boolean accepts(ClusterState state, int index, Instance instance) {
        Node node = state.scenario().cluster().nodes().get(index);
        return state.scenario()
                .cluster()
                .groups()
                .get(node.group())
                .policy()
                .accepts(instance, node.spindles().exclusive());
    }

    /** Returns whether a node has too many virtual CPUs already: it may hold second copies still. */
    private static boolean isOvercommitted(ClusterState state, int index) {
        Node node = state.scenario().cluster().nodes().get(index);
        double limit = state.scenario().maxVcpuRatio(node);
        return limit >= 0 && limit < state.report(index).vcpuRatio();
    }

    private void enter(ClusterState state, int n, boolean mustFailOver) {
        NodeReport report = state.report(nodes[n]);
        // Some memory has to be left over beside everything.
        free[n] = report.unallocatedMemory() - 1;
        reserved[n] = report.reservedMemory();
        exempt[n] = report.failsRedundancy();
        long[] byNode = new long[state.scenario().cluster().nodes().size()];
        report.peers().forEach(need -> byNode[need.node()] = need.memory());
        leastClaim[n] = Arrays.stream(nodes)
                .filter(node -> node != nodes[n])
                .mapToLong(node -> byNode[node])
                .min()
                .orElse(0);
        if (mustFailOver) {
            long[] failovers = failovers(state, nodes[n], byNode.length);
            for (int node = 0; node < byNode.length; node++) {
                byNode[node] = Math.max(byNode[node], failovers[node]);
                reserved[n] = Math.max(reserved[n], failovers[node]);
            }
        }
        for (int q = 0; q < count; q++) {
            claims[q][n] = byNode[nodes[q]];
            pairs[q][n] = q != n && (!mustFailOver || state.acceptsMigration(nodes[q], nodes[n]));
        }
    }

    /** Returns the memory that fails over to a node, by the node that fails. */
    private static long[] failovers(ClusterState state, int node, int all) {
        long[] failovers = new long[all];
        for (int i : state.secondariesOf(node)) {
            Instance instance = state.instance(i);
            Placement placement = state.placement(i);
            if (instance.template() == DiskTemplate.DRBD && instance.usesMemory()) {
                failovers[placement.primary()] += instance.memory();
            }
        }
        return failovers;
    }

    /** Returns the most instances that a node can run. */
    int mostPrimaries(int n) {
        if (exempt[n] || memory == 0) {
            return primaries[n];
        }
        return (int) Math.min(primaries[n], places(free[n] - reserved[n]));
    }

    /** Returns whether a node that runs so many instances may be too full to back one, though it has the memory. */
    boolean isTight(int n, int running) {
        return running >= planned[n];
    }

    /** Returns the most instances that two nodes can have as a pair if the second one runs some itself. */
    int mostPairs(int q, int n, int runningOnSecond) {
        if (!pairs[q][n] || planned[n] == 0) {
            return 0;
        }
        long left = free[n] - memory * runningOnSecond;
        if (exempt[n] || memory == 0) {
            return left >= memory && (exempt[n] || left >= reserved[n]) ? PLENTY : 0;
        }
        return left < reserved[n] ? 0 : (int) places(left - claims[q][n]);
    }

    private long places(long room) {
        return room <= 0 ? 0 : Math.min(PLENTY, room / memory);
    }
}
