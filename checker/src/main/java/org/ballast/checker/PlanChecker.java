package org.ballast.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.checker.Allowance.ExpectedGain;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;

/**
 * The independent checker of plans: replays a plan move by move and reports every rule it breaks and every figure it
 * gets wrong. It shares no code with any planner: the figures of a touched node come from the instances on it, and the
 * score is computed from its table each time.
 *
 * <p>Checked at every step: the instance is where the plan has it and may move that way, its new nodes are online and
 * in its group, the user's options allow the move, every node that runs it or gets a copy of its disks has room for it
 * (also in between, where a move consists of several), and migration tags allow each hop. Checked at the end of every
 * step: the placement, the score, and that the score did not rise. Checked in the end: that the plan keeps the bounds
 * that the user set. What a plan may do is written in its {@link Allowance}.
 *
 * <p>A checker has no state of its own and may be used for any number of plans, from several threads.
 */
public final class PlanChecker {
    /**
     * Scores are compared to this precision, absolutely below 1 and relatively above: they are printed with eight
     * decimals.
     */
    private static final double TOLERANCE = 1e-8;

    private final Scenario scenario;
    private final List<Set<Integer>> scored;
    private final Set<Integer> groups;
    private final Allowance allowance;

    /**
     * Makes a checker for plans whose score is over all nodes.
     *
     * @param scenario the state at the start
     * @param allowance what the plan may do
     */
    public PlanChecker(Scenario scenario, Allowance allowance) {
        this(
                scenario,
                List.of(IntStream.range(0, scenario.cluster().nodes().size())
                        .boxed()
                        .collect(Collectors.toSet())),
                IntStream.range(0, scenario.cluster().groups().size()).boxed().collect(Collectors.toSet()),
                allowance);
    }

    /**
     * Makes a checker for plans that are about some groups: their instances move, and scores are sums over the groups.
     *
     * @param scenario the state at the start
     * @param groups indices of the groups
     * @param allowance what the plan may do
     */
    public PlanChecker(Scenario scenario, Collection<Integer> groups, Allowance allowance) {
        this(scenario, groups.stream().map(group -> nodes(scenario, group)).toList(), Set.copyOf(groups), allowance);
    }

    private PlanChecker(Scenario scenario, List<Set<Integer>> scored, Set<Integer> groups, Allowance allowance) {
        this.scenario = scenario;
        this.scored = scored;
        this.groups = groups;
        this.allowance = allowance;
    }

    private static Set<Integer> nodes(Scenario scenario, int group) {
        List<Node> nodes = scenario.cluster().nodes();
        return IntStream.range(0, nodes.size())
                .filter(node -> nodes.get(node).group() == group)
                .boxed()
                .collect(Collectors.toSet());
    }

    /**
     * The violations found in a plan.
     *
     * @param violations what was found, in the order of the plan
     */
    public record Report(List<Violation> violations) {
        /** Copies the violations. */
        public Report {
            violations = List.copyOf(violations);
        }

        /** Returns whether nothing is wrong. */
        public boolean isClean() {
            return violations.isEmpty();
        }

        /** Returns one line for each violation. */
        public String describe(Cluster cluster) {
            return String.join(
                    "\n",
                    violations.stream()
                            .map(violation -> violation.describe(cluster))
                            .toList());
        }
    }

    /** One fault of a plan. */
    public sealed interface Violation {
        /** Returns what is wrong. */
        Refusal refusal();

        /** Returns where and what, in one line. */
        String describe(Cluster cluster);

        /**
         * A step is wrong.
         *
         * @param step position of the step in the plan, from 0; with jobsets, counted over all of them
         * @param move the step's move
         */
        record OfStep(int step, Move move, Refusal refusal) implements Violation {
            @Override
            public String describe(Cluster cluster) {
                return "step " + (step + 1) + " (" + move.kind() + "): " + refusal.describe(cluster);
            }
        }

        /** A figure of the plan as a whole is wrong. */
        record OfPlan(Refusal refusal) implements Violation {
            @Override
            public String describe(Cluster cluster) {
                return "plan: " + refusal.describe(cluster);
            }
        }
    }

    /**
     * Checks a plan whose moves are made one after another. After a move that makes no sense at all, such as one of an
     * instance that is elsewhere, nothing more is checked.
     */
    public Report check(Plan plan) {
        CheckedCluster cluster = new CheckedCluster(scenario);
        CheckedScores scores = new CheckedScores(cluster, scored);
        List<Violation> violations = new ArrayList<>();
        Score before = scores.score();
        Score current = before;
        compare("the score before", plan.before(), current, violations);
        List<Double> course = new ArrayList<>(List.of(before.total()));
        for (int i = 0; i < plan.steps().size(); i++) {
            Plan.Step step = plan.steps().get(i);
            if (!make(cluster, i, step, violations)) {
                return new Report(violations);
            }
            touchedNodes(step).forEach(node -> scores.update(cluster.node(node)));
            Score next = scores.score();
            if (differs(step.score(), next.total())) {
                violations.add(new Violation.OfStep(
                        i, step.move(), new PlanRefusal.ScoreMismatch("the score", step.score(), next.total())));
            }
            if (allowance.gain() == ExpectedGain.EACH_STEP && rises(current, next)) {
                violations.add(
                        new Violation.OfStep(i, step.move(), new PlanRefusal.ScoreRise(current.total(), next.total())));
            }
            current = next;
            course.add(next.total());
        }
        if (allowance.gain() == ExpectedGain.IN_THE_END && rises(before, current)) {
            violations.add(new Violation.OfPlan(new PlanRefusal.ScoreRise(before.total(), current.total())));
        }
        compare("the score after", plan.after(), current, violations);
        reportSplit(cluster, plan, violations);
        violations.addAll(bounds().ofSteps(plan.steps()));
        violations.addAll(bounds().ofScores(plan.steps(), course));
        return new Report(violations);
    }

