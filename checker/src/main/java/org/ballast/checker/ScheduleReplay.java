package org.ballast.checker;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ballast.checker.PlanChecker.Violation;
import org.ballast.model.Placement;
import org.ballast.model.Plan;

/**
 * A replay of a plan's steps in random orders that their dependencies permit.
 *
 * <p>What a step does, and what speaks against it, follows from the present state of its nodes alone. So outcomes are
 * kept: where the dependencies leave no choice about the order on a node, each step is worked out once for all orders.
 */
final class ScheduleReplay {
    private final PlanChecker checker;
    private final CheckedCluster start;
    private final List<Plan.Step> steps;
    private final List<List<Integer>> after;
    private final BoundCheck bounds;
    private final List<List<Integer>> nodes = new ArrayList<>();
    private final Map<Moment, StepOutcome> known = new HashMap<>();
    private final Set<Violation> violations = new LinkedHashSet<>();
    private int lastState;

    /**
     * A step about to be made.
     *
     * @param states which states its nodes are in, in the order of the step's nodes; each state has a number
     */
    private record Moment(int step, List<Integer> states) {}

    /**
     * The outcome of a step.
     *
     * @param made whether it made sense at all
     * @param states the numbers of the states its nodes are in afterwards
     */
    private record StepOutcome(
            boolean made,
            List<CheckedNode> after,
            List<Integer> states,
            Placement placement,
            List<Violation> violations) {}

    ScheduleReplay(
            PlanChecker checker,
            CheckedCluster start,
            List<Plan.Step> steps,
            List<List<Integer>> after,
            BoundCheck bounds) {
        this.checker = checker;
        this.start = start;
        this.steps = List.copyOf(steps);
        this.after = after;
        this.bounds = bounds;
        if (steps.size() != after.size()) {
            throw new IllegalArgumentException(
                    "dependencies of " + after.size() + " steps given, but there are " + steps.size());
        }
        steps.forEach(step -> nodes.add(List.copyOf(PlanChecker.touchedNodes(step))));
    }

    PlanChecker.Report report(int orders, boolean apart, long seed) {
        if (!isSound()) {
            return new PlanChecker.Report(List.copyOf(violations));
        }
        Precedence precedence = new Precedence(after);
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = precedence.random(random);
        if (order.length < steps.size()) {
            IntStream.range(0, steps.size())
                    .filter(step -> IntStream.of(order).noneMatch(made -> made == step))
                    .forEach(step -> report(step, new PlanRefusal.WaitsForever(instance(step))));
        } else {
            violations.addAll(bounds.ofSchedule(steps, order, after));
            if (apart) {
                findShared(order, precedence.closure());
            }
        }
        for (int k = 0; k < orders && violations.isEmpty(); k++) {
            replay(precedence.random(random));
        }
        return new PlanChecker.Report(List.copyOf(violations));
    }

    private boolean isSound() {
        for (int step = 0; step < steps.size(); step++) {
            for (int other : after.get(step)) {
                if (other < 0 || other >= steps.size()) {
                    report(step, new PlanRefusal.WaitsForUnknown(instance(step), other));
                }
            }
        }
        return violations.isEmpty();
    }

    private int instance(int step) {
        return steps.get(step).move().instance();
    }

    private void report(int step, Refusal refusal) {
        violations.add(new Violation.OfStep(step, steps.get(step).move(), refusal));
    }

    /** On each node, in any order that is permitted, each step must wait for the one before it: so it waits for all. */
    private void findShared(int[] order, List<BitSet> closure) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int step : order) {
            for (int node : nodes.get(step)) {
                int other = last.getOrDefault(node, step);
                if (other != step && !closure.get(step).get(other)) {
                    report(step, new PlanRefusal.SharedNode(node, instance(step), instance(other)));
                }
                last.put(node, step);
            }
        }
    }

    private void replay(int[] order) {
        CheckedCluster cluster = start.copy();
        int[] state = new int[cluster.nodes().size()];
        for (int step : order) {
            List<Integer> states =
                    nodes.get(step).stream().map(node -> state[node]).toList();
            StepOutcome outcome = known.computeIfAbsent(new Moment(step, states), _ -> make(step, cluster));
            violations.addAll(outcome.violations());
            if (!outcome.made()) {
                return;
            }
            for (int k = 0; k < outcome.states().size(); k++) {
                state[nodes.get(step).get(k)] = outcome.states().get(k);
            }
            outcome.after().forEach(cluster::replace);
            cluster.place(instance(step), outcome.placement());
        }
    }

    private StepOutcome make(int step, CheckedCluster cluster) {
        List<Violation> found = new ArrayList<>();
        boolean made = checker.make(cluster, step, steps.get(step), found);
        List<Integer> states = nodes.get(step).stream().map(_ -> ++lastState).toList();
        return new StepOutcome(
                made,
                cluster.nodes(nodes.get(step)),
                states,
                cluster.placement(steps.get(step).move().instance()),
                found);
    }
}
