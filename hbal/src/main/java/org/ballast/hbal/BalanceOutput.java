package org.ballast.hbal;

import java.util.List;
import org.ballast.backends.LoadedCluster;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.planner.balance.ProgressListener;

/**
 * A form in which hbal tells what it does. Either {@link #empty} or the others are called, in this order; after
 * {@link #alreadyBalanced} nothing more is.
 */
interface BalanceOutput extends ProgressListener {
    /** Takes what was loaded. */
    void loaded(LoadedCluster loaded);

    /** Takes that there is no instance. */
    void empty(Scenario scenario);

    /** Takes the size of the whole cluster. */
    void counted(Scenario scenario);

    /** Takes the group that is balanced. */
    void selected(BalancedGroup group);

    /** Takes the group's score at the start. */
    void scored(Score score);

    /** Takes that the score is as good as the lowest possible, or that no more is asked for. */
    void alreadyBalanced(BalancedGroup group, Score score, double lowestScore, double minScore);

    /** Takes that the search begins. */
    void searching(BalancedGroup group);

    /** Takes the plan at the end, and its steps as sets of jobs. */
    void planned(BalancedGroup group, Plan plan, List<List<Plan.Step>> jobsets);

    /** Takes the plan as commands, which were asked for as part of the results. */
    void listed(CommandScript script);

    /** Takes that the commands are in this file. */
    void written(String fileName);

    /** Takes the state at the end, after everything else. */
    void done(BalancedGroup group);
}
