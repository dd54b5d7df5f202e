package org.ballast.capacity.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.capacity.FillResult;
import org.ballast.checker.Allowance;
import org.ballast.checker.HostSurvey;
import org.ballast.checker.PlanChecker;
import org.ballast.checker.Refusal;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.planner.place.n1.NodeFailureSimulation;

/** Carries a packing out before the checkers that share no code with the planner, and lets each node fail. */
final class Judge {
    private Judge() {}

    /** Returns what speaks against the moves and the placements, one after another. */
    static List<String> objections(Scenario scenario, Packing packing) {
        List<String> objections = new ArrayList<>();
        List<List<Plan.Step>> oneByOne =
                packing.moves().steps().stream().map(List::of).toList();
        PlanChecker.Report report = new PlanChecker(scenario, Allowance.FOR_ROOM).checkJobsets(oneByOne);
        if (!report.isClean()) {
            objections.add(report.describe(scenario.cluster()));
        }
        HostSurvey survey = new HostSurvey(scenario);
        packing.moves().steps().forEach(step -> survey.make(step.move(), false));
        for (FillResult.Placed each : packing.filling().placed()) {
            Instance instance = packing.state().instance(each.instance());
            Placement placement = packing.state().placement(each.instance());
            int index = survey.enter(instance, scenario.tags());
            List<Refusal> refusals = new ArrayList<>(survey.askPrimary(index, placement.primary(), false));
            if (placement.hasSecondary()) {
                refusals.addAll(survey.askSecondary(index, placement.primary(), placement.secondary()));
            }
            refusals.forEach(refusal -> objections.add(refusal.describe(survey.cluster())));
            survey.place(index, placement);
        }
        if (packing.redundant()) {
            losses(scenario, survey).forEach(loss -> objections.add(loss.describe(survey.cluster())));
            for (int node : nodes(scenario)) {
                if (!new NodeFailureSimulation(packing.state(), nodes(scenario)).canEvacuate(node)) {
                    objections.add("node " + node + " cannot fail");
                }
            }
        }
        return objections;
    }

    /** Returns whether every node may fail before anything is placed. */
    static boolean isHealthy(Scenario scenario) {
        return losses(scenario, new HostSurvey(scenario)).isEmpty();
    }

    private static List<Refusal> losses(Scenario scenario, HostSurvey survey) {
        return survey.losses(IntStream.of(nodes(scenario)).boxed().toList());
    }

    private static int[] nodes(Scenario scenario) {
        return IntStream.range(0, scenario.cluster().nodes().size()).toArray();
    }
}
