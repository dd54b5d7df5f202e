package org.ballast.optimizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

/** Situations that ask for more than one move after another. */
class CornersTest {
    private static Scenario scenario(SmallCluster cluster) {
        return cluster.scenario();
    }

    private static SequenceRules rules(Scenario scenario, boolean offlineMoves, boolean crossGroups) {
        Rulebook book = new Rulebook(scenario.cluster(), List.of());
        return new SequenceRules(MoveRules.ALL, offlineMoves, crossGroups, Limits.NONE, Rates.USUAL, book);
    }

    private static Sequence run(Scenario scenario, SequenceRules rules, Placement... targets) {
        return Sequences.accepted(scenario, rules, targets);
    }

    /** The large instance is on the small node, the small one on the large node, and neither has room for both. */
    private static SmallCluster swap(long memoryOfThird) {
        return new SmallCluster()
                .node(node -> {
                    node.memory = 7500;
                    node.memoryFree = 4500;
                })
                .node(node -> {
                    node.memory = 6000;
                    node.memoryFree = 1000;
                })
                .node(node -> {
                    node.memory = memoryOfThird;
                    node.memoryFree = memoryOfThird - 6500;
                })
                .single(0, instance -> instance.memory = 3000)
                .single(1, instance -> instance.memory = 5000)
                .single(2, instance -> {
                    instance.memory = 6500;
                    instance.autoBalance = false;
                });
    }

    @Test
    void aSwapGoesThroughAThirdNode() {
        Scenario scenario = scenario(swap(12_000));

        Sequence sequence =
                run(scenario, rules(scenario, false, false), Placement.on(1), Placement.on(0), Placement.on(2));

        assertThat(sequence.abandoned()).isEmpty();
        assertThat(sequence.steps())
                .extracting(Plan.Step::move)
                .containsExactly(
                        new Move.FailoverToAny(0, 2), new Move.FailoverToAny(1, 0), new Move.FailoverToAny(0, 1));
    }

    @Test
    void aSwapWithoutAThirdNodeStaysUndone() {
        Scenario scenario = scenario(swap(9000));

        Sequence sequence =
                run(scenario, rules(scenario, false, false), Placement.on(1), Placement.on(0), Placement.on(2));

        assertThat(sequence.steps()).isEmpty();
        assertThat(sequence.abandoned()).containsExactly(0, 1);
    }

    @Test
    void aDetourHasToFitTheLimits() {
        Scenario scenario = scenario(swap(12_000));
        Limits limits = new Limits(
                Limits.NONE.moves(), OptionalLong.of(10_000), Limits.NONE.seconds(), Limits.NONE.instances());

        Sequence sequence = run(
                scenario,
                rules(scenario, false, false).within(limits),
                Placement.on(1),
                Placement.on(0),
                Placement.on(2));

        assertThat(sequence.cost().dataMib()).isLessThanOrEqualTo(10_000);
        assertThat(sequence.abandoned()).isNotEmpty();
    }

    @Test
    void plainDisksMoveOnlyIfTheInstanceMayBeShutDown() {
        Scenario scenario = scenario(new SmallCluster()
                .node(node -> node.memoryFree = 8192 - 2048)
                .node()
                .single(0, instance -> instance.template = DiskTemplate.PLAIN)
                .single(0, instance -> instance.template = DiskTemplate.PLAIN));

        assertThat(run(scenario, rules(scenario, false, false), Placement.on(0), Placement.on(1))
                        .abandoned())
                .containsExactly(1);
        Sequence sequence = run(scenario, rules(scenario, true, false), Placement.on(0), Placement.on(1));
        assertThat(sequence.steps()).extracting(Plan.Step::move).containsExactly(new Move.OfflineMove(1, 1));
        assertThat(sequence.cost().diskMib()).isEqualTo(10_000);
        assertThat(sequence.cost().downtime()).isPositive();
    }

    @Test
    void anotherGroupIsReachedWhole() {
        Scenario scenario = scenario(new SmallCluster()
                .node(node -> node.memoryFree = 8192 - 3 * 1024)
                .node()
                .node(node -> {
                    node.group = 1;
                    node.memoryFree = 8192 - 1024;
                })
                .node(node -> node.group = 1)
                .drbd(0, 1)
                .drbd(0, 1)
                .drbd(0, 1)
                .drbd(2, 3));
        Placement home = new Placement(0, 1);
        Placement[] targets = {home, home, new Placement(3, 2), new Placement(2, 3)};

        assertThat(run(scenario, rules(scenario, false, false), targets).abandoned())
                .containsExactly(2);
        Sequence sequence = run(scenario, rules(scenario, false, true), targets);
        assertThat(sequence.abandoned()).isEmpty();
        assertThat(sequence.steps()).hasSize(2);
        assertThat(sequence.cost().migrations()).isEqualTo(1);
    }

    @Test
    void anInstanceThatMustKeepApartWaitsUntilTheOtherHasLeft() {
        Scenario scenario = scenario(new SmallCluster()
                .node(node -> node.memoryFree = 8192 - 2048)
                .node(node -> node.memoryFree = 8192 - 1024)
                .node()
                .single(0, instance -> {})
                .single(1, instance -> {})
                .single(0, instance -> {}));
        PlacementRule apart = new PlacementRule.KeepApart(
                RuleOrigin.in("test"), List.of(0, 1), Places.nodes(scenario.cluster()), Copies.BOTH);
        SequenceRules rules = new SequenceRules(
                MoveRules.ALL,
                false,
                false,
                Limits.NONE,
                Rates.USUAL,
                new Rulebook(scenario.cluster(), List.of(apart)));

        Sequence sequence = run(scenario, rules, Placement.on(1), Placement.on(2), Placement.on(0));

        assertThat(sequence.steps())
                .extracting(Plan.Step::move)
                .containsExactly(new Move.FailoverToAny(1, 2), new Move.FailoverToAny(0, 1));
    }
}
