package org.ballast.hbal;

import java.util.List;
import org.ballast.backends.LoadedCluster;
import org.ballast.hbal.optimize.Outcome;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.optimize.OptimizeRequest;

/**
 * A form in which hbal tells what it does. Either {@link #empty} or the others are called, in this order; after
 * {@link #alreadyBalanced} nothing more is. Of a plan that is searched for as a whole {@link #optimizing} and
 * {@link #optimized} tell, of others {@link #searching} and {@link #planned}.
 */
interface BalanceOutput extends ProgressListener {
    /** Takes what was loaded. */
    void loaded(LoadedCluster loaded);

    /** Takes that there is no instance. */
    void empty(Scenario scenario);

    /** Takes the size of the whole cluster. */
    void counted(Scenario scenario);

    /** Takes the groups that are balanced. */
    void selected(BalancedGroups groups);

    /** Takes the groups' score at the start. */
    void scored(Score score);

    /** Takes that the score is as good as the lowest possible, or that no more is asked for. */
    void alreadyBalanced(BalancedGroups groups, Score score, double lowestScore, double minScore);

    /** Takes that the search begins. */
    void searching(BalancedGroups groups);

    /** Takes the plan at the end, and its steps as sets of jobs. */
    void planned(BalancedGroups groups, Plan plan, List<List<Plan.Step>> jobsets);

    /** Takes that the search for a whole plan begins. */
    void optimizing(OptimizeRequest request);

    /** Takes what came of it; the groups are as they are after the plan. */
    void optimized(BalancedGroups groups, Outcome outcome);

    /** Takes the plan as commands, which were asked for as part of the results. */
    void listed(CommandScript script);

    /** Takes that the commands are in this file. */
    void written(String fileName);

    /** Takes the state at the end, after everything else. */
    void done(BalancedGroups groups);
}
