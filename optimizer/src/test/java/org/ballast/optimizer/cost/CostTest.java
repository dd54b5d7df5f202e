package org.ballast.optimizer.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.RoleChanges;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final Rates RATES = new Rates(50, 100, 1);
    private static final double SETUP = 5;

    /**
     * Instance 0 runs on two nodes, 1 is stopped, 2 is on shared storage, 3 on one node alone, and 4 like it, stopped.
     */
    private static final Cluster CLUSTER = new SmallCluster()
            .node()
            .node()
            .node()
            .drbd(0, 1, CostTest::large)
            .drbd(0, 1, i -> {
                large(i);
                i.status = InstanceStatus.ADMIN_DOWN;
            })
            .single(0, CostTest::large)
            .single(0, i -> {
                large(i);
                i.template = DiskTemplate.PLAIN;
            })
            .single(0, i -> {
                large(i);
                i.template = DiskTemplate.PLAIN;
                i.status = InstanceStatus.USER_DOWN;
            })
            .scenario()
            .cluster();

    private static void large(SmallCluster.InstanceDraft instance) {
        instance.memory = 2000;
        instance.disk = 10_000;
    }

    private static Cost cost(Move move) {
        Placement from = CLUSTER.instances().get(move.instance()).placement();
        return Cost.of(CLUSTER, new Plan.Step(move, from, 0), RATES);
    }

    @Test
    void aRunningInstanceMigrates() {
        assertThat(cost(new Move.Failover(0))).isEqualTo(new Cost(1, 1, 0, 0, 0, 2000, 0.5, SETUP + 20));
        assertThat(cost(new Move.FailoverToAny(2, 1))).isEqualTo(new Cost(1, 1, 0, 0, 0, 2000, 0.5, SETUP + 20));
    }

    @Test
    void aStoppedInstanceFailsOver() {
        assertThat(cost(new Move.Failover(1))).isEqualTo(new Cost(1, 0, 1, 0, 0, 0, 0, SETUP));
    }

    @Test
    void theDataIsWhatTheActionsSend() {
        List<Move> moves = List.of(
                new Move.Failover(0),
                new Move.ReplacePrimary(0, 2),
                new Move.ReplaceSecondary(0, 2),
                new Move.ReplaceAndFailover(1, 2),
                new Move.ReplacePrimary(1, 2),
                new Move.FailoverToAny(2, 1),
                new Move.OfflineMove(3, 1),
                new Move.OfflineMove(4, 1));

        assertThat(moves).allSatisfy(move -> {
            Instance instance = CLUSTER.instances().get(move.instance());
            assertThat(move.dataMib(instance.placement(), instance))
                    .isEqualTo(cost(move).dataMib());
        });
    }

    @Test
    void disksAreCopiedOnceForEachNewNodeOfAnInstance() {
        assertThat(cost(new Move.ReplaceSecondary(0, 2))).isEqualTo(new Cost(1, 0, 0, 1, 10_000, 0, 0, SETUP + 200));
        Cost both = new Cost(1, 1, 0, 1, 10_000, 2000, 0.5, 2 * SETUP + 200 + 20);
        assertThat(cost(new Move.ReplaceAndFailover(0, 2))).isEqualTo(both);
        assertThat(cost(new Move.FailoverAndReplace(0, 2))).isEqualTo(both);
        assertThat(cost(new Move.ReplacePrimary(0, 2)))
                .isEqualTo(new Cost(1, 2, 0, 1, 10_000, 4000, 1, 3 * SETUP + 200 + 40));
        assertThat(cost(new Move.ReplacePrimary(1, 2))).isEqualTo(new Cost(1, 0, 2, 1, 10_000, 0, 0, 3 * SETUP + 200));
    }

    @Test
    void anInstanceIsDownDuringAWholeOfflineMove() {
        Cost running = cost(new Move.OfflineMove(3, 1));
        assertThat(running.dataMib()).isEqualTo(10_000);
        assertThat(running.downtime()).isEqualTo(running.work()).isEqualTo(SETUP + 60 + 200);
        Cost stopped = cost(new Move.OfflineMove(4, 1));
        assertThat(stopped.downtime()).isZero();
        assertThat(stopped.work()).isEqualTo(SETUP + 200);
    }

    @Test
    void costsAddUp() {
        Cost sum = cost(new Move.Failover(0))
                .plus(cost(new Move.ReplacePrimary(1, 2)))
                .plus(cost(new Move.OfflineMove(3, 1)))
                .plus(Cost.NONE);
        assertThat(sum.moves()).isEqualTo(3);
        assertThat(sum.migrations()).isEqualTo(1);
        assertThat(sum.failovers()).isEqualTo(3);
        assertThat(sum.diskCopies()).isEqualTo(2);
        assertThat(sum.dataMib()).isEqualTo(22_000);
        assertThat(sum.downtime()).isCloseTo(265.5, within(1e-9));
        assertThat(sum.work()).isCloseTo(25 + 215 + 265, within(1e-9));
    }

    @Test
    void ratesOfZeroAreRejected() {
        for (Runnable wrong : List.<Runnable>of(
                () -> new Rates(0, 1, 1),
                () -> new Rates(1, -1, 1),
                () -> new Rates(Double.NaN, 1, 1),
                () -> new Rates(1, 1, 0))) {
            assertThatThrownBy(wrong::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Maybe");
        }
    }

    @Test
    void costsUpToEachLimitAreAdmitted() {
        Cost cost = cost(new Move.Failover(0)).plus(cost(new Move.ReplacePrimary(1, 2)));
        assertThat(Limits.NONE.isLimited()).isFalse();
        assertThat(Limits.NONE.admits(cost, 2)).isTrue();
        for (int more = -1; more <= 1; more++) {
            Limits moves = new Limits(
                    OptionalInt.of(2 + more), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty());
            Limits data = new Limits(
                    OptionalInt.empty(), OptionalLong.of(12_000 + more), OptionalDouble.empty(), OptionalInt.empty());
            Limits instances = new Limits(
                    OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.of(2 + more));
            for (Limits each : List.of(moves, data, instances)) {
                assertThat(each.isLimited()).isTrue();
                assertThat(each.admits(cost, 2)).isEqualTo(more >= 0);
            }
        }
        Limits seconds =
                new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.of(0), OptionalInt.empty());
        assertThat(seconds.isLimited()).isTrue();
        assertThat(seconds.admits(cost, 2)).isTrue();
    }

    private static Cost cost(Move move, RoleChanges changes) {
        Placement from = CLUSTER.instances().get(move.instance()).placement();
        return Cost.of(CLUSTER, new Plan.Step(move, from, 0), RATES.with(changes));
    }

    @Test
    void fromADeadNodeInstancesAreFailedOverAndOnlyFromThere() {
        RoleChanges dead = new RoleChanges(Set.of(0), Set.of());
        assertThat(cost(new Move.Failover(0), dead)).isEqualTo(new Cost(1, 0, 1, 0, 0, 0, 60, SETUP + 60));
        assertThat(cost(new Move.Failover(1), dead)).isEqualTo(new Cost(1, 0, 1, 0, 0, 0, 0, SETUP));
        assertThat(cost(new Move.ReplacePrimary(0, 2), dead))
                .isEqualTo(new Cost(1, 1, 1, 1, 10_000, 2000, 60.5, 3 * SETUP + 60 + 200 + 20));
        assertThat(cost(new Move.Failover(0), new RoleChanges(Set.of(1, 2), Set.of())))
                .isEqualTo(cost(new Move.Failover(0)));
    }

    @Test
    void whatMustNotBeMigratedLiveIsRestartedEachTime() {
        RoleChanges never = new RoleChanges(Set.of(), Set.of(0, 1, 2));
        Cost once = new Cost(1, 0, 1, 0, 0, 0, 60, 1, SETUP + 60);
        assertThat(cost(new Move.Failover(0), never)).isEqualTo(once);
        assertThat(cost(new Move.FailoverToAny(2, 1), never)).isEqualTo(once);
        assertThat(cost(new Move.Failover(1), never)).isEqualTo(cost(new Move.Failover(1)));
        assertThat(cost(new Move.ReplacePrimary(0, 2), never))
                .isEqualTo(new Cost(1, 0, 2, 1, 10_000, 0, 120, 2, 3 * SETUP + 120 + 200));
    }
}
