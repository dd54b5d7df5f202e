package org.ballast.checker;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ballast.checker.Allowance.ExpectedGain;
import org.ballast.checker.PlanChecker.Violation;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.BrokenRule;

/**
 * The checker's approval of a plan, without which no plan leaves a command. Commands let nothing out that is refused
 * here: a refusal is a bug of the planner. Planners may ask before they hand something over, through {@link #permits}.
 */
public final class Approval {
    /** Orders of a schedule are tried until this many moves have been made, or until there were so many orders. */
    private static final int MOST_MOVES = 200_000;

    private static final int MOST_ORDERS = 1_000;
    private static final int FEWEST_ORDERS = 2;

    private final Scenario scenario;
    private final Allowance allowance;
    private final PlanChecker plans;
    private final RuleChecker rules;

    /**
     * Prepares to judge what concerns the whole cluster.
     *
     * @param scenario the state at the start
     * @param allowance what plans may do
     */
    public Approval(Scenario scenario, Allowance allowance) {
        this(
                scenario,
                IntStream.range(0, scenario.cluster().groups().size()).boxed().toList(),
                allowance);
    }

    /**
     * Prepares to judge what concerns some groups.
     *
     * @param scenario the state at the start
     * @param groups indices of the groups whose instances may move; scores are sums over them
     * @param allowance what plans may do
     */
    public Approval(Scenario scenario, Collection<Integer> groups, Allowance allowance) {
        this.scenario = scenario;
        this.allowance = allowance;
        plans = new PlanChecker(scenario, groups, allowance);
        rules = new RuleChecker(scenario.cluster(), allowance.placement());
    }

    /**
     * Returns whether moves may be made one after another: a {@link Predicate} for planners, to which a refusal is no
     * news.
     */
    public boolean permits(List<Move> moves) {
        MoveChecker checker = new MoveChecker(scenario, allowance);
        return moves.stream().allMatch(move -> checker.make(move).isEmpty());
    }

    /**
     * Requires that a plan is right, move by move and in its figures. That its rules for places are kept better than
     * before excuses a worse score.
     *
     * @throws IllegalStateException if it is not: that is a bug of the planner
     */
    public void require(Plan plan) {
        RuleChecker.Report kept = rules.check(plan.steps());
        boolean mayRise = allowance.gain() == ExpectedGain.IN_THE_END
                && kept.isClean()
                && broken(kept.broken()) < broken(rules.brokenAtStart());
        require(plans.check(plan).violations().stream()
                .filter(violation -> !(mayRise && violation.refusal() instanceof PlanRefusal.ScoreRise))
                .toList());
        require(kept.violations());
    }

    private static int broken(List<BrokenRule> rules) {
        return rules.stream().mapToInt(BrokenRule::violations).sum();
    }

    /**
     * Requires that moves may be made in sets, all of a set at the same time.
     *
     * @throws IllegalStateException if they may not: that is a bug of the planner
     */
    public void requireJobsets(List<List<Plan.Step>> jobsets) {
        require(plans.checkJobsets(jobsets).violations());
        require(rules.checkJobsets(jobsets).violations());
    }

    /**
     * Requires that each move may be made as soon as those are done that it waits for: in any order that this permits,
     * as far as these are tried.
     *
     * @param after for each step the positions of the others that it waits for
     * @param apart whether moves that can run at the same time must have no node in common
     * @param seed decides which orders are tried
     * @throws IllegalStateException if they may not: that is a bug of the planner
     */
    public void requireSchedule(List<Plan.Step> steps, List<List<Integer>> after, boolean apart, long seed) {
        int orders = Math.clamp(MOST_MOVES / Math.max(1, steps.size()), FEWEST_ORDERS, MOST_ORDERS);
        require(plans.checkSchedule(steps, after, orders, apart, seed).violations());
    }

    /**
     * Requires that new instances find room where they are, one after another, once moves have been made.
     *
     * @param moves the moves, which come first
     * @param placed the instances, with their placements
     * @throws IllegalStateException if they do not: that is a bug of the planner
     */
    public void requirePlacements(List<Move> moves, List<Instance> placed) {
        PlacementChecker checker =
                new PlacementChecker(scenario, allowance.moves().ignoreSoftErrors());
        moves.forEach(checker::make);
        for (Instance instance : placed) {
            List<Refusal> refusals = checker.place(instance, instance.placement());
            if (!refusals.isEmpty()) {
                throw new IllegalStateException(
                        "a placement was refused: " + refusals.getFirst().describe(checker.cluster()));
            }
        }
    }

    /**
     * Requires that moves are made one after another, whatever they gain.
     *
     * @throws IllegalStateException if they may not: that is a bug of the planner
     */
    public void requireMoves(List<Plan.Step> steps) {
        requireJobsets(steps.stream().map(List::of).toList());
    }

    private void require(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new IllegalStateException(
                    "the plan was refused: " + violations.getFirst().describe(scenario.cluster()));
        }
    }
}
