package org.ballast.optimizer.target;

import java.util.HashSet;
import java.util.Set;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;

/**
 * Places to which no moves have led, or dearer ones than was thought. An instance that has failed twice in the same way, by
 * keeping its secondary for example, is kept from all places of that kind: mostly it is an old node that is in the way.
 */
final class TabuPlacements {
    private final ClusterState start;
    private final Set<Bar> places = new HashSet<>();
    private final boolean[] isBarred;
    /** Of each instance the ways in which it has failed, one bit for each. */
    private final int[] failed;

    /** Of each instance the ways in which it has failed twice. */
    private final int[] barred;

    private record Bar(int instance, int primary, int secondary) {}

    /** Begins without any. */
    TabuPlacements(ClusterState start) {
        this.start = start;
        isBarred = new boolean[start.instanceCount()];
        failed = new int[start.instanceCount()];
        barred = new int[start.instanceCount()];
    }

    /** Keeps an instance from a place from now on. */
    void add(int i, Placement place) {
        isBarred[i] = true;
        places.add(new Bar(i, place.primary(), place.secondary()));
        if (place.hasSecondary()) {
            int way = 1 << way(i, place.primary(), place.secondary());
            barred[i] |= failed[i] & way;
            failed[i] |= way;
        }
    }

    /** Returns whether an instance is kept from a place. */
    boolean forbid(int i, int primary, int secondary) {
        return isBarred[i]
                && ((barred[i] >> way(i, primary, secondary) & 1) != 0
                        || places.contains(new Bar(i, primary, secondary)));
    }

    /** Returns which of its first nodes an instance keeps, and in which roles, as a number below 16. */
    private int way(int i, int primary, int secondary) {
        int p = start.placement(i).primary();
        int s = start.placement(i).secondary();
        return (primary == p ? 1 : 0) | (primary == s ? 2 : 0) | (secondary == p ? 4 : 0) | (secondary == s ? 8 : 0);
    }
}
