package org.ballast.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.BrokenRule;
import org.ballast.model.rules.PlacementRule;

/**
 * The independent checker of users' rules: replays a plan and reports where it breaks them. It shares no code with any
 * planner.
 *
 * <p>Checked at every step: what does not move stays, no instance gets worse off with a rule that asks something of it
 * alone, and none comes to a place that has as many of a rule's instances as it may have. Checked at the end: no rule
 * has more violations than at the start. A move is looked at before and after it, not within.
 *
 * <p>That moves fit together, and are moves at all, is up to {@link PlanChecker}: steps are taken at their word. A
 * checker has no state of its own and may be used for any number of plans, from several threads.
 */
public final class RuleChecker {
    private final Cluster cluster;
    private final List<PlacementRule> rules;
    private final RuleViolations count;
    /** Positions of the rules that are about an instance. */
    private final Map<Integer, List<Integer>> rulesOf = new HashMap<>();

    /**
     * Makes a checker.
     *
     * @param cluster the state at the start
     * @param rules what users want
     */
    public RuleChecker(Cluster cluster, List<PlacementRule> rules) {
        this.cluster = cluster;
        this.rules = List.copyOf(rules);
        count = new RuleViolations(
                cluster.instances().stream().map(Instance::placement).toList());
        for (int rule = 0; rule < rules.size(); rule++) {
            for (int instance : rules.get(rule).instances()) {
                rulesOf.computeIfAbsent(instance, any -> new ArrayList<>()).add(rule);
            }
        }
    }

    /**
     * The violations of rules found in a plan.
     *
     * @param violations where the plan disregards them, in the order of the plan
     * @param broken the rules that are not kept at the end, in the order given
     */
    public record Report(List<PlanChecker.Violation> violations, List<BrokenRule> broken) {
        /** Copies the lists. */
        public Report {
            violations = List.copyOf(violations);
            broken = List.copyOf(broken);
        }

        /** Returns whether the plan breaks nothing that was not broken before. */
        public boolean isClean() {
            return violations.isEmpty();
        }
    }

    /** Checks moves that are made one after another. */
    public Report check(List<Plan.Step> steps) {
        return checkJobsets(steps.stream().map(List::of).toList());
    }

    /** Checks moves that are made one after another, from where instances are at the start. */
    public Report checkMoves(List<Move> moves) {
        List<Placement> now = new ArrayList<>(count.start());
        List<Plan.Step> steps = new ArrayList<>(moves.size());
        for (Move move : moves) {
            Placement from = now.get(move.instance());
            steps.add(new Plan.Step(move, from, 0));
            now.set(move.instance(), move.to(from));
        }
        return check(steps);
    }

    /**
     * Checks moves that are made in sets: those of a set at the same time, so that an instance may come to a place
     * before another has left it, and the next set when all are done.
     */
    public Report checkJobsets(List<List<Plan.Step>> jobsets) {
        RuleReplay replay = new RuleReplay(count, rules);
        List<PlanChecker.Violation> violations = new ArrayList<>();
        int position = 0;
        for (List<Plan.Step> jobset : jobsets) {
            for (Plan.Step step : jobset) {
                for (int rule : rulesOf(step)) {
                    for (RuleRefusal refusal : replay.refusals(rule, step, jobset)) {
                        violations.add(new PlanChecker.Violation.OfStep(position, step.move(), refusal));
                    }
                }
                position++;
            }
            for (Plan.Step step : jobset) {
                replay.make(step, rulesOf(step));
            }
        }
        List<Placement> end = replay.placements();
        for (PlacementRule rule : rules) {
            int before = count.violations(rule, count.start());
            int after = count.violations(rule, end);
            if (after > before) {
                violations.add(new PlanChecker.Violation.OfPlan(new RuleRefusal.Worse(rule, before, after)));
            }
        }
        return new Report(violations, broken(end));
    }

    /**
     * Checks moves that each wait for some others, and start as soon as these are done. They are replayed one after
     * another in random orders, the first of which is that of the plan; the first order with violations is reported.
     *
     * @param after for each step the positions of the earlier steps that it waits for
     * @param orders how many orders are tried, at least 1
     * @param seed decides which orders these are
     */
    public Report checkSchedule(List<Plan.Step> steps, List<List<Integer>> after, int orders, long seed) {
        Precedence precedence = new Precedence(after);
        SplittableRandom random = new SplittableRandom(seed);
        Report report = check(steps);
        for (int k = 1; k < orders && report.isClean(); k++) {
            int[] order = precedence.random(random);
            Report found = check(Arrays.stream(order).mapToObj(steps::get).toList());
            report = new Report(
                    found.violations().stream()
                            .map(violation -> inPlan(violation, order))
                            .toList(),
                    found.broken());
        }
        return report;
    }

    /** A step is known by its position in the plan, whatever the order it was found in. */
    private static PlanChecker.Violation inPlan(PlanChecker.Violation violation, int[] order) {
        return switch (violation) {
            case PlanChecker.Violation.OfStep(int step, Move move, Refusal refusal) ->
                new PlanChecker.Violation.OfStep(order[step], move, refusal);
            case PlanChecker.Violation.OfPlan plan -> plan;
        };
    }

    /** Returns the rules that are not kept at the start, in the order given. */
    List<BrokenRule> brokenAtStart() {
        return broken(count.start());
    }

    /** Returns the rules that are not kept if the instances are there, in the order given. */
    public List<BrokenRule> broken(List<Placement> placements) {
        if (placements.size() != cluster.instances().size()) {
            throw new IllegalArgumentException(placements.size() + " placements given, but there are "
                    + cluster.instances().size() + " instances");
        }
        List<BrokenRule> broken = new ArrayList<>();
        for (PlacementRule rule : rules) {
            int violations = count.violations(rule, placements);
            if (violations > 0) {
                broken.add(new BrokenRule(rule, violations));
            }
        }
        return broken;
    }

    private List<Integer> rulesOf(Plan.Step step) {
        return rulesOf.getOrDefault(step.move().instance(), List.of());
    }
}
