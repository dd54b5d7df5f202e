package org.ballast.optimizer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Rates;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    /** A copy of an instance's 10,000 MiB takes 105 s. */
    private static final Rates RATES = new Rates(100, 100, 1);

    private static final double COPY = 105;

    private static SmallCluster nodes(int count) {
        SmallCluster cluster = new SmallCluster();
        for (int k = 0; k < count; k++) {
            cluster.node();
        }
        return cluster;
    }

    private static Plan.Step replace(int instance, int primary, int secondary, int target) {
        return new Plan.Step(new Move.ReplaceSecondary(instance, target), new Placement(primary, secondary), 0);
    }

    private static Schedule schedule(SmallCluster cluster, Rates rates, Plan.Step... steps) {
        return Schedule.of(cluster.scenario(), List.of(steps), rates, List.of());
    }

    @Test
    void anEmptyPlanTakesNoTime() {
        assertThat(schedule(nodes(1), RATES)).isEqualTo(new Schedule(List.of(), 0));
    }

    @Test
    void movesWithoutCommonNodesStartAtOnce() {
        Schedule schedule = schedule(nodes(6).drbd(0, 1).drbd(3, 4), RATES, replace(0, 0, 1, 2), replace(1, 3, 4, 5));

        assertThat(schedule.after()).containsExactly(List.of(), List.of());
        assertThat(schedule.makespan()).isEqualTo(COPY);
    }

    @Test
    void movesOnACommonNodeFollowEachOther() {
        Schedule schedule = schedule(nodes(6).drbd(0, 1).drbd(3, 4), RATES, replace(0, 0, 1, 2), replace(1, 3, 4, 2));

        assertThat(schedule.after()).containsExactly(List.of(), List.of(0));
        assertThat(schedule.slots().getLast()).isEqualTo(new Schedule.Slot(List.of(0), COPY, 2 * COPY));
    }

    @Test
    void movesShareANodeWithRoomIfRatesAllowIt() {
        Schedule schedule = schedule(
                nodes(6).drbd(0, 1).drbd(3, 4), new Rates(100, 100, 2), replace(0, 0, 1, 2), replace(1, 3, 4, 2));

        assertThat(schedule.makespan()).isEqualTo(COPY);
    }

    @Test
    void arrivalsWaitForDeparturesWhereThereIsNoRoom() {
        SmallCluster cluster =
                nodes(5).node(node -> node.diskFree = 5000).drbd(0, 5).drbd(3, 4);

        Schedule schedule = schedule(cluster, new Rates(100, 100, 2), replace(0, 0, 5, 2), replace(1, 3, 4, 5));

        assertThat(schedule.after()).containsExactly(List.of(), List.of(0));
    }

    @Test
    void onlyDirectPredecessorsAreNamed() {
        Schedule schedule =
                schedule(nodes(6).drbd(0, 1), RATES, replace(0, 0, 1, 2), replace(0, 0, 2, 3), replace(0, 0, 3, 4));

        assertThat(schedule.after()).containsExactly(List.of(), List.of(0), List.of(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void schedulesAreAThirdShorterThanJobsets(long seed) {
        Scenario scenario = Scenario.of(RandomClusters.skewed(40, 10, seed));
        Plan plan = new Descent(new ClusterState(scenario), 0, MoveRules.ALL, new Budget(-1, -1, 0, 0))
                .run(ProgressListener.NONE);

        double barriers = Schedule.makespan(scenario.cluster(), Jobsets.of(plan.steps()), Rates.USUAL);
        double free =
                Schedule.of(scenario, plan.steps(), Rates.USUAL, List.of()).makespan();

        assertThat(free).isLessThan(0.67 * barriers);
    }
}
