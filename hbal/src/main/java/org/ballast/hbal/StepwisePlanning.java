package org.ballast.hbal;

import java.util.List;
import org.ballast.cli.Progress;
import org.ballast.cli.console.Console;
import org.ballast.cli.options.OutputOptions.Form;
import org.ballast.model.Plan;
import org.ballast.model.Score;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.MoveRules;
import org.ballast.planner.sequence.Jobsets;

/** Makes the best single move again and again, as the peer does. */
record StepwisePlanning(Console console, HbalOptions options, BalancedGroups groups) implements Planning {

    @Override
    public boolean isGoodEnough(Score score, double lowestScore) {
        return score.total() - lowestScore < options.search.minScore();
    }

    @Override
    public Plan plan(BalanceOutput output, double lowestScore) {
        output.searching(groups);
        MoveRules rules = options.search.rules(options.restrictedMigration);
        Budget budget = options.search.budget(lowestScore);
        boolean isText = options.output.form() == Form.TEXT;
        int group = groups.indices().getFirst();
        Plan plan;
        try (Progress progress = new Progress(console, output, isText, budget.moves())) {
            plan = new Descent(groups.state(), group, rules, budget).run(progress);
        }
        List<List<Plan.Step>> jobsets = Jobsets.of(plan.steps());
        if (!isText || options.submission.wantsCommands()) {
            new Approval(groups, rules).check(plan, jobsets);
        }
        output.planned(groups, plan, jobsets);
        return plan;
    }
}
