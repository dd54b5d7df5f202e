package org.ballast.optimizer.sequence;

import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.rules.Rulebook;

/**
 * The rules that a sequence of moves keeps.
 *
 * @param moves which moves are considered
 * @param offlineMoves whether instances may be shut down to move their disks
 * @param crossGroups whether instances may go to another group of those that are sequenced
 * @param limits how much change is accepted; the time it takes is ignored
 * @param rates how fast moves are
 * @param rulebook the users' rules; it is not changed
 */
public record SequenceRules(
        MoveRules moves, boolean offlineMoves, boolean crossGroups, Limits limits, Rates rates, Rulebook rulebook) {

    /** Returns rules that allow all that a balancer may do in a group, without any limit. */
    public static SequenceRules all(Cluster cluster) {
        return new SequenceRules(
                MoveRules.ALL, false, false, Limits.NONE, Rates.USUAL, new Rulebook(cluster, List.of()));
    }

    /** Returns these rules with limits. */
    public SequenceRules within(Limits newLimits) {
        return new SequenceRules(moves, offlineMoves, crossGroups, newLimits, rates, rulebook);
    }
}
