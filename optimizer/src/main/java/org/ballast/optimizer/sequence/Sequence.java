package org.ballast.optimizer.sequence;

import java.util.List;
import org.ballast.model.Plan;
import org.ballast.model.Score;
import org.ballast.optimizer.cost.Cost;

/**
 * Moves in an order in which each is safe once those before it are done.
 *
 * @param before the score at the start; over several groups, the sum
 * @param steps the moves, as far as possible those first that gain most for what they cost
 * @param after the score at the end, not above that at the start unless users' rules are better kept
 * @param cost what all moves take together
 * @param abandoned indices of the instances that do not end where they should, in ascending order
 */
public record Sequence(Score before, List<Plan.Step> steps, Score after, Cost cost, List<Integer> abandoned) {

    /** Copies the lists. */
    public Sequence {
        steps = List.copyOf(steps);
        abandoned = List.copyOf(abandoned);
    }

    /** Returns the moves as a plan. */
    public Plan plan(Plan.StopReason stoppedBy) {
        return new Plan(before, steps, after, stoppedBy);
    }
}
