package org.ballast.hbal;

import java.util.List;
import org.ballast.backends.LoadedCluster;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.rules.RuleConflict;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.planner.balance.ProgressListener;

/**
 * A form in which hbal tells what it does. In the end it is told one of three: that the cluster is {@link #empty}, that it
 * is {@link #alreadyBalanced}, or what was {@link #planned}. What comes before and after is for people who watch, in this
 * order; a form that is written at once has no use for it.
 */
interface BalanceOutput extends ProgressListener {
    /** Takes what was loaded. */
    default void loaded(LoadedCluster loaded) {}

    /** Takes that there is no instance; nothing follows. */
    void empty(Scenario scenario);

    /** Takes the size of the whole cluster. */
    default void counted(Scenario scenario) {}

    /** Takes the groups that are balanced. */
    default void selected(BalancedGroups groups) {}

    /** Takes the groups' score at the start. */
    default void scored(Score score) {}

    /** Takes that the score is as good as the lowest possible, or that no more is asked for; nothing follows. */
    void alreadyBalanced(BalancedGroups groups, PlanSummary told, double lowestScore, double minScore);

    /** Takes that the search for one best move after another begins. */
    default void searching(BalancedGroups groups) {}

    /** Takes that the search for a plan as a whole begins. */
    default void optimizing(BalancedGroups groups, OptimizeRequest request, List<RuleConflict> conflicts) {}

    @Override
    default void stepTaken(Plan.Step step) {}

    /** Takes the plan at the end, and what is known of it; the groups are as they are after it. */
    void planned(BalancedGroups groups, PlanSummary told);

    /** Takes the plan as commands, which were asked for as part of the results. */
    default void listed(CommandScript script) {}

    /** Takes that the commands are in this file. */
    default void written(String fileName) {}

    /** Takes the state at the end, after everything else. */
    default void done(BalancedGroups groups) {}
}
