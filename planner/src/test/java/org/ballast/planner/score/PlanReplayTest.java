package org.ballast.planner.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.Move;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class PlanReplayTest {
    private static final Scenario SCENARIO = Scenario.of(RandomClusters.skewed(6, 5, 1));

    @Test
    void replayingADescentGivesTheSamePlan() {
        Plan plan =
                new Descent(new ClusterState(SCENARIO), 0, MoveRules.ALL, Budget.HBAL_USUAL).run(ProgressListener.NONE);
        List<Move> moves = plan.steps().stream().map(Plan.Step::move).toList();
        assertThat(moves).isNotEmpty();
        assertThat(PlanReplay.ofGroups(SCENARIO, List.of(0), false).of(moves, plan.stoppedBy()))
                .isEqualTo(plan);
    }

    @Test
    void refusedMovesAndThoseThatFollowFromThemAreLeftOut() {
        Scenario full = new SmallCluster()
                .node()
                .node()
                .node(node -> node.diskFree = 100)
                .drbd(0, 1)
                .drbd(0, 1)
                .scenario();
        Move impossible = new Move.ReplaceSecondary(0, 2);
        Move onward = new Move.Failover(0);
        Move other = new Move.Failover(1);
        Plan plan = PlanReplay.ofGroups(full, List.of(0), false)
                .of(List.of(impossible, onward, other), Plan.StopReason.TIME_LIMIT);
        assertThat(plan.steps().stream().map(Plan.Step::move)).containsExactly(other);
        assertThat(plan.after().total()).isEqualTo(plan.steps().getLast().score());
    }
}
