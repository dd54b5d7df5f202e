package org.ballast.optimizer.target;

import java.util.HashSet;
import java.util.Set;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;

/**
 * Placements to which no moves have led, or costlier ones than was estimated. An instance that has failed twice in the
 * same way, by keeping its secondary for example, is kept from all places of that kind: mostly it is an old node that
 * is in the way.
 */
final class TabuPlacements {
    private final ClusterState start;
    private final Set<TabuPlacement> places = new HashSet<>();
    private final boolean[] hasTabu;
    /** Of each instance the kinds of change that have failed, one bit for each. */
    private final int[] failed;

    /** Of each instance the kinds of change that have failed twice. */
    private final int[] tabuKinds;

    private record TabuPlacement(int instance, int primary, int secondary) {}

    /** Creates an empty set. */
    TabuPlacements(ClusterState start) {
        this.start = start;
        hasTabu = new boolean[start.instanceCount()];
        failed = new int[start.instanceCount()];
        tabuKinds = new int[start.instanceCount()];
    }

    /** Keeps an instance from a place from now on. */
    void add(int i, Placement place) {
        hasTabu[i] = true;
        places.add(new TabuPlacement(i, place.primary(), place.secondary()));
        if (place.hasSecondary()) {
            int kind = 1 << kindOfChange(i, place.primary(), place.secondary());
            tabuKinds[i] |= failed[i] & kind;
            failed[i] |= kind;
        }
    }

    /** Returns whether an instance is kept from a place. */
    boolean forbid(int i, int primary, int secondary) {
        return hasTabu[i]
                && ((tabuKinds[i] >> kindOfChange(i, primary, secondary) & 1) != 0
                        || places.contains(new TabuPlacement(i, primary, secondary)));
    }

    /** Returns which of its first nodes an instance keeps, and in which roles, as a number below 16. */
    private int kindOfChange(int i, int primary, int secondary) {
        int p = start.placement(i).primary();
        int s = start.placement(i).secondary();
        return (primary == p ? 1 : 0) | (primary == s ? 2 : 0) | (secondary == p ? 4 : 0) | (secondary == s ? 8 : 0);
    }
}
