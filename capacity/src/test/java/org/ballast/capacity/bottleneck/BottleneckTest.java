package org.ballast.capacity.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.Clusters;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.StandardFill;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BottleneckTest {
    private static final CapacityRules UNCHECKED = new CapacityRules(false, false, false);
    private static final CapacityRules LENIENT = new CapacityRules(true, true, true);

    private static Bottleneck filled(Cluster cluster, CapacityRules rules, InstanceShape shape) {
        return filled(Scenario.of(cluster), rules, shape);
    }

    private static Bottleneck filled(Scenario scenario, CapacityRules rules, InstanceShape shape) {
        ClusterState state = Clusters.filled(scenario, rules, shape);
        return Bottleneck.of(state, CandidateNodes.survey(new ClusterState(scenario), rules), shape);
    }

    @Test
    void memoryReservedForFailoversIsACauseOfItsOwn() {
        // Each of two nodes has two instances and must be able to run the other one's two: a fifth fits nowhere.
        Bottleneck bottleneck =
                filled(Clusters.of(2), CapacityRules.STRICT, Clusters.shape(DiskTemplate.DRBD, 2400, 1024, 1));

        assertThat(bottleneck.primaries()).isEqualTo(Map.of(RefusalCause.FAILOVER_MEMORY, 2));
        assertThat(bottleneck.secondaries()).isEqualTo(Map.of(RefusalCause.FAILOVER_MEMORY, 2));
        assertThat(bottleneck.first()).contains(RefusalCause.FAILOVER_MEMORY);
        assertThat(bottleneck.choices()).isEqualTo(Map.of(Verdict.MEMORY, 2));
        RoleVerdict primary = bottleneck.nodes().getFirst().primary();
        assertThat(primary.unmet())
                .containsExactly(new ResourceDemand(ResourceDemand.Kind.MEMORY, 2400, MEMORY_LEFT, 4801));
        assertThat(primary.unmet().getFirst().lacking()).isEqualTo(2001);
        RoleVerdict secondary = bottleneck.nodes().getFirst().secondary().orElseThrow();
        assertThat(secondary.other()).isEqualTo(OptionalInt.of(1));
        assertThat(secondary.unmet())
                .containsExactly(new ResourceDemand(ResourceDemand.Kind.MEMORY, 2400, MEMORY_LEFT, 4801));
    }

    private static final long MEMORY_LEFT = Clusters.MEMORY - 2 * 2400;

    @Test
    void diskReservedByTheUserIsACauseOfItsOwn() {
        Scenario scenario = Scenario.of(Clusters.of(1));
        Scenario reserving = new Scenario(
                scenario.cluster(),
                scenario.tags(),
                scenario.utilisation(),
                scenario.pinned(),
                new Scenario.FillLimits(OptionalDouble.empty(), 0.5));
        Bottleneck bottleneck = filled(reserving, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 128, 20_000, 1));

        assertThat(bottleneck.primaries()).isEqualTo(Map.of(RefusalCause.DISK_RESERVE, 1));
        assertThat(bottleneck.nodes().getFirst().primary().unmet())
                .containsExactly(new ResourceDemand(ResourceDemand.Kind.DISK, 20_000, 60_000, 50_000));
        assertThat(filled(scenario, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 128, 30_000, 1))
                        .primaries())
                .isEqualTo(Map.of(RefusalCause.DISK, 1));
    }

    @Test
    void eachResourceHasItsCause() {
        Cluster few = Clusters.of(1, new NodeHardware(100_000, 1_000_000, 2, 1));
        assertThat(filled(few, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 128, 1024, 3))
                        .primaries())
                .isEqualTo(Map.of(RefusalCause.VCPUS, 1));
        assertThat(filled(
                                few,
                                UNCHECKED,
                                new InstanceShape(new InstanceShape.Size(128, 1024, 1, 1), DiskTemplate.PLAIN, 12))
                        .primaries())
                .isEqualTo(Map.of(RefusalCause.SPINDLE_USE, 1));
        Bottleneck tooSmall = filled(few, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 1, 1024, 1));
        assertThat(tooSmall.primaries()).isEqualTo(Map.of(RefusalCause.POLICY, 1));
        assertThat(tooSmall.nodes().getFirst().primary().violation()).contains(InstancePolicy.Violation.MEMORY);
    }

    @Test
    void theNodeThatCouldNotFailIsNamed() {
        // Two nodes of 10000 MiB with plain instances: what runs on one must fit on the other.
        Bottleneck bottleneck =
                filled(Clusters.of(2), CapacityRules.STRICT, Clusters.shape(DiskTemplate.PLAIN, 2400, 1024, 1));

        assertThat(bottleneck.primaries()).isEqualTo(Map.of(RefusalCause.REDUNDANCY, 2));
        assertThat(bottleneck.choices()).isEqualTo(Map.of(Verdict.REDUNDANCY, 2));
        assertThat(bottleneck.nodes())
                .allSatisfy(node -> assertThat(node.primary().other()).isPresent());
    }

    @Test
    void aSingleNodeFindsNoPartner() {
        Bottleneck bottleneck =
                filled(Clusters.of(1), CapacityRules.STRICT, Clusters.shape(DiskTemplate.DRBD, 2400, 1024, 1));

        assertThat(bottleneck.primaries()).isEqualTo(Map.of(RefusalCause.NO_PARTNER, 1));
        assertThat(bottleneck.secondaries()).isEqualTo(Map.of(RefusalCause.NO_PARTNER, 1));
        assertThat(bottleneck.fits()).isFalse();
        assertThat(bottleneck.first()).contains(RefusalCause.NO_PARTNER);
    }

    @Test
    void unhealthyClustersAcceptNoInstances() {
        Bottleneck bottleneck =
                filled(Clusters.unhealthy(), CapacityRules.STRICT, Clusters.shape(DiskTemplate.DRBD, 128, 1024, 1));

        assertThat(bottleneck.fits()).isFalse();
        assertThat(bottleneck.nodes()).isEmpty();
        assertThat(bottleneck.choices()).isEqualTo(Map.of(Verdict.REDUNDANCY, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theBottleneckAgreesWithTheFill(long seed) {
        for (long shift = 0; shift < 40; shift++) {
            Scenario scenario = Scenario.of(RandomClusters.of(8800 * seed + shift));
            for (DiskTemplate template : List.of(DiskTemplate.DRBD, DiskTemplate.PLAIN, DiskTemplate.EXT)) {
                InstanceShape shape = Clusters.shape(template, 1024 << shift % 4, 10_240, 1 + shift % 3);
                for (CapacityRules rules : List.of(CapacityRules.STRICT, UNCHECKED, LENIENT)) {
                    compare(scenario, rules, shape);
                }
            }
        }
    }

    private static void compare(Scenario scenario, CapacityRules rules, InstanceShape shape) {
        ClusterState state = new ClusterState(scenario);
        CandidateNodes candidateNodes = CandidateNodes.survey(state, rules);
        int known = state.instanceCount();
        Bottleneck before = Bottleneck.of(state, candidateNodes, shape);
        assertThat(state.instanceCount()).isEqualTo(known);
        // The fill asks for redundancy in another order, but whether the first one fits is the same.
        FillResult filling = StandardFill.fill(state, candidateNodes, shape, OptionalLong.empty(), count -> {});
        assertThat(before.fits()).isEqualTo(!filling.placed().isEmpty());
        Bottleneck after = Bottleneck.of(state, candidateNodes, shape);
        assertThat(after.fits()).isFalse();
        if (!candidateNodes.stopped()) {
            assertThat(after.choices()).isEqualTo(filling.failures());
        }
        for (Bottleneck bottleneck : List.of(before, after)) {
            boolean pair = shape.requiredNodes() > 1;
            assertThat(bottleneck.nodes().stream()
                            .anyMatch(node -> node.primary().reason() == RefusalCause.FITS))
                    .isEqualTo(bottleneck.fits());
            assertThat(bottleneck.nodes()).allSatisfy(node -> {
                assertThat(node.secondary().isPresent()).isEqualTo(pair);
                RoleVerdict stop = node.primary();
                if (stop.reason() == RefusalCause.FITS) {
                    assertThat(stop.unmet()).isEmpty();
                }
            });
            assertThat(bottleneck.first().isPresent())
                    .isEqualTo(!bottleneck.fits() && !bottleneck.nodes().isEmpty());
        }
    }
}
