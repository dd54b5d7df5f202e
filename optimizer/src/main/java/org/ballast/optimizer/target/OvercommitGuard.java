package org.ballast.optimizer.target;

import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;

/**
 * A guard of nodes that have promised more memory than there is, which instances that are down make possible. They take
 * no secondary, not even of an instance that fails over from there, before others have left for good and free enough. A
 * target without these others could not be reached.
 */
final class OvercommitGuard {
    private final ClusterState start;
    /** The node that each instance runs on at the start. */
    private final int[] firstNodes;
    /** What has to leave before a node has free memory, in MiB. */
    private final long[] excess;

    /** What has left, in MiB. */
    private final long[] gone;

    /** How many instances that ran on a node at the start have their secondary there. */
    private final int[] staying;

    /**
     * Begins with all instances where they are at the start.
     *
     * @param isIgnored whether such promises are ignored
     */
    OvercommitGuard(ClusterState start, boolean isIgnored) {
        this.start = start;
        firstNodes = IntStream.range(0, start.instanceCount())
                .map(i -> start.placement(i).primary())
                .toArray();
        int nodes = start.scenario().cluster().nodes().size();
        excess = new long[nodes];
        gone = new long[nodes];
        staying = new int[nodes];
        for (int node = 0; node < nodes && !isIgnored; node++) {
            long free = Math.min(start.plannedFreeMemory(node), start.unallocatedMemory(node));
            // For an instance that leaves an offline node it does not matter what becomes of its copy there.
            excess[node] = start.isOffline(node) ? 0 : Math.max(0, 1 - free);
        }
    }

    /**
     * Returns whether an instance may not go from one place to another in a target, because of the node it started
     * from.
     */
    boolean forbids(int i, int primary, int secondary, int newPrimary, int newSecondary) {
        int first = firstNodes[i];
        if (first == Placement.NONE || excess[first] == 0) {
            return false;
        }
        long newGone = gone[first] + goneMib(i, newPrimary, newSecondary) - goneMib(i, primary, secondary);
        int newStaying = staying[first] + (newSecondary == first ? 1 : 0) - (secondary == first ? 1 : 0);
        boolean isWorse = newStaying > staying[first] || newGone < gone[first];
        return isWorse && newStaying > 0 && newGone < excess[first];
    }

    /** Takes down that an instance goes from one place to another. */
    void place(int i, int primary, int secondary, int newPrimary, int newSecondary) {
        int first = firstNodes[i];
        if (first != Placement.NONE && excess[first] != 0) {
            gone[first] += goneMib(i, newPrimary, newSecondary) - goneMib(i, primary, secondary);
            staying[first] += (newSecondary == first ? 1 : 0) - (secondary == first ? 1 : 0);
        }
    }

    private long goneMib(int i, int primary, int secondary) {
        int first = firstNodes[i];
        return primary == first || secondary == first ? 0 : start.instance(i).memory();
    }
}
