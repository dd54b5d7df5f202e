package org.ballast.hbal.optimize;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ballast.backends.rules.RuleSet;
import org.ballast.backends.rules.RuleTags;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.hbal.rules.RuleReader;
import org.ballast.model.Cluster;
import org.ballast.model.RoleChanges;
import org.ballast.model.Scenario;
import org.ballast.model.ScoreWeights;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.optimizer.target.TargetSolver;
import org.ballast.planner.balance.Budget;
import picocli.CommandLine.Mixin;

/** The options that go with {@code --optimize}. */
public final class OptimizeOptions {
    @Mixin
    private final EffortOptions effort = new EffortOptions();

    @Mixin
    private final BudgetOptions budget = new BudgetOptions();

    @Mixin
    private final ReachOptions reach = new ReachOptions();

    @Mixin
    private final RateOptions rates = new RateOptions();

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    /** Returns whether a plan is searched for as a whole. */
    public boolean isWanted() {
        return effort.isWanted();
    }

    /**
     * Makes sure that the options go together.
     *
     * @param group the group that the user wants balanced, if there is a choice
     * @throws Failure if one does not go with another
     */
    public void check(Optional<String> group) {
        if (answer.pack && wantsFront()) {
            throw Failure.because("Only one of --pack, --front and --pick should be given.");
        }
        if (group.isPresent() && wantsAllGroups()) {
            throw Failure.because("Only one of --group, --all-groups and --cross-group should be given.");
        }
    }

    /** Returns whether all groups are balanced in one plan. */
    public boolean wantsAllGroups() {
        return reach.allGroups || reach.crossGroups;
    }

    /** Returns whether plans of different cost are to be compared. */
    public boolean wantsFront() {
        return answer.front || answer.pick.isPresent();
    }

    /** Returns whether nodes are to be emptied. */
    public boolean packs() {
        return answer.pack;
    }

    /** Returns the number of the plan to take, from 1. */
    public OptionalInt pick() {
        return answer.pick.isPresent() ? OptionalInt.of(answer.pick.get()) : OptionalInt.empty();
    }

    /** Returns whether it is to be told why. */
    public boolean explains() {
        return answer.explain;
    }

    /** Returns the file for a page about the plan. */
    public Optional<String> report() {
        return answer.report;
    }

    /**
     * Returns what users want of places, from the file and from tags, with warnings; nothing if no plan is searched for as
     * a whole.
     *
     * @throws org.ballast.backends.input.BackendException if the file cannot be used
     */
    public RuleSet rules(Console console, Cluster cluster) {
        if (!isWanted()) {
            return RuleSet.NONE;
        }
        RuleSet tags = RuleTags.of(cluster);
        return reach.rules
                .map(name -> RuleReader.read(console.file(name), cluster).plus(tags))
                .orElse(tags);
    }

    /**
     * Returns how much the rows of the score count.
     *
     * @throws org.ballast.backends.input.BackendException if the file with weights cannot be used, or a weight makes no
     *     sense
     */
    public ScoreWeights weights(Console console) {
        return reach.weights.map(text -> WeightsText.read(console, text)).orElse(ScoreWeights.USUAL);
    }

    /**
     * Returns what the planner is asked for.
     *
     * @param scenario the cluster, whose size sets the usual price
     * @param groups the groups to balance
     * @param moves which moves are allowed
     * @param placement what users want of places
     * @param changes how instances come to another primary node
     * @param descent thresholds of the descent that has to be beaten
     * @param mostMoves the most moves
     * @param goal the score to reach, if any is enough
     */
    public OptimizeRequest request(
            Scenario scenario,
            List<Integer> groups,
            MoveRules moves,
            List<PlacementRule> placement,
            RoleChanges changes,
            Budget descent,
            OptionalInt mostMoves,
            OptionalDouble goal) {
        TargetRules rules = new TargetRules(
                moves,
                reach.movesPlain,
                reach.crossGroups,
                placement,
                rates.rates().with(changes));
        Limits limits = budget.limits(mostMoves);
        int nodes = (int) scenario.cluster().nodes().stream()
                .filter(node -> groups.contains(node.group()))
                .count();
        double price = budget.pricePerMib().orElseGet(() -> Objective.usualPrice(nodes, limits, goal));
        Objective objective = new Objective(price, limits, OptionalDouble.empty(), goal);
        TargetSolver solver = Solvers.solver(effort.solver(), descent);
        return new OptimizeRequest(groups, rules, objective, solver, descent, effort.effort());
    }
}
