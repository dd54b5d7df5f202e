package org.ballast.hbal;

import java.util.List;
import java.util.stream.IntStream;
import org.ballast.cli.console.Console;
import org.ballast.model.Plan;
import org.ballast.model.Plan.StopReason;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;

/** Tells it as one document, see {@link PlanDocument}, which is written at once when there is a plan. */
record JsonOutput(Console console) implements BalanceOutput {

    @Override
    public void empty(Scenario scenario) {
        int[] nodes = IntStream.range(0, scenario.cluster().nodes().size()).toArray();
        Score score = new ScoreSheet(new ClusterState(scenario), nodes).score();
        Plan plan = new Plan(score, List.of(), score, StopReason.NO_BETTER_MOVE);
        new PlanDocument(console, scenario.cluster()).write(PlanSummary.descent(scenario, plan, List.of()));
    }

    @Override
    public void alreadyBalanced(BalancedGroups groups, PlanSummary told, double lowestScore, double minScore) {
        planned(groups, told);
    }

    @Override
    public void planned(BalancedGroups groups, PlanSummary told) {
        new PlanDocument(console, groups.cluster()).write(told);
    }
}
