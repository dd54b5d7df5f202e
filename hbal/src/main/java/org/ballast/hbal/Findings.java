package org.ballast.hbal;

import java.util.List;
import java.util.Optional;
import org.ballast.cli.options.OutputOptions.Form;
import org.ballast.hbal.explain.PlanExplanation;
import org.ballast.hbal.explain.PlanningRules;
import org.ballast.hbal.explain.StrandedInstance;
import org.ballast.mobility.MobilitySurvey;
import org.ballast.model.Plan;

/** Finds out what is to be known about a plan: why it is as it is, and who is still on offline nodes. */
record Findings(HbalOptions options, BalancedGroups groups, PlanningRules rules) {

    /** Returns the plan with what was found out; the groups are as they are after it. */
    PlanSummary about(PlanSummary told) {
        boolean explains = explains();
        // A search for few nodes adds a rule of its own.
        PlanningRules kept = told.search()
                .map(outcome -> rules.with(outcome.request().rules()))
                .orElse(rules);
        List<Integer> staying = StrandedInstance.on(groups.state(), groups.indices(), kept);
        int count = staying.size();
        if (!explains && count == 0) {
            return told.with(Optional.empty(), List.of(), 0, kept.leftOut());
        }
        Plan plan = told.plan();
        MobilitySurvey survey = kept.survey(groups.state(), groups.indices(), plan.steps());
        Optional<PlanExplanation> explanation = explains
                ? Optional.of(PlanExplanation.of(groups.state().scenario(), groups.indices(), kept, plan, survey))
                : Optional.empty();
        int most = explains || options.output.form() == Form.JSON ? count : EvacuationText.mostNotes(options.verbosity);
        return told.with(
                explanation,
                StrandedInstance.of(staying.subList(0, Math.min(most, count)), groups.state(), kept, plan, survey),
                count,
                kept.leftOut());
    }

    private boolean explains() {
        boolean isDocument = options.optimize.isWanted() && options.output.form() == Form.JSON;
        return options.optimize.explains() || options.optimize.report().isPresent() || isDocument;
    }
}
