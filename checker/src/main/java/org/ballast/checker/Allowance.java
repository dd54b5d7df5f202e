package org.ballast.checker;

import java.util.List;
import java.util.Set;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;

/**
 * The moves that the user allowed to a plan, and the gain that is expected of it.
 *
 * @param moves which moves the user allowed
 * @param gain where the score must not rise
 * @param offlineMoves whether instances may be shut down to move their disks
 * @param otherGroups whether instances may leave their group; at the end none has its nodes in two groups that did not
 *     at the start
 * @param notLive indices of instances that are failed over, never migrated live
 * @param bounds how far the plan may go
 * @param placement what users want of the places of instances
 */
public record Allowance(
        MoveRules moves,
        ExpectedGain gain,
        boolean offlineMoves,
        boolean otherGroups,
        Set<Integer> notLive,
        List<PlanBound> bounds,
        List<PlacementRule> placement) {
    /** The moves of a balancer without options: any number of moves, each of which lowers the score. */
    public static final Allowance STEPWISE =
            new Allowance(MoveRules.ALL, ExpectedGain.EACH_STEP, false, false, Set.of(), List.of(), List.of());

    /** The same for a plan that was searched for as a whole. */
    public static final Allowance WHOLE =
            new Allowance(MoveRules.ALL, ExpectedGain.IN_THE_END, false, false, Set.of(), List.of(), List.of());

    /** The same for moves that make room, whatever becomes of the score. */
    public static final Allowance FOR_ROOM = WHOLE.expecting(ExpectedGain.NOWHERE);

    /** The points of a plan at which the score must not have become worse. */
    public enum ExpectedGain {
        /** No step raises the score. */
        EACH_STEP,
        /** Steps may raise the score, as long as the end is not above the start. */
        IN_THE_END,
        /** The plan is not made for the sake of the score. */
        NOWHERE
    }

    /** Copies the lists. */
    public Allowance {
        notLive = Set.copyOf(notLive);
        bounds = List.copyOf(bounds);
        placement = List.copyOf(placement);
    }

    /** Returns this allowance with other moves. */
    public Allowance with(MoveRules newMoves) {
        return new Allowance(newMoves, gain, offlineMoves, otherGroups, notLive, bounds, placement);
    }

    /** Returns this allowance with another expectation. */
    public Allowance expecting(ExpectedGain newGain) {
        return new Allowance(moves, newGain, offlineMoves, otherGroups, notLive, bounds, placement);
    }

    /** Returns this allowance with other bounds. */
    public Allowance within(List<PlanBound> newBounds) {
        return new Allowance(moves, gain, offlineMoves, otherGroups, notLive, newBounds, placement);
    }

    /** Returns this allowance with moves that shut instances down, or without. */
    public Allowance withOfflineMoves(boolean allowed) {
        return new Allowance(moves, gain, allowed, otherGroups, notLive, bounds, placement);
    }

    /** Returns this allowance with moves to other groups, or without. */
    public Allowance withOtherGroups(boolean allowed) {
        return new Allowance(moves, gain, offlineMoves, allowed, notLive, bounds, placement);
    }

    /** Returns this allowance with these instances failed over, never migrated live. */
    public Allowance withoutLiveMigration(Set<Integer> instances) {
        return new Allowance(moves, gain, offlineMoves, otherGroups, instances, bounds, placement);
    }

    /** Returns this allowance with other rules for the places of instances. */
    public Allowance withPlacement(List<PlacementRule> rules) {
        return new Allowance(moves, gain, offlineMoves, otherGroups, notLive, bounds, rules);
    }
}
