package org.ballast.hbal.optimize;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.model.RoleChanges;
import org.ballast.model.rules.BrokenRule;
import org.ballast.model.rules.RuleConflict;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.PackReport;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.target.Objective.Standing;

/**
 * All that is told about a search.
 *
 * @param request what was asked for
 * @param result the plan and how it was found
 * @param front the plans between which there was a choice, the smallest first; none if nobody asked for them
 * @param chosen the position among them of the plan that was taken, if there are any
 * @param broken users' rules that are not kept at the end
 * @param conflicts users' rules that cannot be kept, as was found before the search
 * @param packing which nodes are emptied, if that was wanted
 */
public record SearchOutcome(
        OptimizeRequest request,
        Optimized result,
        List<Optimized> front,
        OptionalInt chosen,
        List<BrokenRule> broken,
        List<RuleConflict> conflicts,
        Optional<PackReport> packing) {

    /** Copies the lists. */
    public SearchOutcome {
        front = List.copyOf(front);
        broken = List.copyOf(broken);
        conflicts = List.copyOf(conflicts);
    }

    /** Returns the plan. */
    public Plan plan() {
        return result.plan();
    }

    /** Returns what the plan takes. */
    public Cost cost() {
        return result.total();
    }

    /**
     * Returns the nodes that the data calls offline and from which instances are failed over that run by the same data. A
     * node that is only drained looks like that, too; from there they could be migrated.
     */
    public List<Integer> doubtfulNodes(Cluster cluster) {
        RoleChanges changes = request.rules().rates().changes();
        return plan().steps().stream()
                .filter(step ->
                        cluster.instances().get(step.move().instance()).status().isRunning())
                .filter(step -> step.to().primary() != step.from().primary())
                .map(step -> step.from().primary())
                .filter(changes.deadNodes()::contains)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns what is to be known about {@link #doubtfulNodes}, if there are any. */
    public Optional<String> doubt(Cluster cluster) {
        List<Integer> nodes = doubtfulNodes(cluster);
        String names =
                nodes.stream().map(node -> cluster.nodes().get(node).name()).collect(Collectors.joining(", "));
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of("The data does not tell whether " + names
                        + (nodes.size() == 1 ? " is" : " are")
                        + " dead or only drained: instances there are reckoned as failed over, with downtime. From a"
                        + " drained node, gnt-instance migrate does without");
    }

    /** Returns whether a position among the plans of the front is that of the plan that was taken. */
    public boolean isChosen(int position) {
        return chosen.isPresent() && chosen.getAsInt() == position;
    }

    /** Returns the position of the plan that the objective likes best: it reaches the goal, and is worth its price. */
    static int best(List<Optimized> front, OptimizeRequest request) {
        return IntStream.range(0, front.size())
                .reduce((one, other) -> isBetter(front.get(other), front.get(one), request) ? other : one)
                .orElseThrow();
    }

    private static boolean isBetter(Optimized one, Optimized other, OptimizeRequest request) {
        return standing(one, request).compareTo(standing(other, request)) < 0;
    }

    private static Standing standing(Optimized plan, OptimizeRequest request) {
        return request.objective()
                .standing(plan.violationsAfter(), plan.plan().after().total(), plan.changeCost());
    }
}
