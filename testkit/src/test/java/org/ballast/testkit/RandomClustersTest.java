package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.junit.jupiter.api.Test;

class RandomClustersTest {
    @Test
    void sameSeedGivesTheSameCluster() {
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(RandomClusters.of(seed)).isEqualTo(RandomClusters.of(seed));
        }
        assertThat(RandomClusters.skewed(20, 5, 3)).isEqualTo(RandomClusters.skewed(20, 5, 3));
    }

    @Test
    void otherSeedsGiveOtherClusters() {
        assertThat(LongStream.rangeClosed(1, 50).mapToObj(RandomClusters::of)).doesNotHaveDuplicates();
    }

    @Test
    void namesAreUnique() {
        for (long seed = 1; seed <= 300; seed++) {
            Cluster cluster = RandomClusters.of(seed);
            assertThat(cluster.nodes().stream().map(Node::name)).doesNotHaveDuplicates();
            assertThat(cluster.instances().stream().map(Instance::name)).doesNotHaveDuplicates();
        }
    }

    @Test
    void freeFiguresOfPlainClustersAgreeWithTheirInstances() {
        for (long seed = 1; seed <= 50; seed++) {
            assertConsistent(RandomClusters.of(seed, ClusterShape.PLAIN));
        }
    }

    @Test
    void largeClustersAreConsistentAndCanLoseAnyNode() {
        Cluster cluster = RandomClusters.skewed(200, 10, 1);
        assertConsistent(cluster);
        assertThat(cluster.instances()).as("instances that fit").hasSizeGreaterThan(1_800);
        Map<Placement, Long> reserves = new HashMap<>();
        for (Instance instance : cluster.instances()) {
            reserves.merge(instance.placement(), instance.memory(), Long::sum);
        }
        reserves.forEach((placement, memory) -> assertThat(memory)
                .isLessThanOrEqualTo(
                        cluster.nodes().get(placement.secondary()).memory().free()));
    }

    @Test
    void largeClustersAreSkewed() {
        List<Instance> instances = RandomClusters.skewed(100, 10, 1).instances();
        long onFirstHalf = instances.stream()
                .filter(instance -> instance.placement().primary() < 50)
                .count();
        assertThat(onFirstHalf).isGreaterThan(instances.size() * 6L / 10);
    }

    private static void assertConsistent(Cluster cluster) {
        long[] memory = cluster.nodes().stream()
                .mapToLong(node -> (long) node.memory().total() - node.memory().reserved())
                .toArray();
        long[] disk = cluster.nodes().stream()
                .mapToLong(node -> (long) node.disk().total())
                .toArray();
        for (Instance instance : cluster.instances()) {
            memory[instance.placement().primary()] -= instance.usesMemory() ? instance.memory() : 0;
            disk[instance.placement().primary()] -= instance.disk();
            if (instance.placement().hasSecondary()) {
                disk[instance.placement().secondary()] -= instance.disk();
            }
        }
        assertThat(cluster.nodes().stream()
                        .mapToLong(node -> node.memory().free())
                        .toArray())
                .as("free memory")
                .isEqualTo(memory);
        assertThat(cluster.nodes().stream()
                        .mapToLong(node -> node.disk().free())
                        .toArray())
                .as("free disk space")
                .isEqualTo(disk);
    }
}
