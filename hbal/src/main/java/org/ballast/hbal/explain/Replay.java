package org.ballast.hbal.explain;

import java.util.List;
import org.ballast.model.Plan;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/** Makes the moves of a plan that has been checked already. */
public final class Replay {
    private Replay() {}

    /**
     * Makes all moves.
     *
     * @throws IllegalStateException if one cannot be made
     */
    public static void run(ClusterState state, List<Plan.Step> steps) {
        Trial trial = new Trial(state);
        steps.forEach(step -> make(state, trial, step));
    }

    /** Makes one move; soft limits are the checker's business. */
    static void make(ClusterState state, Trial trial, Plan.Step step) {
        Verdict verdict = trial.move(step.move(), true);
        if (!verdict.accepted()) {
            throw new IllegalStateException(
                    step.move() + " cannot be made: " + verdict + ". Maybe the plan was made for another cluster?");
        }
        state.commit(trial);
    }
}
