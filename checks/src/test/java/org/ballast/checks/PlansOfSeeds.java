package org.ballast.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ballast.checker.Allowance;
import org.ballast.checker.PlanBound;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.Effort;
import org.ballast.optimizer.OptimizeListener;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.Optimized;
import org.ballast.optimizer.Optimizer;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.target.Annealer;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.Dice;
import org.ballast.testkit.RandomClusters;

/** Real plans of random clusters, by both planners, with and without the options of a user. */
final class PlansOfSeeds {
    private static final long TRIES = 4_000;

    private static final int CLUSTERS = 60;

    /** Plans of an optimizer that may do whatever moves can do. */
    static final List<Searched> SEARCHED = LongStream.rangeClosed(1, CLUSTERS)
            .mapToObj(seed -> searched(scenario(74_000 + seed)))
            .filter(searched -> !searched.plan().steps().isEmpty())
            .toList();

    private PlansOfSeeds() {}

    /** A cluster, what was asked, and what was found. */
    record Searched(Scenario scenario, OptimizeRequest request, Optimized found) {
        Plan plan() {
            return found.plan();
        }

        List<Integer> groups() {
            return request.groups();
        }

        Allowance allowance() {
            return PlansOfSeeds.allowance(request);
        }
    }

    private static Searched searched(Scenario scenario) {
        TargetRules rules = new TargetRules(MoveRules.ALL, true, true, List.of(), Rates.USUAL);
        OptimizeRequest request = request(groups(scenario), rules, Limits.NONE);
        return new Searched(scenario, request, optimized(scenario, request));
    }

    /**
     * Returns a small cluster of any shape, with nodes that the user declares offline and instances that he excludes.
     */
    static Scenario scenario(long seed) {
        Scenario scenario = Scenario.of(RandomClusters.of(seed));
        Dice dice = Dice.of(seed ^ 0xa110);
        Cluster cluster = scenario.cluster();
        Set<Integer> pinned = new HashSet<>();
        Set<Integer> offline = new HashSet<>();
        for (int i = 0; i < cluster.instances().size(); i++) {
            if (dice.chance(0.15)) {
                pinned.add(i);
            }
        }
        for (int node = 0; node < cluster.nodes().size(); node++) {
            if (dice.chance(0.1)) {
                offline.add(node);
            }
        }
        return with(scenario, pinned).withOffline(offline);
    }

    /** Returns a scenario in which the user leaves these instances where they are. */
    static Scenario with(Scenario scenario, Set<Integer> pinned) {
        return new Scenario(scenario.cluster(), scenario.tags(), scenario.utilisation(), pinned, scenario.limits());
    }

    static MoveRules anyRules(Dice dice) {
        return new MoveRules(dice.chance(0.7), dice.chance(0.7), dice.chance(0.3), dice.chance(0.3), dice.chance(0.3));
    }

    /** Returns a plan of the descent that follows some rules for some moves, and then others. */
    static Plan descent(Scenario scenario, int group, MoveRules first, int moves, MoveRules then) {
        ClusterState state = new ClusterState(scenario);
        Plan beginning = descent(state, group, first, new Budget(moves, -1, 0, 0));
        Plan end = descent(state, group, then, new Budget(25, -1, 0, 0));
        List<Plan.Step> steps = new ArrayList<>(beginning.steps());
        steps.addAll(end.steps());
        return new Plan(beginning.before(), steps, end.after(), end.stoppedBy());
    }

    static Plan descent(ClusterState state, int group, MoveRules rules, Budget budget) {
        return new Descent(state, group, rules, budget).run(ProgressListener.NONE);
    }

    static List<Integer> groups(Scenario scenario) {
        return IntStream.range(0, scenario.cluster().groups().size()).boxed().toList();
    }

    /** Returns what a user may ask of the optimizer who sets some limits. */
    static OptimizeRequest anyRequest(Scenario scenario, Dice dice) {
        Limits limits = new Limits(
                dice.chance(0.3) ? OptionalInt.of(dice.between(0, 6)) : OptionalInt.empty(),
                dice.chance(0.3) ? OptionalLong.of(dice.between(0L, 400_000L)) : OptionalLong.empty(),
                dice.chance(0.3) ? OptionalDouble.of(8000 * dice.fraction()) : OptionalDouble.empty(),
                dice.chance(0.3) ? OptionalInt.of(dice.between(0, 5)) : OptionalInt.empty());
        Rates rates = new Rates(dice.between(10, 100), dice.between(10, 100), dice.between(1, 3));
        TargetRules rules = new TargetRules(anyRules(dice), dice.chance(0.4), dice.chance(0.4), List.of(), rates);
        return request(groups(scenario), rules, limits);
    }

    static OptimizeRequest request(List<Integer> groups, TargetRules rules, Limits limits) {
        return new OptimizeRequest(
                groups,
                rules,
                Objective.of(0, limits),
                new Annealer(),
                Budget.HBAL_USUAL,
                new Effort(Double.POSITIVE_INFINITY, TRIES, 1));
    }

    static Optimized optimized(Scenario scenario, OptimizeRequest request) {
        return new Optimizer(scenario, request).run(OptimizeListener.NONE);
    }

    /** Says to the checker what the optimizer was told. */
    static Allowance allowance(OptimizeRequest request) {
        TargetRules rules = request.rules();
        Limits limits = request.objective().limits();
        List<PlanBound> bounds = new ArrayList<>();
        limits.moves().ifPresent(most -> bounds.add(new PlanBound.MostMoves(most)));
        limits.instances().ifPresent(most -> bounds.add(new PlanBound.MostInstances(most)));
        limits.dataMib().ifPresent(mib -> bounds.add(new PlanBound.MostData(mib)));
        limits.seconds()
                .ifPresent(seconds -> bounds.add(new PlanBound.LongestTime(
                        seconds, rules.rates().disk(), rules.rates().migration())));
        return Allowance.WHOLE
                .with(rules.moves())
                .withOfflineMoves(rules.offlineMoves())
                .withOtherGroups(rules.crossGroups())
                .within(bounds);
    }
}
