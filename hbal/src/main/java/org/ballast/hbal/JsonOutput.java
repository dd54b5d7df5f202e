package org.ballast.hbal;

import java.util.List;
import java.util.stream.IntStream;
import org.ballast.backends.LoadedCluster;
import org.ballast.cli.console.Console;
import org.ballast.hbal.optimize.Outcome;
import org.ballast.model.Plan;
import org.ballast.model.Plan.StopReason;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.planner.optimize.OptimizeRequest;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.ScoreSheet;

/** Tells it as one document, see {@link PlanDocument}, which is written at once when there is a plan. */
final class JsonOutput implements BalanceOutput {
    private final Console console;

    JsonOutput(Console console) {
        this.console = console;
    }

    @Override
    public void loaded(LoadedCluster loaded) {
        // Not part of the document, like all that follows without a body.
    }

    @Override
    public void empty(Scenario scenario) {
        int[] nodes = IntStream.range(0, scenario.cluster().nodes().size()).toArray();
        Score score = new ScoreSheet(new ClusterState(scenario), nodes).score();
        Plan plan = unchanged(score, StopReason.NO_BETTER_MOVE);
        new PlanDocument(console, scenario.cluster()).write(PlanTold.descent(scenario, plan, List.of()));
    }

    @Override
    public void counted(Scenario scenario) {}

    @Override
    public void selected(BalancedGroups groups) {}

    @Override
    public void scored(Score score) {}

    @Override
    public void alreadyBalanced(BalancedGroups groups, Score score, double lowestScore, double minScore) {
        planned(groups, unchanged(score, StopReason.SCORE_REACHED), List.of());
    }

    private static Plan unchanged(Score score, StopReason reason) {
        return new Plan(score, List.of(), score, reason);
    }

    @Override
    public void searching(BalancedGroups groups) {}

    @Override
    public void stepTaken(Plan.Step step) {}

    @Override
    public void planned(BalancedGroups groups, Plan plan, List<List<Plan.Step>> jobsets) {
        new PlanDocument(console, groups.cluster())
                .write(PlanTold.descent(groups.state().scenario(), plan, jobsets));
    }

    @Override
    public void optimizing(OptimizeRequest request) {}

    @Override
    public void optimized(BalancedGroups groups, Outcome outcome) {
        new PlanDocument(console, groups.cluster()).write(PlanTold.optimized(outcome));
    }

    @Override
    public void listed(CommandScript script) {}

    @Override
    public void written(String fileName) {}

    @Override
    public void done(BalancedGroups groups) {}
}
