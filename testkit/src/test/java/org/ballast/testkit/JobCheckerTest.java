package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ballast.checker.Allowance;
import org.ballast.checker.MoveChecker;
import org.ballast.checker.MoveRefusal;
import org.ballast.checker.Refusal;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;

/** Jobs of an allocator may do what a balancer must not, and nothing beyond that. */
class JobCheckerTest {
    private static final List<Cluster> CLUSTERS =
            LongStream.rangeClosed(1, 60).mapToObj(RandomClusters::of).toList();

    private interface Check {
        void check(Cluster cluster, int instance);
    }

    private static void mirrored(Check check) {
        for (Cluster cluster : CLUSTERS) {
            IntStream.range(0, cluster.instances().size())
                    .filter(i -> cluster.instances().get(i).template() == DiskTemplate.DRBD)
                    .filter(i -> cluster.instances().get(i).placement().hasSecondary())
                    .forEach(i -> check.check(cluster, i));
        }
    }

    private static List<Refusal> make(Cluster cluster, Set<Integer> targetGroups, Move move) {
        return new JobChecker(Scenario.of(cluster), targetGroups, false).make(move);
    }

    @Test
    void instancesWithoutAutoBalanceMayBeEvacuated() {
        mirrored((cluster, i) -> assertThat(make(cluster, Set.of(), new Move.Failover(i)))
                .noneMatch(MoveRefusal.Prohibited.class::isInstance));
        mirrored((cluster, i) -> {
            if (!cluster.instances().get(i).autoBalance()) {
                assertThat(new MoveChecker(Scenario.of(cluster), Allowance.FOR_ROOM).make(new Move.Failover(i)))
                        .anyMatch(MoveRefusal.Prohibited.class::isInstance);
            }
        });
    }

    @Test
    void otherGroupsMustBeAskedFor() {
        mirrored((cluster, i) -> {
            Instance instance = cluster.instances().get(i);
            for (int node = 0; node < cluster.nodes().size(); node++) {
                int group = cluster.nodes().get(node).group();
                int home = cluster.nodes().get(instance.placement().primary()).group();
                if (group != home && node != instance.placement().secondary()) {
                    Move move = new Move.ReplaceSecondary(i, node);
                    assertThat(make(cluster, Set.of(), move)).contains(new MoveRefusal.OtherGroup(i, node));
                    assertThat(make(cluster, Set.of(group), move)).noneMatch(MoveRefusal.OtherGroup.class::isInstance);
                }
            }
        });
    }

    @Test
    void offlineNodesTakeOnlyWhatTheyHaveACopyOf() {
        mirrored((cluster, i) -> {
            int secondary = cluster.instances().get(i).placement().secondary();
            if (cluster.nodes().get(secondary).isOffline()) {
                assertThat(make(cluster, Set.of(), new Move.Failover(i)))
                        .noneMatch(MoveRefusal.OfflineTarget.class::isInstance);
            }
            for (int node = 0; node < cluster.nodes().size(); node++) {
                boolean isOther = node != secondary
                        && node != cluster.instances().get(i).placement().primary();
                if (isOther && cluster.nodes().get(node).isOffline()) {
                    assertThat(make(cluster, Set.of(), new Move.ReplaceSecondary(i, node)))
                            .contains(new MoveRefusal.OfflineTarget(i, node));
                }
            }
        });
    }
}
