package org.ballast.hbal.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ballast.hbal.explain.StepReason.RowChange;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.rules.PlacementRule;
import org.ballast.planner.rules.Rulebook;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.ScoreSheet;
import org.ballast.planner.state.Trial;

/** Finds out what each move of a plan is good for, by making them one after another. */
public final class StepReasons {
    /** Changes below this are rounding: scores are shown with eight decimals. */
    private static final double NEGLIGIBLE = 5e-9;

    private final ClusterState state;
    private final Trial trial;
    private final List<ScoreSheet> sheets;
    private final Rulebook rulebook;

    private StepReasons(Scenario scenario, List<Integer> groups, List<PlacementRule> rules) {
        state = new ClusterState(scenario);
        trial = new Trial(state);
        sheets = groups.stream()
                .map(group -> new ScoreSheet(state, state.nodesOf(group)))
                .toList();
        rulebook = new Rulebook(scenario.cluster(), rules);
    }

    /**
     * Returns a reason for each step.
     *
     * @param groups the groups whose scores, added up, are the plan's
     * @throws IllegalStateException if a move cannot be made
     */
    public static List<StepReason> of(
            Scenario scenario, List<Integer> groups, List<Plan.Step> steps, List<PlacementRule> rules) {
        StepReasons reasons = new StepReasons(scenario, groups, rules);
        List<StepReason> found = new ArrayList<>(steps.size());
        Score before = reasons.score();
        for (Plan.Step step : steps) {
            List<PlacementRule> served = reasons.make(step);
            Score after = reasons.score();
            found.add(new StepReason(reasons.changes(before, after), served));
            before = after;
        }
        return found;
    }

    private Score score() {
        return sheets.stream().map(ScoreSheet::score).reduce(Score::plus).orElse(new Score(0, List.of()));
    }

    private List<PlacementRule> make(Plan.Step step) {
        int instance = step.move().instance();
        List<PlacementRule> served = rulebook.rulesServed(instance, step.to());
        rulebook.place(instance, step.to().primary(), step.to().secondary());
        Replay.make(state, trial, step);
        sheets.forEach(sheet -> sheet.update(trial));
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
