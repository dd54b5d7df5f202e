package org.ballast.hbal.report;

import java.util.List;
import java.util.Optional;
import org.ballast.model.Plan;

/**
 * Where on its way a plan has gained most of what it gains.
 *
 * @param steps how many steps are done then
 * @param dataMib data that went over the network until then, in MiB
 * @param score the score then
 * @param allMib data of the whole plan, in MiB
 */
record Milestone(int steps, long dataMib, double score, long allMib) {
    /** The part of the gain that is most of it. */
    static final double MOST = 0.9;

    /** Returns where that is, unless it is at the end, or nothing is gained. */
    static Optional<Milestone> mostOf(Rebalancing rebalancing) {
        double before = rebalancing.plan().before().total();
        double enough = before - MOST * (before - rebalancing.plan().after().total());
        List<Plan.Step> steps = rebalancing.plan().steps();
        long data = 0;
        for (int k = 0; k < steps.size() - 1; k++) {
            data += rebalancing.details().get(k).cost().dataMib();
            if (steps.get(k).score() < before && steps.get(k).score() <= enough) {
                return Optional.of(new Milestone(
                        k + 1, data, steps.get(k).score(), rebalancing.cost().dataMib()));
            }
        }
        return Optional.empty();
    }
}
