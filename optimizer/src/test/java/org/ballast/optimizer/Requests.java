package org.ballast.optimizer;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.model.Node;
import org.ballast.model.RoleChanges;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.target.Annealer;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.SomeRules;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.balance.Budget;
import org.ballast.testkit.Dice;

/** Requests that are ended by their tries alone. */
final class Requests {
    private Requests() {}

    static List<Integer> groups(Scenario scenario) {
        return IntStream.range(0, scenario.cluster().groups().size()).boxed().toList();
    }

    static OptimizeRequest of(Scenario scenario, TargetRules rules, Objective objective, long tries) {
        return new OptimizeRequest(
                groups(scenario),
                rules,
                objective,
                new Annealer(),
                Budget.HBAL_USUAL,
                new Effort(Double.POSITIVE_INFINITY, tries, 1));
    }

    static Optimized run(Scenario scenario, OptimizeRequest request) {
        return new Optimizer(scenario, request).run(OptimizeListener.NONE);
    }

    static Limits moves(int most) {
        return new Limits(OptionalInt.of(most), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty());
    }

    static Limits data(long mib) {
        return new Limits(OptionalInt.empty(), OptionalLong.of(mib), OptionalDouble.empty(), OptionalInt.empty());
    }

    static Limits seconds(double most) {
        return new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.of(most), OptionalInt.empty());
    }

    static Limits instances(int most) {
        return new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.of(most));
    }

    /** Returns any rules that a user may give. */
    static TargetRules anyRules(Scenario scenario, Dice dice) {
        MoveRules moves = new MoveRules(
                dice.chance(0.85), dice.chance(0.85), dice.chance(0.15), dice.chance(0.15), dice.chance(0.2));
        return new TargetRules(
                moves,
                dice.chance(0.3),
                dice.chance(0.3),
                dice.chance(0.3) ? SomeRules.of(scenario.cluster(), dice) : List.of(),
                new Rates(
                        dice.between(10, 100), dice.between(10, 100), dice.between(1, 3), anyChanges(scenario, dice)));
    }

    private static RoleChanges anyChanges(Scenario scenario, Dice dice) {
        List<Node> nodes = scenario.cluster().nodes();
        Set<Integer> offline = IntStream.range(0, nodes.size())
                .filter(node -> nodes.get(node).isOffline())
                .boxed()
                .collect(Collectors.toSet());
        List<Integer> instances = IntStream.range(
                        0, scenario.cluster().instances().size())
                .boxed()
                .toList();
        return new RoleChanges(offline, dice.chance(0.3) ? Set.copyOf(dice.some(instances, 4)) : Set.of());
    }

    /** Returns any objective, with up to two limits. */
    static Objective anyObjective(Dice dice) {
        Limits limits = new Limits(
                dice.chance(0.3) ? OptionalInt.of(dice.between(0, 6)) : OptionalInt.empty(),
                dice.chance(0.3) ? OptionalLong.of(dice.between(0L, 400_000L)) : OptionalLong.empty(),
                dice.chance(0.2) ? OptionalDouble.of(8000 * dice.fraction()) : OptionalDouble.empty(),
                dice.chance(0.2) ? OptionalInt.of(dice.between(0, 5)) : OptionalInt.empty());
        OptionalDouble goal = dice.chance(0.2) ? OptionalDouble.of(8 * dice.fraction()) : OptionalDouble.empty();
        return new Objective(dice.pick(0.0, 1e-7, 1e-5), limits, OptionalDouble.empty(), goal);
    }
}