    private BoundCheck bounds() {
        return new BoundCheck(scenario.cluster(), allowance.bounds(), allowance.notLive());
    }

    private static boolean rises(Score before, Score after) {
        return after.total() > before.total() && differs(after.total(), before.total());
    }

    private void reportSplit(CheckedCluster cluster, Plan plan, List<Violation> violations) {
        plan.steps().stream()
                .map(step -> step.move().instance())
                .distinct()
                .filter(instance -> scenario.cluster().isSplit(cluster.placement(instance)))
                .forEach(instance -> violations.add(new Violation.OfPlan(new PlanRefusal.LeftSplit(instance))));
    }

    /**
     * Checks a plan whose moves are made in sets: all moves of a set at the same time, and the next set when all are
     * done. Moves of a set that have no node in common cannot tell in which order they are made, so one order stands
     * for all. Scores are not looked at.
     */
    public Report checkJobsets(List<List<Plan.Step>> jobsets) {
        CheckedCluster cluster = new CheckedCluster(scenario);
        List<Violation> violations = new ArrayList<>();
        int position = 0;
        for (List<Plan.Step> jobset : jobsets) {
            Map<Integer, Integer> usedBy = new HashMap<>();
            for (Plan.Step step : jobset) {
                if (!make(cluster, position, step, violations)) {
                    return new Report(violations);
                }
                for (int node : touchedNodes(step)) {
                    Optional<Integer> other = Optional.ofNullable(
                            usedBy.putIfAbsent(node, step.move().instance()));
                    if (other.isPresent()) {
                        Refusal refusal =
                                new PlanRefusal.SharedNode(node, step.move().instance(), other.get());
                        violations.add(new Violation.OfStep(position, step.move(), refusal));
                    }
                }
                position++;
            }
        }
        return new Report(violations);
    }

    /**
     * Checks a plan whose moves each wait for some others, and start as soon as these are done. The plan is replayed in
     * random orders. Moves that could run at the same time, because neither
     * waits for the other, not even through others, must have no node in common. Scores are not looked at.
     *
     * @param after for each step the positions of the others that it waits for
     * @param orders how many orders are tried
     * @param apart whether moves that can run at the same time must have no node in common
     * @param seed decides which orders these are
     */
    public Report checkSchedule(
            List<Plan.Step> steps, List<List<Integer>> after, int orders, boolean apart, long seed) {
        return new ScheduleReplay(this, new CheckedCluster(scenario), steps, after, bounds())
                .report(orders, apart, seed);
    }

    /** Makes a step and reports what is wrong with it; returns false if it could not be made at all. */
    boolean make(CheckedCluster cluster, int position, Plan.Step step, List<Violation> violations) {
        Move move = step.move();
        StepRules rules = new StepRules(scenario, cluster, groups, allowance);
        Optional<Refusal> nonsense = rules.nonsense(step);
        if (nonsense.isPresent()) {
            violations.add(new Violation.OfStep(position, move, nonsense.get()));
            return false;
        }
        List<Refusal> refusals = new ArrayList<>(rules.forbidden(move));
        refusals.addAll(
                new MoveTrial(scenario, cluster, allowance.moves().ignoreSoftErrors(), move.instance()).make(move));
        Placement actual = cluster.placement(move.instance());
        if (!step.to().equals(actual)) {
            refusals.add(new MoveRefusal.Misplaced(move.instance(), step.to(), actual));
        }
        refusals.forEach(refusal -> violations.add(new Violation.OfStep(position, move, refusal)));
        return true;
    }

    static Set<Integer> touchedNodes(Plan.Step step) {
        Set<Integer> nodes = new LinkedHashSet<>(List.of(
                step.from().primary(),
                step.from().secondary(),
                step.to().primary(),
                step.to().secondary()));
        nodes.remove(Placement.NONE);
        return nodes;
    }

    private static void compare(String figure, Score reported, Score actual, List<Violation> violations) {
        if (differs(reported.total(), actual.total())) {
            violations.add(
                    new Violation.OfPlan(new PlanRefusal.ScoreMismatch(figure, reported.total(), actual.total())));
        }
        for (ScoreRow row : ScoreRow.ALL) {
            double reportedValue = value(reported, row);
            double actualValue = value(actual, row);
            if (differs(reportedValue, actualValue)) {
                violations.add(new Violation.OfPlan(
                        new PlanRefusal.ScoreMismatch(row.label() + " in " + figure, reportedValue, actualValue)));
            }
        }
    }

    /** A score without components, for want of nodes, counts as one whose components are all 0. */
    private static double value(Score score, ScoreRow row) {
        return score.components().stream()
                .filter(component -> component.row() == row)
                .mapToDouble(Score.Component::value)
                .sum();
    }

    private static boolean differs(double reported, double actual) {
        boolean close = Math.abs(reported - actual) <= TOLERANCE * Math.max(1, Math.abs(actual));
        return !close && Double.compare(reported, actual) != 0;
    }
}
