package org.ballast.capacity.packing;

import java.util.Arrays;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.planner.state.ClusterState;

/**
 * An upper bound on the instances of one shape, of one node each, that fit into a group, however they are placed: the
 * sum of what its nodes take; and, if each node must be able to fail, what the others can run then, soft limits aside.
 */
final class SingleBound {
    private final ClusterState state;
    private final InstanceShape shape;

    private SingleBound(ClusterState state, InstanceShape shape) {
        this.state = state;
        this.shape = shape;
    }

    /**
     * Returns the bound.
     *
     * @param open the nodes of one group on which instances may be placed
     * @param failing the nodes of the group that must be able to fail
     */
    static long of(ClusterState state, int[] open, int[] failing, InstanceShape shape) {
        SingleBound bound = new SingleBound(state, shape);
        long most = 0;
        for (int node : open) {
            most += PairFigures.accepts(state, node, shape) ? PairFigures.places(state, node, shape) : 0;
        }
        if (shape.size().memory() > 0 && open.length > 0) {
            int[] group = state.nodesOf(state.groupOf(open[0]));
            for (int node : failing) {
                most = Math.min(most, bound.withoutOne(group, node));
            }
        }
        return most;
    }

    /** Returns how many instances can run if a node fails, whichever they are. */
    private long withoutOne(int[] group, int failed) {
        long memory = shape.size().memory();
        long places = 0;
        long room = -Arrays.stream(state.primariesOf(failed))
                .mapToObj(state::instance)
                .filter(instance -> instance.template() != DiskTemplate.DRBD)
                .filter(Instance::usesMemory)
                .mapToLong(Instance::memory)
                .sum();
        for (int node : group) {
            if (node != failed) {
                long free = Math.max(0, state.unallocatedMemory(node) - 1);
                room += free;
                places += Math.min(free / memory, byDisk(node));
            }
        }
        return Math.max(0, Math.min(places, room / memory));
    }

    private long byDisk(int node) {
        long disk = shape.size().disk();
        boolean counts = shape.template().usesLocalStorage() && disk > 0;
        return counts ? Math.max(0, state.freeDisk(node) - 1) / disk : PairFigures.PLENTY;
    }
}
