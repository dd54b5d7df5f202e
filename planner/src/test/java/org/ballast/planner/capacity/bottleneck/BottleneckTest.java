package org.ballast.planner.capacity.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Scenario;
import org.ballast.planner.capacity.CapacityRules;
import org.ballast.planner.capacity.Clusters;
import org.ballast.planner.capacity.Filling;
import org.ballast.planner.capacity.Grounds;
import org.ballast.planner.capacity.Shape;
import org.ballast.planner.capacity.StandardFill;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Demand;
import org.ballast.planner.state.Hardware;
import org.ballast.planner.state.Verdict;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BottleneckTest {
    private static final CapacityRules UNCHECKED = new CapacityRules(false, false, false);
    private static final CapacityRules LENIENT = new CapacityRules(true, true, true);

    private static Bottleneck filled(Cluster cluster, CapacityRules rules, Shape shape) {
        return filled(Scenario.of(cluster), rules, shape);
    }

    private static Bottleneck filled(Scenario scenario, CapacityRules rules, Shape shape) {
        ClusterState state = Clusters.filled(scenario, rules, shape);
        return Bottleneck.of(state, Grounds.survey(new ClusterState(scenario), rules), shape);
    }

    @Test
    void memoryIsReservedForFailovers() {
        // Each of two nodes has two instances and must be able to run the other one's two: a fifth fits nowhere.
        Bottleneck bottleneck =
                filled(Clusters.of(2), CapacityRules.STRICT, Clusters.shape(DiskTemplate.DRBD, 2400, 1024, 1));

        assertThat(bottleneck.primaries()).isEqualTo(Map.of(Reason.FAILOVER_MEMORY, 2));
        assertThat(bottleneck.secondaries()).isEqualTo(Map.of(Reason.FAILOVER_MEMORY, 2));
        assertThat(bottleneck.first()).contains(Reason.FAILOVER_MEMORY);
        assertThat(bottleneck.choices()).isEqualTo(Map.of(Verdict.MEMORY, 2));
        Stop primary = bottleneck.nodes().getFirst().primary();
        assertThat(primary.unmet()).containsExactly(new Demand(Demand.Kind.MEMORY, 2400, MEMORY_LEFT, 4801));
        assertThat(primary.unmet().getFirst().lacking()).isEqualTo(2001);
        Stop secondary = bottleneck.nodes().getFirst().secondary().orElseThrow();
        assertThat(secondary.other()).isEqualTo(OptionalInt.of(1));
        assertThat(secondary.unmet()).containsExactly(new Demand(Demand.Kind.MEMORY, 2400, MEMORY_LEFT, 4801));
    }

    private static final long MEMORY_LEFT = Clusters.MEMORY - 2 * 2400;

    @Test
    void diskMayBeReservedByTheUser() {
        Scenario scenario = Scenario.of(Clusters.of(1));
        Scenario reserving = new Scenario(
                scenario.cluster(),
                scenario.tags(),
                scenario.utilisation(),
                scenario.pinned(),
                new Scenario.Limits(OptionalDouble.empty(), 0.5));
        Bottleneck bottleneck = filled(reserving, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 128, 20_000, 1));

        assertThat(bottleneck.primaries()).isEqualTo(Map.of(Reason.DISK_RESERVE, 1));
        assertThat(bottleneck.nodes().getFirst().primary().unmet())
                .containsExactly(new Demand(Demand.Kind.DISK, 20_000, 60_000, 50_000));
        assertThat(filled(scenario, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 128, 30_000, 1))
                        .primaries())
                .isEqualTo(Map.of(Reason.DISK, 1));
    }

    @Test
    void eachResourceHasItsReason() {
        Cluster few = Clusters.of(1, new Hardware(100_000, 1_000_000, 2, 1));
        assertThat(filled(few, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 128, 1024, 3))
                        .primaries())
                .isEqualTo(Map.of(Reason.VCPUS, 1));
        assertThat(filled(few, UNCHECKED, new Shape(new Shape.Size(128, 1024, 1, 1), DiskTemplate.PLAIN, 12))
                        .primaries())
                .isEqualTo(Map.of(Reason.SPINDLE_USE, 1));
        Bottleneck tooSmall = filled(few, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 1, 1024, 1));
        assertThat(tooSmall.primaries()).isEqualTo(Map.of(Reason.POLICY, 1));
        assertThat(tooSmall.nodes().getFirst().primary().violation()).contains(InstancePolicy.Violation.MEMORY);
    }

    @Test
    void namesTheNodeThatCouldNotFail() {
        // Two nodes of 10000 MiB with plain instances: what runs on one must fit on the other.
        Bottleneck bottleneck =
                filled(Clusters.of(2), CapacityRules.STRICT, Clusters.shape(DiskTemplate.PLAIN, 2400, 1024, 1));

        assertThat(bottleneck.primaries()).isEqualTo(Map.of(Reason.REDUNDANCY, 2));
        assertThat(bottleneck.choices()).isEqualTo(Map.of(Verdict.REDUNDANCY, 2));
        assertThat(bottleneck.nodes())
                .allSatisfy(node -> assertThat(node.primary().other()).isPresent());
    }

    @Test
    void oneNodeFindsNoPartner() {
        Bottleneck bottleneck =
                filled(Clusters.of(1), CapacityRules.STRICT, Clusters.shape(DiskTemplate.DRBD, 2400, 1024, 1));

        assertThat(bottleneck.primaries()).isEqualTo(Map.of(Reason.NO_PARTNER, 1));
        assertThat(bottleneck.secondaries()).isEqualTo(Map.of(Reason.NO_PARTNER, 1));
        assertThat(bottleneck.fits()).isFalse();
        assertThat(bottleneck.first()).contains(Reason.NO_PARTNER);
    }

    @Test
    void anUnhealthyClusterTakesNothing() {
        Bottleneck bottleneck =
                filled(Clusters.unhealthy(), CapacityRules.STRICT, Clusters.shape(DiskTemplate.DRBD, 128, 1024, 1));

        assertThat(bottleneck.fits()).isFalse();
        assertThat(bottleneck.nodes()).isEmpty();
        assertThat(bottleneck.choices()).isEqualTo(Map.of(Verdict.REDUNDANCY, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheFill(long seed) {
        for (long shift = 0; shift < 40; shift++) {
            Scenario scenario = Scenario.of(RandomClusters.of(8800 * seed + shift));
            for (DiskTemplate template : List.of(DiskTemplate.DRBD, DiskTemplate.PLAIN, DiskTemplate.EXT)) {
                Shape shape = Clusters.shape(template, 1024 << shift % 4, 10_240, 1 + shift % 3);
                for (CapacityRules rules : List.of(CapacityRules.STRICT, UNCHECKED, LENIENT)) {
                    compare(scenario, rules, shape);
                }
            }
        }
    }

    private static void compare(Scenario scenario, CapacityRules rules, Shape shape) {
        ClusterState state = new ClusterState(scenario);
        Grounds grounds = Grounds.survey(state, rules);
        int known = state.instanceCount();
        Bottleneck before = Bottleneck.of(state, grounds, shape);
        assertThat(state.instanceCount()).isEqualTo(known);
        // The fill asks for redundancy in another order, but whether the first one fits is the same.
        Filling filling = StandardFill.fill(state, grounds, shape, OptionalLong.empty(), count -> {});
        assertThat(before.fits()).isEqualTo(!filling.placed().isEmpty());
        Bottleneck after = Bottleneck.of(state, grounds, shape);
        assertThat(after.fits()).isFalse();
        if (!grounds.stopped()) {
            assertThat(after.choices()).isEqualTo(filling.failures());
        }
        for (Bottleneck bottleneck : List.of(before, after)) {
            boolean pair = shape.requiredNodes() > 1;
            assertThat(bottleneck.nodes().stream()
                            .anyMatch(node -> node.primary().reason() == Reason.FITS))
                    .isEqualTo(bottleneck.fits());
            assertThat(bottleneck.nodes()).allSatisfy(node -> {
                assertThat(node.secondary().isPresent()).isEqualTo(pair);
                Stop stop = node.primary();
                if (stop.reason() == Reason.FITS) {
                    assertThat(stop.unmet()).isEmpty();
                }
            });
            assertThat(bottleneck.first().isPresent())
                    .isEqualTo(!bottleneck.fits() && !bottleneck.nodes().isEmpty());
        }
    }
}
