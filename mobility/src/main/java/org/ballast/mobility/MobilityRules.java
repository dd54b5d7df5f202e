package org.ballast.mobility;

import java.util.Set;
import org.ballast.model.rules.MoveRules;

/**
 * What a user allows, as far as it holds instances wherever they might go.
 *
 * @param moves which moves are allowed
 * @param wholePlan whether a plan is searched for as a whole, which copies disks from nodes that are online only, and
 *     leaves forthcoming instances alone
 * @param offlineMoves whether instances whose disks are on one node alone may be shut down to move
 * @param held indices of instances that rules hold where they are
 * @param leftOut indices of nodes that are left out because their capacity is not known
 */
public record MobilityRules(
        MoveRules moves, boolean wholePlan, boolean offlineMoves, Set<Integer> held, Set<Integer> leftOut) {
    /** Copies the sets. */
    public MobilityRules {
        held = Set.copyOf(held);
        leftOut = Set.copyOf(leftOut);
    }

    /** Returns what is allowed where the best single move is made again and again. */
    public static MobilityRules stepwise(MoveRules moves) {
        return new MobilityRules(moves, false, false, Set.of(), Set.of());
    }
}
