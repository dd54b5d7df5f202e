package org.ballast.hbal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.ScoreWeights;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.schedule.Schedule;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;

/** What a page tells of, made of a descent. */
final class Example {
    private Example() {}

    /** Balances the first group of a cluster, with at most so many moves, and with all that a page can have. */
    static Rebalancing of(Cluster cluster, int moves) {
        Scenario scenario = Scenario.of(cluster);
        ClusterState state = new ClusterState(scenario);
        Budget budget = new Budget(moves, 1e-9, 1e-3, 1e-1);
        Plan plan = new Descent(state, 0, MoveRules.ALL, budget).run(ProgressListener.NONE);
        List<Cost> costs = plan.steps().stream()
                .map(step -> Cost.of(cluster, step, Rates.USUAL))
                .toList();
        return new Rebalancing(
                scenario,
                state,
                IntStream.of(state.nodesOf(0)).boxed().toList(),
                ScoreWeights.USUAL,
                plan,
                details(cluster, plan),
                front(plan, costs),
                "descent");
    }

    /** The same without what can be missing. */
    static Rebalancing bare(Rebalancing all) {
        return new Rebalancing(
                all.scenario(),
                all.after(),
                all.nodes(),
                all.weights(),
                all.plan(),
                all.details().stream()
                        .map(detail -> new StepDetail(detail.cost(), Optional.empty(), ""))
                        .toList(),
                List.of(),
                "");
    }

    private static List<StepDetail> details(Cluster cluster, Plan plan) {
        List<String> reasons = new ArrayList<>();
        double score = plan.before().total();
        for (Plan.Step step : plan.steps()) {
            reasons.add(step.score() < score - 1 ? "exclusion tags meet no more" : "less uneven free memory");
            score = step.score();
        }
        Schedule schedule = Schedule.of(Scenario.of(cluster), plan.steps(), Rates.USUAL, List.of());
        return StepDetail.of(cluster, plan.steps(), Rates.USUAL, Optional.of(schedule), reasons);
    }

    /** What the plan would be with fewer steps; the last point but two is the one that was chosen. */
    private static List<FrontPoint> front(Plan plan, List<Cost> costs) {
        List<FrontPoint> front = new ArrayList<>();
        int points = Math.min(10, costs.size());
        for (int k = 1; k <= points; k++) {
            int moves = costs.size() * k / points;
            long data =
                    costs.subList(0, moves).stream().mapToLong(Cost::dataMib).sum();
            front.add(new FrontPoint(moves, data, plan.steps().get(moves - 1).score(), k == Math.max(1, points - 2)));
        }
        return front;
    }
}
