package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.ballast.model.Move;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;

class MoveTrialTest {
    private static final HostRefusal NO_MEMORY_BETWEEN = new HostRefusal.Memory(1, 0, 4096, 2048);

    /** Instance 0 is big and on n0:n1, where n1 has room for its disk, but little memory. */
    private static Sketch smallSecondary() {
        return new Sketch()
                .node("n0")
                .node("n1", node -> node.memory = 2048)
                .node("n2")
                .drbd("big", "n0", "n1", instance -> instance.memory = 4096);
    }

    @Test
    void replacingThePrimaryNeedsTheSecondaryToHostInBetween() {
        assertThat(new Replay(smallSecondary())
                        .ignoringSoftErrors()
                        .make(new Move.ReplacePrimary(0, 2))
                        .refusals())
                .containsExactly(NO_MEMORY_BETWEEN);
    }

    @Test
    void replacingTheSecondaryAndFailingOverNeedsNoHostInBetween() {
        assertThat(new Replay(smallSecondary())
                        .make(new Move.ReplaceAndFailover(0, 2))
                        .refusals())
                .isEmpty();
    }

    @Test
    void goesOnAfterARefusalAsIfTheMoveWereMade() {
        Replay replay = new Replay(smallSecondary())
                .ignoringSoftErrors()
                .make(new Move.ReplacePrimary(0, 2))
                .make(new Move.ReplaceSecondary(0, 0));

        assertThat(replay.refusals()).containsExactly(NO_MEMORY_BETWEEN);
    }

    @Test
    void countsWhatEarlierMovesFreed() {
        Sketch sketch = new Sketch()
                .node("n0")
                .node("n1")
                .node("n2", node -> node.memory = 4096)
                .drbd("a", "n0", "n1", instance -> instance.memory = 2048)
                .drbd("b", "n2", "n0", instance -> instance.memory = 2048);
        Move toN2 = new Move.ReplacePrimary(0, 2);

        assertThat(new Replay(sketch).make(toN2).refusals()).contains(new HostRefusal.Memory(2, 0, 2048, 2048));
        assertThat(new Replay(sketch)
                        .make(new Move.ReplacePrimary(1, 1))
                        .make(toN2)
                        .refusals())
                .isEmpty();
    }

    /** Instance 0 is on n0:n1; n1 and n2 are so full of virtual CPUs that only waived rules let it come. */
    private static Scenario busy(Integer... offline) {
        return new Sketch()
                .vcpuRatio(1)
                .node("n0")
                .node("n1", node -> node.cpus = 0.5)
                .node("n2", node -> node.cpus = 0.5)
                .drbd("i0", "n0", "n1")
                .scenario()
                .withOffline(List.of(offline));
    }

    @Test
    void waivesSoftRulesToLeaveAnOfflinePrimary() {
        List<Move> moves =
                List.of(new Move.Failover(0), new Move.ReplacePrimary(0, 2), new Move.FailoverAndReplace(0, 2));

        assertThat(moves).allSatisfy(move -> {
            assertThat(new Replay(busy(0)).make(move).refusals()).isEmpty();
            assertThat(new Replay(busy()).make(move).refusals())
                    .isNotEmpty()
                    .allMatch(refusal -> refusal instanceof HostRefusal.Vcpus);
        });
    }

    @Test
    void doesNotWaiveThemWhereTheNodeThatIsLeftIsTheSecondary() {
        Move move = new Move.ReplaceAndFailover(0, 2);

        assertThat(new Replay(busy(0)).make(move).refusals()).containsExactly(new HostRefusal.Vcpus(2, 0, 2, 1));
        assertThat(new Replay(busy(0)).ignoringSoftErrors().make(move).refusals())
                .isEmpty();
    }

    @Test
    void waivesThemForACopyThatLeavesAnOfflineSecondary() {
        Sketch sketch =
                new Sketch().minFreeDisk(0.95).node("n0").node("n1").node("n2").drbd("i0", "n0", "n1");
        Move move = new Move.ReplaceSecondary(0, 2);

        assertThat(new Replay(sketch).make(move).sentences())
                .containsExactly("n2 has to keep 95000 MiB of disk space free, but has only 90000 MiB left with i0");
        assertThat(new Replay(sketch.scenario().withOffline(List.of(1)))
                        .make(move)
                        .refusals())
                .isEmpty();
    }

    @Test
    void doesNotAskForDiskSpaceOfTheCopyThatStaysOnAnOfflinePrimary() {
        Sketch sketch =
                new Sketch().node("n0", node -> node.disk = 10_000).node("n1").drbd("i0", "n0", "n1");
        Move move = new Move.Failover(0);

        assertThat(new Replay(sketch.scenario().withOffline(List.of(0)))
                        .make(move)
                        .refusals())
                .isEmpty();
        assertThat(new Replay(sketch).make(move).refusals())
                .containsExactly(new HostRefusal.Disk(0, 0, 10_000, 10_000));
    }

