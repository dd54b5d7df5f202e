package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;

/** What steps take, by the table in docs/cost.md, at 60 MiB of disks and 100 MiB of memory a second. */
class TransferTest {
    private static final Scenario SCENARIO = new Sketch()
            .node("n0")
            .node("n1")
            .node("n2")
            .drbd("runs", "n0", "n1", instance -> {
                instance.memory = 1000;
                instance.disk = 6000;
            })
            .drbd("stands", "n0", "n1", instance -> {
                instance.disk = 6000;
                instance.status = InstanceStatus.ADMIN_DOWN;
            })
            .scenario();

    private static Transfer of(Scenario scenario, Move move, boolean live) {
        return Transfer.of(scenario.cluster(), new Plan.Step(move, new Placement(0, 1), 0), live);
    }

    private static void assertTakes(Transfer transfer, long mib, double seconds) {
        assertThat(transfer.mib()).isEqualTo(mib);
        assertThat(transfer.seconds(60, 100)).isEqualTo(seconds);
    }

    @Test
    void aRunningInstanceTakesItsMemoryWithIt() {
        assertTakes(of(SCENARIO, new Move.Failover(0), true), 1000, 5 + 10);
        assertTakes(of(SCENARIO, new Move.ReplacePrimary(0, 2), true), 6000 + 2000, 5 + 100 + 2 * (5 + 10));
    }

    @Test
    void aStoppedInstanceHasOnlyDisks() {
        assertTakes(of(SCENARIO, new Move.Failover(1), true), 0, 5);
        assertTakes(of(SCENARIO, new Move.FailoverAndReplace(1, 2), true), 6000, 5 + 100 + 5);
    }

    @Test
    void withoutLiveMigrationInstancesAreRestarted() {
        assertTakes(of(SCENARIO, new Move.Failover(0), false), 0, 5 + 60);
        assertTakes(of(SCENARIO, new Move.ReplaceSecondary(0, 2), false), 6000, 5 + 100);
    }

    @Test
    void instancesOfOfflineNodesAreFailedOver() {
        Scenario down = SCENARIO.withOffline(List.of(0));

        assertTakes(of(down, new Move.Failover(0), true), 0, 5);
        assertTakes(of(down, new Move.ReplacePrimary(0, 2), true), 6000 + 1000, 5 + 100 + 5 + 5 + 10);
    }
}
