package org.ballast.capacity.packing;

import org.ballast.capacity.InstanceShape;
import org.ballast.model.Node;
import org.ballast.planner.state.ClusterState;

/**
 * An upper bound on the instances of one shape that fit however the existing ones are moved in their groups: moves
 * leave the sum of what is free in a group as it is.
 */
final class PooledBound {
    private PooledBound() {}

    /** Returns the bound for the nodes of one group on which instances may be placed. */
    static long of(ClusterState state, int[] open, InstanceShape shape) {
        double memory = 0;
        double disk = 0;
        double vcpus = 0;
        double spindles = 0;
        boolean anyVcpus = false;
        boolean anyOwned = false;
        boolean accepted = false;
        for (int index : open) {
            Node node = state.scenario().cluster().nodes().get(index);
            double ratio = state.scenario().maxVcpuRatio(node);
            memory += Math.max(0, state.unallocatedMemory(index));
            disk += Math.max(0, state.freeDisk(index));
            vcpus += Math.max(
                    0, ratio * node.cpus().total() - state.report(index).vcpus());
            spindles += Math.max(
                    0, state.report(index).maxSpindleUse() - state.report(index).spindleUse());
            anyVcpus |= ratio < 0;
            anyOwned |= node.spindles().exclusive();
            accepted |= PairFigures.accepts(state, index, shape);
        }
        if (!accepted) {
            return 0;
        }
        double most = PairFigures.PLENTY * (double) open.length;
        most = least(most, memory, (double) shape.size().memory());
        if (shape.template().usesLocalStorage()) {
            most = least(
                    most, disk, (double) shape.requiredNodes() * shape.size().disk());
            most = anyOwned ? most : least(most, spindles, (double) shape.requiredNodes() * shape.spindleUse());
        }
        return (long)
                (anyVcpus ? most : least(most, vcpus, (double) shape.size().vcpus()));
    }

    private static double least(double most, double there, double needed) {
        return needed == 0 ? most : Math.min(most, Math.floor(there / needed));
    }
}
