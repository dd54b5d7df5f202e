package org.ballast.capacity.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.planner.place.n1.NodeFailureSimulation;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.ClusterShape;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void statesAfterLossesEqualThoseBuiltAnew(long seed) {
        for (long shift = 0; shift < 40; shift++) {
            Cluster cluster = RandomClusters.of(5500 * seed + shift);
            for (int lost = 0; lost < cluster.nodes().size(); lost += 3) {
                ClusterChange.Effect effect =
                        new ClusterChange.LoseNode(cluster.nodes().get(lost).name()).applyTo(Scenario.of(cluster));
                compare(cluster, effect, lost);
            }
        }
    }

    private static void compare(Cluster before, ClusterChange.Effect effect, int lost) {
        Cluster after = effect.scenario().cluster();
        Losses losses = effect.losses();
        Set<String> all = names(before.instances());
        Set<String> kept = names(after.instances());
        assertThat(all).containsAll(losses.stranded());
        Set<String> expected = new HashSet<>(all);
        expected.removeAll(losses.stranded());
        assertThat(kept).isEqualTo(expected).containsAll(losses.displaced()).containsAll(losses.unmirrored());
        assertThat(losses.displaced()).containsAll(losses.recreated());
        assertThat(after.instances())
                .noneMatch(instance -> instance.placement().primary() == lost
                        || instance.placement().secondary() == lost);
        assertThat(effect.scenario().utilisation()).hasSize(after.instances().size());
        for (int n = 0; n < before.nodes().size(); n++) {
            Node node = after.nodes().get(n);
            if (n == lost) {
                assertThat(node.isOffline()).isTrue();
                assertThat(node.memory().total()).isZero();
                continue;
            }
            assertThat(node.memory().free() + memoryOn(after, n))
                    .isEqualTo(before.nodes().get(n).memory().free() + memoryOn(before, n));
            // The second copy of what is stranded is still there.
            assertThat(node.disk().free() + diskOn(after, n) + diskOf(before, losses.stranded(), n))
                    .isEqualTo(before.nodes().get(n).disk().free() + diskOn(before, n));
        }
    }

    private static long diskOf(Cluster cluster, List<String> stranded, int node) {
        List<Instance> instances = cluster.instances().stream()
                .filter(each -> stranded.contains(each.name()))
                .toList();
        return diskOn(cluster.withInstances(instances), node);
    }

    private static Set<String> names(List<Instance> instances) {
        Set<String> names = new HashSet<>();
        instances.forEach(instance -> names.add(instance.name()));
        return names;
    }

    private static long memoryOn(Cluster cluster, int node) {
        return cluster.instances().stream()
                .filter(each -> each.usesMemory()
                        && each.placement().primary() == node
                        && each.placement().secondary() != node)
                .mapToLong(Instance::memory)
                .sum();
    }

    private static long diskOn(Cluster cluster, int node) {
        return cluster.instances().stream()
                .filter(each -> !each.forthcoming() && each.template().usesLocalStorage())
                .filter(each -> each.placement().primary() == node
                        || (each.placement().secondary() == node
                                && each.template().hasSecondary()))
                .mapToLong(Instance::disk)
                .sum();
    }

    /** With DRBD only, and all nodes online, it is the same question. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noInstanceIsStrandedWhereTheNodeMayFail(long seed) {
        for (long shift = 0; shift < 30; shift++) {
            Cluster cluster = RandomClusters.of(3300 * seed + shift, ClusterShape.PLAIN);
            ClusterState state = new ClusterState(Scenario.of(cluster));
            int[] all = IntStream.range(0, cluster.nodes().size()).toArray();
            for (int node : all) {
                Losses losses = new ClusterChange.LoseNode(
                                cluster.nodes().get(node).name())
                        .applyTo(Scenario.of(cluster))
                        .losses();
                assertThat(losses.stranded().isEmpty())
                        .isEqualTo(new NodeFailureSimulation(state, all).canEvacuate(node));
            }
        }
    }
}
