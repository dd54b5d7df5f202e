package org.ballast.hbal;

import java.util.List;
import java.util.Set;
import org.ballast.checker.RuleChecker;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Interruption;
import org.ballast.hbal.explain.PlanningRules;
import org.ballast.hbal.optimize.Search;
import org.ballast.hbal.optimize.SearchOutcome;
import org.ballast.hbal.optimize.SearchProgress;
import org.ballast.model.Instance;
import org.ballast.model.Plan;
import org.ballast.model.RoleChanges;
import org.ballast.model.Score;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.RuleConflict;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.rules.RuleConflicts;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Replay;

/** Searches for a plan as a whole. */
final class OptimizedPlanning implements Planning {
    private final Console console;
    private final HbalOptions options;
    private final BalancedGroups groups;
    private final OptimizeRequest request;
    private final List<RuleConflict> conflicts;
    private final Interruption interruption;
    private final Set<Integer> leftOut;

    /**
     * Prepares a search.
     *
     * @param rules what users want of places
     * @param changes how instances come to another primary node
     * @param leftOut indices of nodes that are left out because their capacity is not known
     */
    OptimizedPlanning(
            Console console,
            HbalOptions options,
            BalancedGroups groups,
            List<PlacementRule> rules,
            RoleChanges changes,
            Set<Integer> leftOut,
            Interruption interruption) {
        this.console = console;
        this.options = options;
        this.groups = groups;
        this.interruption = interruption;
        this.leftOut = Set.copyOf(leftOut);
        OptimizeRequest asked = options.optimize.request(
                groups.state().scenario(),
                groups.indices(),
                options.search.rules(options.restrictedMigration),
                rules,
                changes,
                options.search.budget(groups.lowestScore()),
                options.search.mostMoves(),
                options.search.wantedScore());
        RuleConflicts found =
                asked.rules().conflicts(new ClusterState(groups.state().scenario()), asked.groups());
        conflicts = found.conflicts();
        request = asked.with(asked.rules().waiving(found.waived()));
    }

    /** Only if no rule asks for more is a low score enough. */
    @Override
    public boolean isGoodEnough(Score score, double lowestScore) {
        boolean isLow = request.objective().goal().isPresent()
                ? score.total() <= request.objective().goal().getAsDouble()
                : !request.rules().crossGroups() && score.total() - lowestScore < options.search.minScore();
        return isLow && keepsRules() && !options.optimize.packs();
    }

    private boolean keepsRules() {
        RuleChecker checker = new RuleChecker(groups.cluster(), request.rules().placement());
        return checker.broken(groups.cluster().instances().stream()
                        .map(Instance::placement)
                        .toList())
                .isEmpty();
    }

    @Override
    public PlanSummary plan(BalanceOutput output, double lowestScore) {
        output.optimizing(groups, request, conflicts);
        Search search = new Search(groups.state().scenario(), request, conflicts);
        SearchOutcome outcome;
        try (SearchProgress progress = new SearchProgress(console, interruption)) {
            if (options.optimize.packs()) {
                outcome = search.packed(progress);
            } else {
                outcome = options.optimize.wantsFront()
                        ? search.front(progress, options.optimize.pick())
                        : search.one(progress);
            }
        }
        new Replay(groups.state(), true)
                .makeAll(outcome.plan().steps().stream().map(Plan.Step::move).toList());
        return PlanSummary.optimized(outcome);
    }

    @Override
    public PlanningRules rules() {
        return new PlanningRules(request.rules(), true, leftOut);
    }
}
