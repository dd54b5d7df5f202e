package org.ballast.planner.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.model.Plan;
import org.ballast.model.Plan.StopReason;
import org.ballast.model.Score;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * Steepest descent: the move that lowers the score most is taken, and again, until none does or the budget ends. Of
 * moves with the same score the first one wins, by instance, then target, then kind, so that a plan is the same on any
 * machine.
 */
public final class Descent {
    private final ClusterState state;
    private final ScoreSheet sheet;
    private final Trial trial;
    private final MoveSearch search;
    private final MoveRules rules;
    private final Budget budget;

    /** Prepares a descent of one group; running it changes the state. */
    public Descent(ClusterState state, int group, MoveRules rules, Budget budget) {
        this.state = state;
        this.rules = rules;
        this.budget = budget;
        sheet = new ScoreSheet(state, state.nodesOf(group));
        trial = new Trial(state);
        search = new MoveSearch(state, sheet, new Neighbourhood(state, group, rules), rules.ignoreSoftErrors());
    }

    /** Runs to the end and returns the plan; the state is then the end state. */
    public Plan run(ProgressListener listener) {
        Score before = sheet.score();
        List<Plan.Step> steps = new ArrayList<>();
        StopReason reason = StopReason.INTERRUPTED;
        while (!listener.cancelled()) {
            if (budget.moves() >= 0 && steps.size() >= budget.moves()) {
                reason = StopReason.MOVE_LIMIT;
                break;
            }
            if (!(sheet.total() > budget.score())) {
                reason = Double.isNaN(sheet.total()) ? StopReason.NO_BETTER_MOVE : StopReason.SCORE_REACHED;
                break;
            }
            Optional<ScoredMove> best = search.best();
            if (best.isEmpty()) {
                reason = StopReason.NO_BETTER_MOVE;
                break;
            }
            if (!worthwhile(best.get())) {
                reason = StopReason.GAIN_TOO_SMALL;
                break;
            }
            Plan.Step step = take(best.get());
            steps.add(step);
            listener.stepTaken(step);
        }
        return new Plan(before, steps, sheet.score(), reason);
    }

    private boolean worthwhile(ScoredMove best) {
        double score = sheet.total();
        return score > budget.minGainLimit() || score - best.score() >= budget.minGain();
    }

    private Plan.Step take(ScoredMove best) {
        Plan.Step step = new Plan.Step(best.move(), state.placement(best.move().instance()), best.score());
        trial.move(best.move(), rules.ignoreSoftErrors());
        state.commit(trial);
        sheet.update(trial);
        search.follow(trial);
        return step;
    }
}
