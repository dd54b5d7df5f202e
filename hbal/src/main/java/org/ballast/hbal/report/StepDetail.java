package org.ballast.hbal.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.schedule.Schedule;

/**
 * What is known of one step of a plan besides the step itself.
 *
 * @param cost what it takes
 * @param slot when it is carried out; empty if nobody has made a schedule
 * @param reason why it is made, in a few words; none if empty
 */
public record StepDetail(Cost cost, Optional<Schedule.Slot> slot, String reason) {

    /**
     * Returns the details of all steps of a plan.
     *
     * @param schedule when they are carried out, if anybody has made a schedule
     * @param reasons one for each step, or none at all
     */
    public static List<StepDetail> of(
            Cluster cluster, List<Plan.Step> steps, Rates rates, Optional<Schedule> schedule, List<String> reasons) {
        return IntStream.range(0, steps.size())
                .mapToObj(k -> new StepDetail(
                        Cost.of(cluster, steps.get(k), rates),
                        schedule.map(all -> all.slots().get(k)),
                        reasons.isEmpty() ? "" : reasons.get(k)))
                .toList();
    }
}
