package org.ballast.hbal.report;

import java.util.List;
import java.util.OptionalDouble;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.ScoreWeights;
import org.ballast.optimizer.cost.Cost;
import org.ballast.planner.state.ClusterState;

/**
 * All that a page tells of.
 *
 * @param scenario the cluster before, and how it was looked at
 * @param after the cluster when all steps are done; only read
 * @param nodes indices of the nodes that were balanced, in ascending order
 * @param weights how much each row of the score counts
 * @param plan the steps and the scores
 * @param details one for each step
 * @param front the plans between which there was a choice, in any order; none if nobody asked for it
 * @param search how the plan was found, such as "annealing for 20 s, seed 1"; not told if empty
 * @param stays who stays where it is, and why; none if nobody asked
 * @param notes what readers should know besides, such as rules that cannot be kept; a sentence each
 */
public record Rebalancing(
        Scenario scenario,
        ClusterState after,
        List<Integer> nodes,
        ScoreWeights weights,
        Plan plan,
        List<StepDetail> details,
        List<FrontPoint> front,
        String search,
        List<StayReason> stays,
        List<String> notes) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are more or fewer details than steps
     */
    public Rebalancing {
        nodes = List.copyOf(nodes);
        details = List.copyOf(details);
        front = List.copyOf(front);
        stays = List.copyOf(stays);
        notes = List.copyOf(notes);
        if (details.size() != plan.steps().size()) {
            throw new IllegalArgumentException("details of " + details.size() + " steps given, but the plan has "
                    + plan.steps().size());
        }
    }

    /** Creates one that tells nothing of who stays. */
    public Rebalancing(
            Scenario scenario,
            ClusterState after,
            List<Integer> nodes,
            ScoreWeights weights,
            Plan plan,
            List<StepDetail> details,
            List<FrontPoint> front,
            String search) {
        this(scenario, after, nodes, weights, plan, details, front, search, List.of(), List.of());
    }

    /** Returns what all steps take together. */
    Cost cost() {
        return details.stream().map(StepDetail::cost).reduce(Cost.NONE, Cost::plus);
    }

    /** Returns when the last step ends, in seconds; empty unless all steps are on the schedule. */
    OptionalDouble makespan() {
        return details.stream().allMatch(detail -> detail.slot().isPresent())
                ? details.stream()
                        .mapToDouble(detail -> detail.slot().orElseThrow().end())
                        .max()
                : OptionalDouble.empty();
    }
}
