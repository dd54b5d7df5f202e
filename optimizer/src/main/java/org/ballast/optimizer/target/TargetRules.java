package org.ballast.optimizer.target;

import java.util.List;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.optimizer.cost.Rates;

/**
 * What a target may look like.
 *
 * @param moves which moves are allowed
 * @param offlineMoves whether instances without a mirror move, for which they must be shut down
 * @param crossGroups whether instances may change their group
 * @param placement what users want of the places of instances; comes before the score
 * @param rates how fast moves are carried out
 */
public record TargetRules(
        MoveRules moves, boolean offlineMoves, boolean crossGroups, List<PlacementRule> placement, Rates rates) {
    /** All moves within the group that instances survive running, and the score of hbal. */
    public static final TargetRules USUAL = new TargetRules(MoveRules.ALL, false, false, List.of(), Rates.USUAL);

    /** Copies the list. */
    public TargetRules {
        placement = List.copyOf(placement);
    }
}
