package org.ballast.optimizer.target;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;

/**
 * Steepest descent by single moves, as far as the limits admit: what hbal does without an optimizer. It knows no
 * penalties and no placement rules.
 */
public final class DescentSolver implements TargetSolver {
    private final Budget budget;

    /** Creates a descent with these thresholds; its limit on moves and its score are ignored. */
    public DescentSolver(Budget budget) {
        this.budget = budget;
    }

    @Override
    public String name() {
        return "descent";
    }

    @Override
    public SearchEnd improve(TargetAssignment assignment, Objective objective, SearchWatch watch) {
        follow(steps(assignment, objective, watch), assignment, objective);
        return watch.isOver() ? SearchEnd.EFFORT_OVER : SearchEnd.NOTHING_BETTER;
    }

    /**
     * Applies moves to an assignment, as far as they are worth it and within the limits; moves of instances that the
     * assignment does not move are left out.
     */
    public static void follow(List<Plan.Step> steps, TargetAssignment assignment, Objective objective) {
        BestTarget best = new BestTarget(assignment, objective);
        for (Plan.Step step : steps) {
            int i = step.move().instance();
            if (assignment.isMovable(i)) {
                best.changing(i);
                assignment.place(i, step.to().primary(), step.to().secondary());
                best.offer(assignment.score());
            }
        }
        best.restore();
    }

    /** Returns the moves of the descent from the start of the assignment, beyond all limits but that on moves. */
    public List<Plan.Step> steps(TargetAssignment assignment, Objective objective, SearchWatch watch) {
        ClusterState state = new ClusterState(assignment.start().scenario());
        Budget within = new Budget(
                objective.limits().moves().orElse(budget.moves()),
                goal(assignment, objective),
                budget.minGain(),
                budget.minGainLimit());
        List<Plan.Step> steps = new ArrayList<>();
        Tally tally = new Tally(assignment, watch);
        for (int group : assignment.groups()) {
            steps.addAll(new Descent(state, group, assignment.rules().moves(), within)
                    .run(tally)
                    .steps());
        }
        return steps;
    }

    /** A goal for all groups together says nothing of a single one. */
    private static double goal(TargetAssignment assignment, Objective objective) {
        return assignment.groups().length == 1 ? objective.goal().orElse(0) : 0;
    }

    /** The sum of the steps so far, reported while the descent runs. */
    private static final class Tally implements ProgressListener {
        private final Cluster cluster;
        private final Rates rates;
        private final SearchWatch watch;
        private final BitSet moved = new BitSet();
        private Cost cost = Cost.NONE;

        Tally(TargetAssignment assignment, SearchWatch watch) {
            cluster = assignment.start().scenario().cluster();
            rates = assignment.rules().rates();
            this.watch = watch;
        }

        @Override
        public void stepTaken(Plan.Step step) {
            cost = cost.plus(Cost.of(cluster, step, rates));
            moved.set(step.move().instance());
            watch.progress(
                    step.score(),
                    new ChangeCost(cost.moves(), cost.dataMib(), moved.cardinality(), cost.work(), cost.restarts()),
                    0);
        }

        @Override
        public boolean cancelled() {
            return watch.isOver();
        }
    }
}
