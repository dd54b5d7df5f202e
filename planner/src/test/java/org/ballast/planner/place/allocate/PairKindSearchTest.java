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
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairKindSearchTest {
    private static final int COPIES = 6;
    private static final int STEPS = 30;
    private static final boolean STRICT = false;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsWhatIsFoundPairByPair(long seed) {
        int byKind = 0;
        for (long shift = 0; shift < 20; shift++) {
            byKind += fill(RandomClusters.of(700 * seed + shift), new Random(seed));
        }
        assertThat(byKind).isGreaterThan(40);
    }

    /**
     * Fills a cluster, in which there are several of each node, and returns for how many instances kinds were of use.
     */
    private static int fill(Cluster random, Random dice) {
        if (random.instances().isEmpty()) {
            return 0;
        }
        Cluster cluster = withCopies(random);
        ClusterState state = new ClusterState(Scenario.of(cluster));
        int[] all = IntStream.range(0, cluster.nodes().size()).toArray();
        List<Integer> nodes = IntStream.of(all).boxed().toList();
        AllocationTargets.Pairs pairs = AllocationTargets.Pairs.among(state, nodes);
        Trial trial = new Trial(state);
        int byKind = 0;
        for (int step = 0; step < STEPS; step++) {
            Instance model =
                    random.instances().get(dice.nextInt(random.instances().size()));
            int i = state.add(
                    model.withTemplate(DiskTemplate.DRBD).withPlacement(Placement.NOWHERE), Utilisation.UNMEASURED);
            Allocator allocator = new Allocator(state, all, STRICT, Optional.empty());
            Allocation allocation = allocator.allocate(i, pairs);
            assertThat(allocation).isEqualTo(allocator.pairByPair(i, pairs));
            if (PairKinds.applyTo(state, i) && !new PairKinds(state, pairs.primaries(), i).isPointless()) {
                byKind++;
            }
            allocation.best().ifPresent(choice -> {
                trial.allocate(
                        i, choice.placement().primary(), choice.placement().secondary(), STRICT);
                state.commit(trial);
            });
        }
        return byKind;
    }

    private static Cluster withCopies(Cluster cluster) {
        List<Node> nodes = new ArrayList<>();
        for (int copy = 0; copy < COPIES; copy++) {
            for (Node node : cluster.nodes()) {
                nodes.add(named(node, copy + "-" + node.name()));
            }
        }
        return cluster.withInstances(List.of()).withNodes(nodes);
    }

    private static Node named(Node node, String name) {
        return new Node(
                name,
                node.group(),
                node.role(),
                new Node.Memory(
                        node.memory().total(),
                        node.memory().reserved(),
                        (long) node.memory().total() - node.memory().reserved()),
                new Node.Disk(node.disk().total(), (long) node.disk().total()),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        node.spindles().free(),
                        node.spindles().exclusive()),
                node.tags());
    }

    @Test
    void kindsCountEveryPairOfNodesOnce() {
        Cluster cluster = withCopies(RandomClusters.of(1));
        ClusterState state = new ClusterState(Scenario.of(cluster));
        List<Integer> nodes = IntStream.range(0, cluster.nodes().size()).boxed().toList();
        Instance model = RandomClusters.of(1).instances().getFirst();
        int i = state.add(model.withTemplate(DiskTemplate.DRBD).withPlacement(Placement.NOWHERE), Utilisation.NONE);
        PairKinds kinds = new PairKinds(state, nodes, i);
        long count = 0;
        for (int p = 0; p < kinds.classCount(); p++) {
            for (int s = 0; s < kinds.classCount(); s++) {
                count += kinds.kinds(p, s).stream()
                        .mapToLong(PairKinds.Kind::count)
                        .sum();
            }
        }
        long expected = 0;
        for (int one : nodes) {
            for (int other : nodes) {
                expected += one != other && state.groupOf(one) == state.groupOf(other) ? 1 : 0;
            }
        }
        assertThat(count).isEqualTo(expected);
    }
}
