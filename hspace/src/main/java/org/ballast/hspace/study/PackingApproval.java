package org.ballast.hspace.study;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.check.HostSurvey;
import org.ballast.model.check.PlanChecker;
import org.ballast.model.check.Refusal;
import org.ballast.planner.capacity.Filling;
import org.ballast.planner.capacity.packing.Packing;

/**
 * Lets no packing out that the independent checker refuses: each move and then each placement is carried out before it.
 *
 * @param scenario the cluster as it is
 */
record PackingApproval(Scenario scenario) {
    /**
     * Checks a packing; one that is no better than placing instances one after another needs no approval.
     *
     * @throws IllegalStateException if it breaks a rule: that is a bug of the search
     */
    Packing approved(Packing packing) {
        if (packing.count() > packing.greedy() || !packing.moves().steps().isEmpty()) {
            checkMoves(packing.moves());
            checkPlacements(packing);
        }
        return packing;
    }

    private void checkMoves(Plan moves) {
        List<List<Plan.Step>> oneByOne = moves.steps().stream().map(List::of).toList();
        PlanChecker.Report report = new PlanChecker(scenario, false).checkJobsets(oneByOne);
        if (!report.isClean()) {
            throw new IllegalStateException("the moves were refused: " + report.describe(scenario.cluster()));
        }
    }

    private void checkPlacements(Packing packing) {
        HostSurvey survey = new HostSurvey(scenario);
        packing.moves().steps().forEach(step -> survey.make(step.move(), false));
        for (Filling.Placed each : packing.filling().placed()) {
            Placement placement = packing.state().placement(each.instance());
            int index = survey.enter(packing.state().instance(each.instance()), scenario.tags());
            List<Refusal> refusals = new ArrayList<>(survey.askPrimary(index, placement.primary(), false));
            if (placement.hasSecondary()) {
                refusals.addAll(survey.askSecondary(index, placement.primary(), placement.secondary()));
            }
            if (!refusals.isEmpty()) {
                throw new IllegalStateException(
                        "a placement was refused: " + refusals.getFirst().describe(survey.cluster()));
            }
            survey.place(index, placement);
        }
    }
}
