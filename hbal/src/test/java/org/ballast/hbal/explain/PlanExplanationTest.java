package org.ballast.hbal.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.cli.text.ShortNames;
import org.ballast.mobility.Hindrance;
import org.ballast.mobility.Hindrances;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Replay;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanExplanationTest {
    private static final RuleOrigin HERE = RuleOrigin.in("here");

    private static Plan descent(Scenario scenario) {
        return new Descent(new ClusterState(scenario), 0, MoveRules.ALL, Budget.HBAL_USUAL).run(ProgressListener.NONE);
    }

    private static TargetRules rules(MoveRules moves, PlacementRule... placement) {
        return new TargetRules(moves, false, false, List.of(placement), Rates.USUAL);
    }

    private static Hindrances hindrances(ClusterState state, TargetRules rules) {
        return new Hindrances(state, new PlanningRules(rules, false, Set.of()).mobility());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void changesOfRowsAddUpToChangesOfTheScore(long seed) {
        Scenario scenario = Scenario.of(RandomClusters.skewed(6, 5, seed));
        Plan plan = descent(scenario);
        assertThat(plan.steps()).isNotEmpty();
        List<StepReason> reasons = StepReasons.of(scenario, List.of(0), plan.steps(), TargetRules.USUAL);
        double score = plan.before().total();
        for (int k = 0; k < reasons.size(); k++) {
            double next = plan.steps().get(k).score();
            assertThat(reasons.get(k).total()).isCloseTo(next - score, within(2e-7));
            assertThat(reasons.get(k).improvements()).isNotEmpty();
            assertThat(reasons.get(k).served()).isEmpty();
            score = next;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noPlanEndsBelowTheBounds(long seed) {
        for (long shift = 0; shift < 20; shift++) {
            Scenario scenario = Scenario.of(RandomClusters.of(100 * seed + shift));
            Plan plan = descent(scenario);
            ClusterState start = new ClusterState(scenario);
            List<Remainder> left =
                    Remainders.of(start, List.of(0), false, hindrances(start, rules(MoveRules.ALL)), plan.after());
            for (Remainder row : left) {
                assertThat(row.lowest()).as(row.row().label()).isBetween(0.0, row.value() + 1e-9);
            }
        }
    }

    @Test
    void aRuleIsServedByTheMoveThatMendsIt() {
        Scenario scenario = Scenario.of(RandomClusters.skewed(6, 5, 1));
        Plan plan = descent(scenario);
        Plan.Step first = plan.steps().getFirst();
        int left = first.from().primary() == first.to().primary()
                ? first.from().secondary()
                : first.from().primary();
        PlacementRule away = new PlacementRule.ForbiddenNodes(
                new RuleOrigin(Optional.of("away"), "here"),
                List.of(first.move().instance()),
                Set.of(left),
                first.to().primary() == left || first.to().secondary() == left ? Copies.PRIMARY : Copies.BOTH);
        StepReason reason = StepReasons.of(scenario, List.of(0), List.of(first), rules(MoveRules.ALL, away))
                .getFirst();
        assertThat(reason.served()).containsExactly(away);
        assertThat(reason.inWords(scenario.cluster(), new ShortNames(""))).startsWith("rule away; ");
    }

    @Test
    void whoStaysHasAReason() {
        Cluster cluster = RandomClusters.skewed(6, 5, 3);
        Scenario scenario = Scenario.of(cluster);
        ClusterState state = new ClusterState(scenario);
        List<Integer> movable = new ArrayList<>();
        for (int i = 0; i < state.instanceCount(); i++) {
            if (scenario.isMovable(i) && state.placement(i).hasSecondary()) {
                movable.add(i);
            }
        }
        assertThat(movable).hasSizeGreaterThan(3);
        int one = movable.getFirst();
        assertThat(hindrances(state, rules(MoveRules.ALL)).of(one)).isEmpty();
        assertThat(hindrances(state, rules(new MoveRules(true, true, false, true, false)))
                        .of(one))
                .contains(Hindrance.HEALTHY);
        assertThat(hindrances(state, rules(MoveRules.ALL, new PlacementRule.DoNotMove(HERE, List.of(one))))
                        .of(one))
                .contains(Hindrance.RULE);
        assertThat(hindrances(state, rules(MoveRules.ALL, new PlacementRule.Pinned(HERE, List.of(one), Copies.PRIMARY)))
                        .of(one))
                .isEmpty();
        Scenario excluded =
                new Scenario(cluster, scenario.tags(), scenario.utilisation(), Set.of(one), scenario.limits());
        assertThat(hindrances(new ClusterState(excluded), rules(MoveRules.ALL)).of(one))
                .contains(Hindrance.EXCLUDED);
    }

    @Test
    void aReplayEndsWhereThePlanDoes() {
        Scenario scenario = Scenario.of(RandomClusters.skewed(6, 5, 2));
        Plan plan = descent(scenario);
        ClusterState state = new ClusterState(scenario);
        new Replay(state, true)
                .makeAll(plan.steps().stream().map(Plan.Step::move).toList());
        Plan.Step last = plan.steps().getLast();
        Placement end = state.placement(last.move().instance());
        assertThat(end).isEqualTo(last.to());
    }
}
