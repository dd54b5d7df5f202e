package org.ballast.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ballast.model.Plan.StopReason;
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.target.Objective;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

/** Nothing is paid for a rule that stays broken, and all that is needed for one that does not. */
class UnkeptRulesTest {
    private static final RuleOrigin HERE = RuleOrigin.in("here");
    private static final long TRIES = 2_000_000;
    private static final Objective DEAR = Objective.of(1e-2, Limits.NONE);

    private static Optimized run(Scenario scenario, Objective objective, PlacementRule... rules) {
        TargetRules wanted = new TargetRules(MoveRules.ALL, false, false, List.of(rules), Rates.USUAL);
        return Requests.run(scenario, Requests.of(scenario, wanted, objective, TRIES));
    }

    /** Three nodes, each with one that stays, and three that are to be together; how large they are, decides. */
    private static Scenario crowded(long staying) {
        SmallCluster cluster = new SmallCluster().node().node().node();
        for (int node = 0; node < 3; node++) {
            int other = (node + 1) % 3;
            cluster.drbd(node, other, draft -> draft.memory = staying);
            cluster.drbd(node, other, draft -> draft.memory = 1200);
        }
        return cluster.scenario();
    }

    private static PlacementRule together(Scenario scenario) {
        return new PlacementRule.KeepTogether(HERE, List.of(1, 3, 5), Places.nodes(scenario.cluster()));
    }

    private static PlacementRule staying() {
        return new PlacementRule.DoNotMove(HERE, List.of(0, 2, 4));
    }

    @Test
    void aRuleForWhichThereIsNoRoomIsNotRepairedInPart() {
        Scenario scenario = crowded(4700);
        TargetRules wanted =
                new TargetRules(MoveRules.ALL, false, false, List.of(together(scenario), staying()), Rates.USUAL);
        assertThat(wanted.conflicts(new ClusterState(scenario), List.of(0)).conflicts())
                .as("nothing proves it beforehand")
                .isEmpty();
        Optimized found = run(scenario, DEAR, together(scenario), staying());
        assertThat(found.plan().steps()).isEmpty();
        assertThat(found.violationsAfter()).isEqualTo(found.violationsBefore()).isEqualTo(2);
        assertThat(found.plan().stoppedBy()).isEqualTo(StopReason.NO_BETTER_MOVE);
    }

    @Test
    void aRuleForWhichThereIsRoomIsKept() {
        Scenario scenario = crowded(1000);
        Optimized found = run(scenario, DEAR, together(scenario), staying());
        assertThat(found.violationsAfter()).isZero();
        assertThat(found.plan().steps()).isNotEmpty();
    }

    @Test
    void withinLimitsARuleMayBeRepairedInPart() {
        Scenario scenario = new SmallCluster()
                .node()
                .node()
                .node()
                .drbd(0, 1)
                .drbd(0, 1)
                .drbd(0, 1)
                .scenario();
        PlacementRule apart =
                new PlacementRule.KeepApart(HERE, List.of(0, 1, 2), Places.nodes(scenario.cluster()), Copies.PRIMARY);
        Optimized one = run(scenario, Objective.of(1e-2, Requests.moves(1)), apart);
        assertThat(one.plan().steps()).hasSize(1);
        assertThat(one.violationsAfter()).isEqualTo(1);
        assertThat(run(scenario, DEAR, apart).violationsAfter()).isZero();
    }

    @Test
    void whatCannotBeKeptIsNotPaidForWhileOtherRulesAre() {
        Scenario scenario = new SmallCluster()
                .node()
                .node()
                .node()
                .drbd(0, 1)
                .drbd(0, 1)
                .drbd(0, 2)
                .drbd(1, 2)
                .scenario();
        PlacementRule tooMany = new PlacementRule.KeepApart(
                HERE, List.of(0, 1, 2, 3), Places.nodes(scenario.cluster()), Copies.PRIMARY);
        PlacementRule fine = new PlacementRule.AllowedNodes(HERE, List.of(3), Set.of(2), Copies.PRIMARY);
        Optimized found = run(scenario, DEAR, tooMany, fine);
        assertThat(found.plan().steps()).hasSize(1);
        assertThat(found.plan().steps().getFirst().move().instance()).isEqualTo(3);
        assertThat(found.violationsAfter()).isEqualTo(2);
    }
}
