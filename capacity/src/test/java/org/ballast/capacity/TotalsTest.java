package org.ballast.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final int NODES = 3;

    /** Three nodes and a mirrored instance of 2000 MiB memory, 2000 MiB disk and one CPU. */
    private static Cluster cluster() {
        Cluster empty = Clusters.of(NODES);
        return empty.withInstances(List.of(Clusters.instance("i", DiskTemplate.DRBD, new Placement(0, 1))));
    }

    @Test
    void reservedAmountsAreNotAvailable() {
        Totals totals = Totals.of(new ClusterState(Scenario.of(cluster())));
        assertThat(totals.instances()).isOne();
        Totals.Memory memory = totals.memory();
        assertThat(memory.total()).isEqualTo(NODES * (double) Clusters.MEMORY);
        assertThat(memory.taken()).isEqualTo(2000);
        assertThat(memory.free()).isEqualTo(NODES * Clusters.MEMORY - 2000);
        assertThat(memory.reserved()).isEqualTo(2000);
        assertThat(memory.mostAvailable()).isEqualTo(Clusters.MEMORY);
        assertThat(memory.usage()).isEqualTo(2000.0 / 30_000.0);
    }

    @Test
    void limitsOfTheRunReduceWhatIsAvailable() {
        Scenario usual = Scenario.of(cluster());
        Scenario limited = new Scenario(
                usual.cluster(),
                usual.tags(),
                usual.utilisation(),
                Set.of(),
                new Scenario.FillLimits(OptionalDouble.of(2), 0.5));
        Totals totals = Totals.of(new ClusterState(limited));
        assertThat(totals.vcpus().limit()).isEqualTo(BigInteger.valueOf(NODES * 16L * 2));
        assertThat(totals.vcpus().takenPhysical()).isEqualTo(0.5);
        assertThat(totals.disk().reserved()).isEqualTo(NODES * Clusters.DISK / 2);
    }

    @Test
    void anInfiniteCpuRatioAddsUpLowestIntegers() {
        Scenario usual = Scenario.of(cluster());
        Scenario unlimited = new Scenario(
                usual.cluster(),
                usual.tags(),
                usual.utilisation(),
                Set.of(),
                new Scenario.FillLimits(OptionalDouble.of(Double.POSITIVE_INFINITY), 0));
        assertThat(Totals.of(new ClusterState(unlimited)).vcpus().limit())
                .isEqualTo(BigInteger.valueOf(Long.MIN_VALUE).multiply(BigInteger.valueOf(NODES)));
    }

    @Test
    void usedAndUnusedAddUpToAll() {
        ClusterState state = new ClusterState(Scenario.of(cluster()));
        Totals before = Totals.of(state);
        InstanceShape shape = new InstanceShape(new InstanceShape.Size(1000, 2000, 2, 1), DiskTemplate.PLAIN, 1);
        StandardFill.fill(
                state, CandidateNodes.survey(state, CapacityRules.STRICT), shape, OptionalLong.of(3), count -> {});
        Totals after = Totals.of(state);
        assertThat(after.used().minus(before.used()))
                .satisfies(added -> assertThat(added.memory()).isEqualTo(3000))
                .satisfies(added -> assertThat(added.disk()).isEqualTo(6000))
                .satisfies(added -> assertThat(added.vcpus()).isEqualTo(6));
        assertThat(after.used().memory() + after.unused().memory())
                .isEqualTo((long) after.memory().total());
        assertThat(after.used().disk() + after.unused().disk())
                .isEqualTo((long) after.disk().total());
        assertThat(after.used().cpus() + after.unused().cpus())
                .isEqualTo(after.vcpus().physical());
    }

    @Test
    void sumsOutOfRangeAreRefused() {
        Cluster cluster = Clusters.of(NODES);
        Instance huge = new Instance(
                "huge",
                Long.MAX_VALUE,
                0,
                List.of(),
                0,
                Clusters.instance("i", DiskTemplate.PLAIN, new Placement(0, Placement.NONE))
                        .status(),
                true,
                new Placement(0, Placement.NONE),
                DiskTemplate.DISKLESS,
                List.of(),
                0,
                false,
                List.of());
        ClusterState state = new ClusterState(Scenario.of(
                cluster.withInstances(List.of(huge, huge.withPlacement(new Placement(1, Placement.NONE))))));
        assertThatThrownBy(() -> Totals.of(state)).isInstanceOf(ArithmeticException.class);
    }
}