    @Test
    void neverWaivesSpindlesOfExclusiveStorage() {
        Sketch sketch = new Sketch()
                .node("n0")
                .node("n1")
                .node("n2", node -> {
                    node.exclusiveStorage = true;
                    node.spindles = 2;
                })
                .drbd("known", "n0", "n1", instance -> instance.spindles = OptionalLong.of(3))
                .drbd("unknown", "n0", "n1");
        Replay known = new Replay(sketch).ignoringSoftErrors().make(new Move.ReplaceSecondary(0, 2));
        Replay unknown = new Replay(sketch).ignoringSoftErrors().make(new Move.ReplaceSecondary(1, 2));

        assertThat(known.sentences()).containsExactly("n2 needs 1 more free spindles to hold known");
        assertThat(unknown.sentences())
                .containsExactly("n2 has exclusive storage, but how many spindles unknown owns is not known");
    }

    @Test
    void asksForMigrationTagsOnEveryHop() {
        Sketch sketch = new Sketch()
                .tags("htools:migration:cpu", "htools:allowmigration:cpu:old::cpu:new")
                .node("n0", node -> node.tags = List.of("cpu:old"))
                .node("n1", node -> node.tags = List.of("cpu:new"))
                .node("n2", node -> node.tags = List.of("cpu:old"))
                .drbd("i0", "n0", "n1");
        Refusal back = new MoveRefusal.MigrationTag(0, 1, 2, "cpu:new");

        assertThat(new Replay(sketch).make(new Move.Failover(0)).refusals()).isEmpty();
        assertThat(new Replay(sketch).make(new Move.ReplacePrimary(0, 2)).refusals())
                .containsExactly(back);
        assertThat(new Replay(sketch).make(new Move.ReplaceAndFailover(0, 2)).refusals())
                .isEmpty();
        assertThat(new Replay(sketch)
                        .make(new Move.Failover(0))
                        .make(new Move.ReplaceAndFailover(0, 2))
                        .sentences())
                .containsExactly("i0 cannot migrate from n1 to n2, which does not accept the migration tag cpu:new");
    }

    @Test
    void waivesSoftRulesForEachNodeThatAMoveFromAnOfflineNodeInvolves() {
        Sketch sketch =
                new Sketch().minFreeDisk(0.95).node("n0").node("n1").node("n2").drbd("i0", "n0", "n1");
        Refusal onN0 = new HostRefusal.DiskReserve(0, 0, 95_000, 90_000);
        Refusal onN1 = new HostRefusal.DiskReserve(1, 0, 95_000, 90_000);
        Refusal onN2 = new HostRefusal.DiskReserve(2, 0, 95_000, 90_000);
        Move failoverFirst = new Move.FailoverAndReplace(0, 2);
        Move replaceFirst = new Move.ReplaceAndFailover(0, 2);

        assertThat(new Replay(sketch).make(failoverFirst).refusals()).containsExactly(onN1, onN2);
        assertThat(new Replay(sketch.scenario().withOffline(List.of(0)))
                        .make(failoverFirst)
                        .refusals())
                .isEmpty();
        assertThat(new Replay(sketch).make(replaceFirst).refusals()).containsExactly(onN2, onN0);
        assertThat(new Replay(sketch.scenario().withOffline(List.of(1)))
                        .make(replaceFirst)
                        .refusals())
                .containsExactly(onN2);
    }

    @Test
    void anInstanceOfUnknownSpindlesFreesNoneWhenItLeaves() {
        Sketch sketch = new Sketch()
                .node("n0")
                .node("n1", node -> {
                    node.exclusiveStorage = true;
                    node.spindles = 0;
                })
                .node("n2")
                .drbd("unknown", "n0", "n1")
                .drbd("known", "n0", "n2", instance -> instance.spindles = OptionalLong.of(1));

        assertThat(new Replay(sketch)
                        .ignoringSoftErrors()
                        .make(new Move.ReplaceSecondary(0, 2))
                        .make(new Move.ReplaceSecondary(1, 1))
                        .refusals())
                .containsExactly(new HostRefusal.Spindles(1, 1, OptionalLong.of(1), 0));
    }

    @Test
    void countsTheFailureDomainsOfTheNewPair() {
        Scenario scenario = new Sketch()
                .tags("htools:nlocation:rack")
                .node("n0", node -> node.tags = List.of("rack:1"))
                .node("n1", node -> node.tags = List.of("rack:1"))
                .node("n2", node -> node.tags = List.of("rack:2"))
                .drbd("i0", "n0", "n1")
                .scenario();

        assertThat(new CheckedFigures(new CheckedCluster(scenario).node(0)).locationFaults())
                .isEqualTo(1);
        assertThat(faultsAfter(scenario, new Move.Failover(0), 1)).isEqualTo(1);
        assertThat(faultsAfter(scenario, new Move.ReplacePrimary(0, 2), 2)).isZero();
        assertThat(faultsAfter(scenario, new Move.ReplaceSecondary(0, 2), 0)).isZero();
        assertThat(faultsAfter(scenario, new Move.ReplaceAndFailover(0, 2), 2)).isZero();
        assertThat(faultsAfter(scenario, new Move.FailoverAndReplace(0, 2), 1)).isZero();
    }

    private static double faultsAfter(Scenario scenario, Move move, int newPrimary) {
        CheckedCluster cluster = new CheckedCluster(scenario);
        new MoveTrial(scenario, cluster, false, move.instance()).make(move);
        assertThat(cluster.node(newPrimary).primaries()).hasSize(1);
        return new CheckedFigures(cluster.node(newPrimary)).locationFaults();
    }
}
