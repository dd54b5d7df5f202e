package org.ballast.hbal;

import java.util.ArrayList;
import java.util.List;
import org.ballast.checker.Allowance;
import org.ballast.checker.Approval;
import org.ballast.checker.PlanBound;
import org.ballast.cli.MoveProgress;
import org.ballast.cli.console.Console;
import org.ballast.cli.options.OutputOptions.Form;
import org.ballast.hbal.explain.PlanningRules;
import org.ballast.model.Plan;
import org.ballast.model.Score;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.schedule.Jobsets;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;

/** Makes the best single move again and again, as Ganeti does. */
record StepwisePlanning(Console console, HbalOptions options, BalancedGroups groups) implements Planning {

    @Override
    public boolean isGoodEnough(Score score, double lowestScore) {
        return score.total() - lowestScore < options.search.minScore();
    }

    @Override
    public PlanSummary plan(BalanceOutput output, double lowestScore) {
        output.searching(groups);
        MoveRules rules = moveRules();
        Budget budget = options.search.budget(lowestScore);
        boolean isText = options.output.form() == Form.TEXT;
        int group = groups.indices().getFirst();
        Plan plan;
        try (MoveProgress progress = new MoveProgress(console, output, isText, budget.moves())) {
            plan = new Descent(groups.state(), group, rules, budget).run(progress);
        }
        List<List<Plan.Step>> jobsets = Jobsets.of(plan.steps());
        if (!isText || options.submission.wantsCommands()) {
            Approval approval = new Approval(groups.state().scenario(), groups.indices(), allowance(rules, budget));
            approval.require(plan);
            approval.requireJobsets(jobsets);
        }
        return PlanSummary.descent(groups.state().scenario(), plan, jobsets);
    }

    private MoveRules moveRules() {
        return options.search.rules(options.restrictedMigration);
    }

    @Override
    public PlanningRules rules() {
        return PlanningRules.stepwise(moveRules());
    }

    private static Allowance allowance(MoveRules rules, Budget budget) {
        List<PlanBound> bounds = new ArrayList<>(List.of(
                new PlanBound.EnoughScore(budget.score()),
                new PlanBound.LeastGain(budget.minGain(), budget.minGainLimit())));
        if (budget.moves() >= 0) {
            bounds.add(new PlanBound.MostMoves(budget.moves()));
        }
        return Allowance.STEPWISE.with(rules).within(bounds);
    }
}
