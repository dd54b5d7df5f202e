package org.ballast.planner.place.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.n1.GlobalN1Check;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPairSearchTest {
    private static final int STEPS = 25;

    /** How often the bounded search found something, over all clusters of a test. */
    private int found;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsOnSmallClustersWhatIsFoundPairByPair(long seed) {
        for (long shift = 0; shift < 60; shift++) {
            fill(RandomClusters.of(900 * seed + shift), new Random(31 * seed + shift), STEPS);
        }
        assertThat(found).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsOnNodesThatAllDifferWhatIsFoundPairByPair(long seed) {
        fill(RandomClusters.skewed(24 + 12 * (int) seed, 4, seed), new Random(seed), STEPS);
        fill(RandomClusters.skewed(40, 9, seed), new Random(seed), 3 * STEPS);
        assertThat(found).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsOnEmptyNodesThatAllDifferWhatIsFoundPairByPair(long seed) {
        Cluster cluster = RandomClusters.skewed(40, 5, seed);
        fill(
                cluster.withInstances(List.of()).withNodes(different(cluster.nodes(), seed)),
                cluster,
                new Random(seed),
                60);
        assertThat(found).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsOnEqualNodesWhatIsFoundPairByPair(long seed) {
        Cluster cluster = RandomClusters.skewed(30, 5, seed);
        Node model = cluster.nodes().getFirst();
        List<Node> nodes = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            nodes.add(like(model, node.name(), 1));
        }
        fill(cluster.withInstances(List.of()).withNodes(nodes), cluster, new Random(seed), 40);
        assertThat(found).isGreaterThan(30);
    }

    private static List<Node> different(List<Node> nodes, long seed) {
        Random dice = new Random(seed);
        List<Node> changed = new ArrayList<>();
        for (Node node : nodes) {
            changed.add(like(node, node.name(), 1 + dice.nextDouble() / 3));
        }
        return changed;
    }

    private static Node like(Node node, String name, double factor) {
        long memory = Math.round(node.memory().total() * factor);
        long disk = Math.round(node.disk().total() * factor);
        return new Node(
                name,
                node.group(),
                node.role(),
                new Node.Memory(
                        memory, node.memory().reserved(), memory - node.memory().reserved()),
                new Node.Disk(disk, disk),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        node.spindles().free(),
                        node.spindles().exclusive()),
                node.tags());
    }

    private void fill(Cluster cluster, Random dice, int steps) {
        fill(cluster, cluster, dice, steps);
    }

    private void fill(Cluster cluster, Cluster models, Random dice, int steps) {
        if (models.instances().isEmpty()) {
            return;
        }
        ClusterState state = new ClusterState(Scenario.of(cluster));
        int[] all = IntStream.range(0, cluster.nodes().size()).toArray();
        boolean ignoreSoftErrors = dice.nextInt(4) == 0;
        List<Integer> open =
                IntStream.of(all).filter(node -> !state.isOffline(node)).boxed().toList();
        AllocationTargets.Pairs pairs = AllocationTargets.Pairs.among(state, open);
        AllocationTargets.Pairs some = new AllocationTargets.Pairs(
                pairs.primaries().stream().filter(_ -> dice.nextInt(3) > 0).toList(), pairs.secondaries());
        Trial trial = new Trial(state);
        for (int step = 0; step < steps; step++) {
            Instance model =
                    models.instances().get(dice.nextInt(models.instances().size()));
            int i = state.add(
                    model.withTemplate(DiskTemplate.DRBD).withPlacement(Placement.NOWHERE),
                    Utilisation.UNMEASURED,
                    state.scenario().tags());
            Optional<Allocation> unchecked = compare(state, all, ignoreSoftErrors, i, pairs, false);
            compare(state, all, ignoreSoftErrors, i, dice.nextBoolean() ? pairs : some, true);
            unchecked.flatMap(Allocation::best).ifPresent(choice -> {
                found++;
                trial.allocate(
                        i, choice.placement().primary(), choice.placement().secondary(), ignoreSoftErrors);
                state.commit(trial);
            });
        }
    }

    private static Optional<Allocation> compare(
            ClusterState state,
            int[] all,
            boolean ignoreSoftErrors,
            int i,
            AllocationTargets.Pairs pairs,
            boolean checked) {
        Allocation expected = allocator(state, all, ignoreSoftErrors, checked).pairByPair(i, pairs);
        Allocation actual = allocator(state, all, ignoreSoftErrors, checked).bounded(i, pairs);
        assertThat(actual).isEqualTo(expected);
        return Optional.of(actual);
    }

    private static Allocator allocator(ClusterState state, int[] all, boolean ignoreSoftErrors, boolean checked) {
        Optional<GlobalN1Check> check =
                checked ? Optional.of(new GlobalN1Check(state, all, ignoreSoftErrors)) : Optional.empty();
        return new Allocator(state, all, ignoreSoftErrors, check);
    }
}
