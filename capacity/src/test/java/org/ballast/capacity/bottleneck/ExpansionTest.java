package org.ballast.capacity.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.Clusters;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Scenario;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionTest {
    private static final CapacityRules UNCHECKED = new CapacityRules(false, false, false);
    private static final ExpansionEffort MUCH = new ExpansionEffort(400);

    private static Expansion search(Cluster cluster, CapacityRules rules, InstanceShape shape, int wanted) {
        return Expansion.search(Scenario.of(cluster), rules, shape, wanted, MUCH, count -> {});
    }

    @Test
    void oneMoreInstanceNeedsMemoryOnOneNode() {
        // Four instances of 2400 MiB leave 400 of 10000, the last of which is never used.
        Expansion expansion = search(Clusters.of(1), UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 2400, 1024, 1), 1);

        assertThat(expansion.fitting()).isEqualTo(4);
        assertThat(expansion.alone())
                .containsExactly(new Addition(
                        sorted(Map.of(0, NodeHardware.of(HardwareResource.MEMORY, 2001))), 5, true));
        assertThat(expansion.together()).isEmpty();
        assertThat(expansion.hindrance()).isEmpty();
    }

    @Test
    void tenMoreInstancesNeedTenTimesTheMemory() {
        Expansion expansion = search(Clusters.of(1), UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 2400, 1024, 1), 10);

        assertThat(expansion.alone()).hasSize(1);
        assertThat(expansion.alone().getFirst().total())
                .isEqualTo(NodeHardware.of(HardwareResource.MEMORY, 2001 + 9 * 2400));
    }

    @Test
    void mirroredInstancesNeedDiskOnBothNodes() {
        // 99999 of 100000 MiB can be used; three of 30000 leave 10000.
        Expansion expansion =
                search(Clusters.of(2), CapacityRules.STRICT, Clusters.shape(DiskTemplate.DRBD, 128, 30_000, 1), 1);

        assertThat(expansion.alone())
                .containsExactly(new Addition(
                        sorted(Map.of(
                                0, NodeHardware.of(HardwareResource.DISK, 20_001),
                                1, NodeHardware.of(HardwareResource.DISK, 20_001))),
                        4,
                        true));
    }

    @Test
    void neededCpusFollowFromTheRatio() {
        Cluster cluster = Clusters.of(1, new NodeHardware(100_000, 1_000_000, 2, 100));
        Expansion expansion = search(cluster, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 128, 1024, 3), 1);

        assertThat(expansion.fitting()).isEqualTo(2);
        assertThat(expansion.alone())
                .containsExactly(new Addition(sorted(Map.of(0, NodeHardware.of(HardwareResource.CPUS, 1))), 4, true));
    }

    @Test
    void resourcesThatDoNotHelpAloneAreAddedTogether() {
        Cluster cluster = Clusters.of(1, new NodeHardware(2000, 2000, 16, 100));
        Expansion expansion = search(cluster, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 1500, 1500, 1), 1);

        assertThat(expansion.alone()).isEmpty();
        assertThat(expansion.together())
                .contains(new Addition(sorted(Map.of(0, new NodeHardware(1001, 1001, 0, 0))), 2, true));
    }

    @Test
    void theNodeThatLacksLeastIsExpanded() {
        Cluster cluster = new Cluster(
                List.of(Clusters.group("main")),
                List.of(
                        Clusters.node("small", 0, new NodeHardware(1000, 100_000, 16, 100)),
                        Clusters.node("large", 0, new NodeHardware(2900, 100_000, 16, 100))),
                List.of(),
                List.of(),
                Clusters.group("main").policy());
        Expansion expansion = search(cluster, UNCHECKED, Clusters.shape(DiskTemplate.PLAIN, 1000, 1024, 1), 1);

        assertThat(expansion.fitting()).isEqualTo(2);
        assertThat(expansion.alone().getFirst().nodes())
                .isEqualTo(Map.of(0, NodeHardware.of(HardwareResource.MEMORY, 1)));
    }

    @Test
    void roomForARestartIsFoundByTrying() {
        Expansion expansion =
                search(Clusters.of(2), CapacityRules.STRICT, Clusters.shape(DiskTemplate.PLAIN, 2400, 1024, 1), 1);

        assertThat(expansion.alone()).hasSize(1);
        assertThat(expansion.alone().getFirst().resources()).isEqualTo(Set.of(HardwareResource.MEMORY));
        verify(Scenario.of(Clusters.of(2)), CapacityRules.STRICT, Clusters.shape(DiskTemplate.PLAIN, 2400, 1024, 1), 1);
    }

    @Test
    void hindrancesAreReportedWhereNothingHelps() {
        InstanceShape pair = Clusters.shape(DiskTemplate.DRBD, 1024, 1024, 1);
        assertThat(search(Clusters.of(1), UNCHECKED, pair, 1).hindrance()).contains(Expansion.Obstacle.TOO_FEW_NODES);
        assertThat(search(Clusters.of(2), UNCHECKED, Clusters.shape(DiskTemplate.DRBD, 1, 1024, 1), 1)
                        .hindrance())
                .contains(Expansion.Obstacle.POLICY);
        assertThat(search(Clusters.unhealthy(), CapacityRules.STRICT, pair, 1).hindrance())
                .contains(Expansion.Obstacle.UNHEALTHY);
        assertThat(search(Clusters.of(0), UNCHECKED, pair, 1).hindrance()).contains(Expansion.Obstacle.NO_NODE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void additionsSufficeAndLessDoesNot(long seed) {
        int answers = 0;
        for (long shift = 0; shift < 25; shift++) {
            Scenario scenario = Scenario.of(RandomClusters.of(9100 * seed + shift));
            DiskTemplate template = List.of(DiskTemplate.DRBD, DiskTemplate.DRBD, DiskTemplate.PLAIN, DiskTemplate.EXT)
                    .get((int) shift % 4);
            CapacityRules rules = shift % 3 == 0 ? UNCHECKED : new CapacityRules(true, true, shift % 3 == 1);
            InstanceShape shape = Clusters.shape(template, 4096, 20_480, 2);
            answers += verify(scenario, rules, shape, shift % 2 == 0 ? 1 : 10);
        }
        assertThat(answers).isGreaterThan(10);
    }

    private static int verify(Scenario scenario, CapacityRules rules, InstanceShape shape, int wanted) {
        int before = Clusters.fitting(scenario, rules, shape);
        Expansion expansion = Expansion.search(scenario, rules, shape, wanted, new ExpansionEffort(30), count -> {});
        assertThat(expansion.fitting()).isEqualTo(before);
        assertThat(expansion.hindrance().isPresent())
                .isEqualTo(expansion.alone().isEmpty() && expansion.together().isEmpty());
        expansion.alone().forEach(addition -> assertThat(addition.resources()).hasSize(1));
        List<Addition> additions = new ArrayList<>(expansion.alone());
        expansion.together().ifPresent(additions::add);
        for (Addition addition : additions) {
            assertThat(Clusters.fitting(addition.addedTo(scenario), rules, shape))
                    .isEqualTo(addition.fitting())
                    .isGreaterThanOrEqualTo(before + wanted);
            if (addition.least()) {
                lessDoesNot(scenario, rules, shape, addition, before + wanted);
            }
        }
        return additions.size();
    }

    private static void lessDoesNot(
            Scenario scenario, CapacityRules rules, InstanceShape shape, Addition addition, int goal) {
        addition.nodes().forEach((node, hardware) -> {
            for (HardwareResource resource : HardwareResource.values()) {
                if (hardware.amount(resource) > 0) {
                    SortedMap<Integer, NodeHardware> less = new TreeMap<>(addition.nodes());
                    less.put(node, hardware.with(resource, hardware.amount(resource) - 1));
                    assertThat(Clusters.fitting(new Addition(less, 0, false).addedTo(scenario), rules, shape))
                            .as("one %s less on %d of %s", resource, node, addition)
                            .isLessThan(goal);
                }
            }
        });
    }

    private static SortedMap<Integer, NodeHardware> sorted(Map<Integer, NodeHardware> nodes) {
        return new TreeMap<>(nodes);
    }
}
