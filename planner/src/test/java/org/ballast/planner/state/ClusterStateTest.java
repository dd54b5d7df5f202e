package org.ballast.planner.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.N1Rule;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.testkit.MoveKinds;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterStateTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void revertingEveryCommitRestoresTheState(long seed) {
        for (long shift = 0; shift < 20; shift++) {
            ClusterState state = new ClusterState(Scenario.of(RandomClusters.of(1000 * seed + shift)));
            List<Object> before = fingerprint(state);
            Trial trial = new Trial(state);
            Deque<ClusterState.Receipt> receipts = new ArrayDeque<>();
            for (Move move : new RandomMoves(state, seed).some(40)) {
                if (fits(state, move) && trial.move(move, shift % 2 == 0) == Verdict.ACCEPTED) {
                    receipts.push(state.commit(trial));
                }
            }
            while (!receipts.isEmpty()) {
                state.revert(receipts.pop());
            }
            assertThat(fingerprint(state)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void sumsAfterManyMovesAreThoseOfTheInstancesNowThere(long seed) {
        for (long shift = 0; shift < 20; shift++) {
            Cluster cluster = RandomClusters.of(2000 * seed + shift);
            ClusterState state = new ClusterState(Scenario.of(cluster));
            Trial trial = new Trial(state);
            for (Move move : new RandomMoves(state, seed).some(60)) {
                if (fits(state, move) && trial.move(move, true) == Verdict.ACCEPTED) {
                    state.commit(trial);
                }
            }
            ClusterState rebuilt = new ClusterState(Scenario.of(state.toCluster()));
            for (int n = 0; n < cluster.nodes().size(); n++) {
                NodeReport now = state.report(n);
                NodeReport fresh = rebuilt.report(n);
                assertThat(now.instanceMemory()).isEqualTo(fresh.instanceMemory());
                assertThat(now.reservedMemory()).isEqualTo(fresh.reservedMemory());
                assertThat(now.vcpus()).isEqualTo(fresh.vcpus());
                assertThat(now.exclusionTags()).isEqualTo(fresh.exclusionTags());
                assertThat(now.primaries()).containsExactlyInAnyOrderElementsOf(fresh.primaries());
                assertThat(now.secondaries()).containsExactlyInAnyOrderElementsOf(fresh.secondaries());
                assertThat(state.ledgers[n].locationFaults()).isEqualTo(rebuilt.ledgers[n].locationFaults());
                assertThat(now.freeDisk())
                        .isEqualTo(cluster.nodes().get(n).disk().free() + diskGained(cluster, state, n));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void theConsistentClusterReadAgainIsTheStateAfterTheMoves(long seed) {
        for (long shift = 0; shift < 20; shift++) {
            SplittableRandom random = new SplittableRandom(seed + shift);
            N1Rule n1Rule = N1Rule.values()[random.nextInt(2)];
            Cluster cluster = withOtherFreeMemory(RandomClusters.of(3000 * seed + shift), random);
            ClusterState state = new ClusterState(Scenario.of(cluster).withN1Rule(n1Rule));
            Trial trial = new Trial(state);
            for (Move move : new RandomMoves(state, seed).some(60)) {
                if (fits(state, move) && trial.move(move, shift % 2 == 0) == Verdict.ACCEPTED) {
                    state.commit(trial);
                }
            }
            ClusterState again =
                    new ClusterState(Scenario.of(state.toConsistentCluster()).withN1Rule(n1Rule));
            for (int n = 0; n < cluster.nodes().size(); n++) {
                assertThat(again.report(n).failsRedundancy())
                        .isEqualTo(state.report(n).failsRedundancy());
                assertThat(again.unallocatedMemory(n)).isEqualTo(state.unallocatedMemory(n));
                assertThat(again.report(n).unaccountedMemory())
                        .isEqualTo(state.report(n).unaccountedMemory());
                assertThat(again.plannedFreeMemory(n)).isEqualTo(state.plannedFreeMemory(n));
                assertThat(again.availableMemory(n)).isEqualTo(state.availableMemory(n));
                assertThat(again.freeDisk(n)).isEqualTo(state.freeDisk(n));
                assertThat(again.freeSpindles(n)).isEqualTo(state.freeSpindles(n));
            }
        }
    }

    private static Cluster withOtherFreeMemory(Cluster cluster, SplittableRandom random) {
        return cluster.withNodes(cluster.nodes().stream()
                .map(node -> node.withFreeMemory(
                        random.nextInt(3) == 0
                                ? random.nextLong(1 + (long) node.memory().total())
                                : node.memory().free(),
                        node.tags()))
                .toList());
    }

    private static boolean fits(ClusterState state, Move move) {
        Placement at = state.placement(move.instance());
        Placement to = move.to(at);
        return to.primary() != to.secondary() && !to.equals(at) && MoveKinds.isSound(move, at);
    }

    private static long diskGained(Cluster cluster, ClusterState state, int node) {
        long gained = 0;
        for (int i = 0; i < cluster.instances().size(); i++) {
            Instance instance = cluster.instances().get(i);
            if (instance.template().usesLocalStorage() && !instance.forthcoming()) {
                gained += instance.disk() * (copies(instance.placement(), node) - copies(state.placement(i), node));
            }
        }
        return gained;
    }

    private static int copies(Placement placement, int node) {
        return (placement.primary() == node ? 1 : 0) + (placement.secondary() == node ? 1 : 0);
    }

    private static List<Object> fingerprint(ClusterState state) {
        List<Object> all = new ArrayList<>();
        IntStream.range(0, state.scenario().cluster().nodes().size()).forEach(n -> {
            all.add(state.report(n));
            all.add(state.ledgers[n].plannedFreeMemory());
            all.add(state.ledgers[n].plannedFreeDisk());
        });
        IntStream.range(0, state.scenario().cluster().instances().size()).forEach(i -> all.add(state.placement(i)));
        return all;
    }
}
