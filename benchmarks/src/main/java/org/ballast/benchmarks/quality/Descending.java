package org.ballast.benchmarks.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Score;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.schedule.Jobsets;
import org.ballast.optimizer.schedule.Schedule;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;

/** The plan that hbal makes without an optimizer, which is that of Ganeti: group after group. */
final class Descending {
    private Descending() {}

    /** Returns the plan's figures, or nothing if there is no move or no score. */
    static Optional<Figures> run(Arena arena) {
        ClusterState state = new ClusterState(arena.scenario());
        double before = score(arena, state);
        double score = before;
        List<Plan.Step> steps = new ArrayList<>();
        for (int group : arena.groups()) {
            Plan plan = new Descent(state, group, MoveRules.ALL, Budget.HBAL_USUAL).run(ProgressListener.NONE);
            double others = score - plan.before().total();
            plan.steps().forEach(step -> steps.add(new Plan.Step(step.move(), step.from(), others + step.score())));
            score = score(arena, state);
        }
        return steps.isEmpty() || !Double.isFinite(before)
                ? Optional.empty()
                : Optional.of(figures(arena, steps, before, score));
    }

    private static double score(Arena arena, ClusterState state) {
        return arena.groups().stream()
                .map(group -> new ScoreSheet(state, state.nodesOf(group)).score())
                .mapToDouble(Score::total)
                .sum();
    }

    private static Figures figures(Arena arena, List<Plan.Step> steps, double before, double after) {
        Cluster cluster = arena.scenario().cluster();
        Cost total = steps.stream()
                .map(step -> Cost.of(cluster, step, Figures.RATES))
                .reduce(Cost.NONE, Cost::plus);
        Schedule schedule = Schedule.of(arena.scenario(), steps, Figures.RATES, List.of());
        return new Figures(
                "descent",
                total,
                moved(cluster, steps),
                after,
                Schedule.makespan(cluster, Jobsets.of(steps), Figures.RATES),
                schedule.makespan(),
                Halfway.of(arena, steps, before, after),
                OptionalDouble.empty());
    }

    private static int moved(Cluster cluster, List<Plan.Step> steps) {
        Map<Integer, Placement> ends = new HashMap<>();
        steps.forEach(step -> ends.put(step.move().instance(), step.to()));
        return (int) ends.entrySet().stream()
                .filter(end ->
                        !cluster.instances().get(end.getKey()).placement().equals(end.getValue()))
                .count();
    }
}
