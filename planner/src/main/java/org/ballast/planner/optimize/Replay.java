package org.ballast.planner.optimize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ballast.model.Move;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.ScoreSheet;
import org.ballast.planner.state.Trial;

/** Makes moves again from the start, for the exact score after each of them. */
final class Replay {
    private final ClusterState state;
    private final List<ScoreSheet> sheets;
    private final boolean ignoreSoftErrors;

    Replay(Scenario scenario, List<Integer> groups, boolean ignoreSoftErrors) {
        state = new ClusterState(scenario);
        sheets = groups.stream()
                .map(group -> new ScoreSheet(state, state.nodesOf(group)))
                .toList();
        this.ignoreSoftErrors = ignoreSoftErrors;
    }

    /**
     * Returns moves as a plan. If some were left out of what was accepted as a whole, others may be refused, and are left
     * out in turn with all that their instances do later.
     */
    Plan of(List<Move> moves, Plan.StopReason reason) {
        Score before = score();
        Trial trial = new Trial(state);
        List<Plan.Step> steps = new ArrayList<>();
        BitSet stranded = new BitSet();
        for (Move move : moves) {
            if (stranded.get(move.instance())
                    || !trial.move(move, ignoreSoftErrors).accepted()) {
                stranded.set(move.instance());
                continue;
            }
            Plan.Step step = new Plan.Step(move, state.placement(move.instance()), 0);
            state.commit(trial);
            double total = 0;
            for (ScoreSheet sheet : sheets) {
                sheet.update(trial);
                total += sheet.total();
            }
            steps.add(new Plan.Step(move, step.from(), total));
        }
        return new Plan(before, steps, score(), reason);
    }

    private Score score() {
        return sheets.stream().map(ScoreSheet::score).reduce(Score::plus).orElse(new Score(0, List.of()));
    }
}
