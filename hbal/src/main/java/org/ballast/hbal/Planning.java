package org.ballast.hbal;

import org.ballast.hbal.explain.PlanningRules;
import org.ballast.model.Score;

/** A way to come to a plan. */
interface Planning {
    /** Returns whether there is nothing to do with this score at the start. */
    boolean isGoodEnough(Score score, double lowestScore);

    /**
     * Makes a plan, tells the output about its steps, and leaves the groups as they are after it.
     *
     * @param lowestScore a bound below which no placement brings the score
     */
    PlanSummary plan(BalanceOutput output, double lowestScore);

    /** Returns what its plans keep to. */
    PlanningRules rules();
}
