package org.ballast.hbal;

import java.util.List;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Interruption;
import org.ballast.cli.options.OutputOptions.Form;
import org.ballast.hbal.explain.Replay;
import org.ballast.hbal.optimize.Outcome;
import org.ballast.hbal.optimize.Search;
import org.ballast.hbal.optimize.SearchProgress;
import org.ballast.model.Instance;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.check.RuleChecker;
import org.ballast.model.rules.PlacementRule;
import org.ballast.planner.optimize.OptimizeRequest;

/** Searches for a plan as a whole. */
final class OptimizedPlanning implements Planning {
    private final Console console;
    private final HbalOptions options;
    private final BalancedGroups groups;
    private final OptimizeRequest request;
    private final Interruption interruption;

    /**
     * Prepares a search.
     *
     * @param rules what users want of places
     */
    OptimizedPlanning(
            Console console,
            HbalOptions options,
            BalancedGroups groups,
            List<PlacementRule> rules,
            Interruption interruption) {
        this.console = console;
        this.options = options;
        this.groups = groups;
        this.interruption = interruption;
        request = options.optimize.request(
                groups.state().scenario(),
                groups.indices(),
                options.search.rules(options.restrictedMigration),
                rules,
                options.search.budget(groups.lowestScore()),
                options.search.mostMoves(),
                options.search.wantedScore());
    }

    /** Only if no rule asks for more is a low score enough. */
    @Override
    public boolean isGoodEnough(Score score, double lowestScore) {
        boolean isLow = request.objective().goal().isPresent()
                ? score.total() <= request.objective().goal().getAsDouble()
                : !request.rules().crossGroups() && score.total() - lowestScore < options.search.minScore();
        return isLow && keepsRules();
    }

    private boolean keepsRules() {
        RuleChecker checker = new RuleChecker(groups.cluster(), request.rules().placement());
        return checker.broken(groups.cluster().instances().stream()
                        .map(Instance::placement)
                        .toList())
                .isEmpty();
    }

    @Override
    public Plan plan(BalanceOutput output, double lowestScore) {
        output.optimizing(request);
        Scenario scenario = groups.state().scenario();
        boolean explains = options.optimize.explains()
                || options.output.form() == Form.JSON
                || options.optimize.report().isPresent();
        Search search = new Search(scenario, request, explains);
        Outcome outcome;
        try (SearchProgress progress = new SearchProgress(console, interruption)) {
            outcome = options.optimize.wantsFront()
                    ? search.front(progress, options.optimize.pick())
                    : search.one(progress);
        }
        List<Plan.Step> steps = outcome.plan().steps();
        Replay.run(groups.state(), steps);
        output.optimized(groups, outcome);
        options.optimize.report().ifPresent(name -> SavedCluster.write(console, name, ReportFile.of(groups, outcome)));
        return outcome.plan();
    }
}
