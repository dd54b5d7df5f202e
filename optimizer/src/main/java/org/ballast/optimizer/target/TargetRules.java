package org.ballast.optimizer.target;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.rules.RuleConflicts;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.optimizer.rules.WaivedRules;
import org.ballast.planner.state.ClusterState;

/**
 * The rules that a target keeps.
 *
 * @param moves which moves are allowed
 * @param offlineMoves whether instances without a mirror move, for which they must be shut down
 * @param crossGroups whether instances may change their group
 * @param placement what users want of the places of instances; comes before the score
 * @param rates how fast moves are carried out
 * @param waived those of the users' wishes that cannot be met, for which nothing is done
 */
public record TargetRules(
        MoveRules moves,
        boolean offlineMoves,
        boolean crossGroups,
        List<PlacementRule> placement,
        Rates rates,
        WaivedRules waived) {
    /** All moves within the group that instances survive running, and the score of hbal. */
    public static final TargetRules USUAL = new TargetRules(MoveRules.ALL, false, false, List.of(), Rates.USUAL);

    /** Copies the list. */
    public TargetRules {
        placement = List.copyOf(placement);
    }

    /** Creates rules of which none is waived. */
    public TargetRules(
            MoveRules moves, boolean offlineMoves, boolean crossGroups, List<PlacementRule> placement, Rates rates) {
        this(moves, offlineMoves, crossGroups, placement, rates, WaivedRules.NONE);
    }

    /** Returns these rules with one more wish. */
    public TargetRules with(PlacementRule rule) {
        List<PlacementRule> more = new ArrayList<>(placement);
        more.add(rule);
        return new TargetRules(moves, offlineMoves, crossGroups, more, rates, waived);
    }

    /** Returns these rules with more of the users' wishes waived. */
    public TargetRules waiving(WaivedRules more) {
        return new TargetRules(moves, offlineMoves, crossGroups, placement, rates, waived.plus(more));
    }

    /**
     * Returns those of the users' wishes that cannot be met.
     *
     * @param groups the groups whose instances may move
     */
    public RuleConflicts conflicts(ClusterState start, List<Integer> groups) {
        return RuleConflicts.of(
                start.scenario(),
                placement,
                new AllowedPlacements(
                        start, groups.stream().mapToInt(Integer::intValue).toArray(), this),
                !moves.ignoreSoftErrors());
    }

    /** Returns the count of the users' wishes that are not met. */
    public Rulebook rulebook(Cluster cluster) {
        return new Rulebook(cluster, placement, waived);
    }
}
