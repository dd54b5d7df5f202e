package org.ballast.planner.state;

import java.util.List;
import java.util.Optional;
import org.ballast.model.Move;

/**
 * The kinds of moves in the order in which they are weighed: of equal moves the first one wins. All but
 * {@link #FAILOVER} have a target node, and the kinds alternate for each target.
 */
public enum MoveKind {
    /** Primary and secondary change roles. */
    FAILOVER,
    /** The target becomes the secondary. */
    REPLACE_SECONDARY,
    /** The target becomes the primary, the old primary the secondary. */
    REPLACE_AND_FAILOVER,
    /** The target becomes the primary, the secondary stays. */
    REPLACE_PRIMARY,
    /** The secondary becomes the primary, the target the secondary. */
    FAILOVER_AND_REPLACE,
    /** The target becomes the primary; external storage follows. */
    FAILOVER_TO_ANY;

    /** The kinds that have a target, in order. */
    public static final List<MoveKind> TARGETED =
            List.of(REPLACE_SECONDARY, REPLACE_AND_FAILOVER, REPLACE_PRIMARY, FAILOVER_AND_REPLACE, FAILOVER_TO_ANY);

    /** Returns whether the target hosts the instance afterwards, and not just the second copy of its disks. */
    public boolean targetBecomesPrimary() {
        return this == REPLACE_AND_FAILOVER || this == REPLACE_PRIMARY || this == FAILOVER_TO_ANY;
    }

    /** Returns the move of this kind; the target is ignored where there is none. */
    public Move move(int instance, int target) {
        return switch (this) {
            case FAILOVER -> new Move.Failover(instance);
            case REPLACE_SECONDARY -> new Move.ReplaceSecondary(instance, target);
            case REPLACE_AND_FAILOVER -> new Move.ReplaceAndFailover(instance, target);
            case REPLACE_PRIMARY -> new Move.ReplacePrimary(instance, target);
            case FAILOVER_AND_REPLACE -> new Move.FailoverAndReplace(instance, target);
            case FAILOVER_TO_ANY -> new Move.FailoverToAny(instance, target);
        };
    }

    /** Returns the kind of a move, if it is one of these. */
    public static Optional<MoveKind> of(Move move) {
        return switch (move) {
            case Move.Failover _ -> Optional.of(FAILOVER);
            case Move.FailoverToAny _ -> Optional.of(FAILOVER_TO_ANY);
            case Move.ReplacePrimary _ -> Optional.of(REPLACE_PRIMARY);
            case Move.ReplaceSecondary _ -> Optional.of(REPLACE_SECONDARY);
            case Move.ReplaceAndFailover _ -> Optional.of(REPLACE_AND_FAILOVER);
            case Move.FailoverAndReplace _ -> Optional.of(FAILOVER_AND_REPLACE);
            case Move.OfflineMove _ -> Optional.empty();
        };
    }

    /** Returns this kind as a bit of a set. */
    public int bit() {
        return 1 << ordinal();
    }
}
