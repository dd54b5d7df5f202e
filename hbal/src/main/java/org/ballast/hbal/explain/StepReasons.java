package org.ballast.hbal.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ballast.hbal.explain.StepReason.RowChange;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.rules.PlacementRule;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;
import org.ballast.planner.state.Replay;

/** Finds out what each move of a plan is good for, by making them one after another. */
public final class StepReasons {
    /** Changes below this are rounding: scores are shown with eight decimals. */
    private static final double NEGLIGIBLE = 5e-9;

    private final ClusterState state;
    private final Replay replay;
    private final List<ScoreSheet> sheets;
    private final Rulebook rulebook;

    private StepReasons(Scenario scenario, List<Integer> groups, TargetRules rules) {
        state = new ClusterState(scenario);
        replay = new Replay(state, true);
        sheets = groups.stream()
                .map(group -> new ScoreSheet(state, state.nodesOf(group)))
                .toList();
        rulebook = rules.rulebook(scenario.cluster());
    }

    /**
     * Returns a reason for each step.
     *
     * @param groups the groups whose scores, added up, are the plan's
     * @throws IllegalStateException if a move cannot be made
     */
    public static List<StepReason> of(
            Scenario scenario, List<Integer> groups, List<Plan.Step> steps, TargetRules rules) {
        StepReasons reasons = new StepReasons(scenario, groups, rules);
        List<StepReason> found = new ArrayList<>(steps.size());
        boolean measured = PlanExplanation.isMeasured(scenario);
        Score before = reasons.score();
        for (Plan.Step step : steps) {
            List<Integer> nodes = nodes(step);
            List<NodeReport> old = reasons.reports(nodes);
            List<PlacementRule> served = reasons.make(step);
            Score after = reasons.score();
            found.add(
                    new StepReason(reasons.changes(before, after), served, reasons.nodeChanges(nodes, old), measured));
            before = after;
        }
        return found;
    }

    private static List<Integer> nodes(Plan.Step step) {
        Set<Integer> nodes = new LinkedHashSet<>();
        for (Placement placement : List.of(step.from(), step.to())) {
            nodes.add(placement.primary());
            if (placement.hasSecondary()) {
                nodes.add(placement.secondary());
            }
        }
        return List.copyOf(nodes);
    }

    private List<NodeReport> reports(List<Integer> nodes) {
        return nodes.stream().map(state::report).toList();
    }

    private List<NodeChange> nodeChanges(List<Integer> nodes, List<NodeReport> before) {
        List<NodeChange> changes = new ArrayList<>();
        for (int k = 0; k < nodes.size(); k++) {
            int node = nodes.get(k);
            changes.add(NodeChange.of(
                    node, state.scenario().cluster().nodes().get(node), before.get(k), state.report(node)));
        }
        return changes;
    }

    private Score score() {
        return sheets.stream().map(ScoreSheet::score).reduce(Score::plus).orElse(new Score(0, List.of()));
    }

    private List<PlacementRule> make(Plan.Step step) {
        int instance = step.move().instance();
        List<PlacementRule> served = rulebook.rulesServed(instance, step.to());
        rulebook.place(instance, step.to().primary(), step.to().secondary());
        replay.makeAll(List.of(step.move()));
        sheets.forEach(sheet -> sheet.update(replay.last()));
        return served;
    }

    private List<RowChange> changes(Score before, Score after) {
        List<RowChange> changes = new ArrayList<>();
        for (int k = 0; k < before.components().size(); k++) {
            Score.Component old = before.components().get(k);
            double rise = old.weight() * (after.components().get(k).value() - old.value());
            if (Math.abs(rise) > NEGLIGIBLE) {
                changes.add(new RowChange(old.row(), rise));
            }
        }
        changes.sort(Comparator.comparingDouble(RowChange::weighted));
        return changes;
    }
}
