package org.ballast.planner.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.score.MoveEstimate;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedScansTest {
    private static final int HELD = 7;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void scansOfEqualInstancesOnEqualNodesFindWhatEachMoveByItselfGains(int seed) {
        boolean ignoreSoftErrors = seed % 3 == 0;
        ClusterState state = new ClusterState(Scenario.of(equalNodes(12 + seed, 1 + seed % 3, seed)));
        ScoreSheet sheet = new ScoreSheet(state, state.nodesOf(0));
        Neighbourhood neighbourhood = new Neighbourhood(state, 0, MoveRules.ALL);
        MoveScan scan = new MoveScan(state, sheet, ignoreSoftErrors);
        Trial trial = new Trial(state);
        for (int step = 0; step < 5; step++) {
            MoveEstimate estimate = new MoveEstimate(state, sheet, ignoreSoftErrors);
            for (int i : neighbourhood.instances()) {
                assertSameGains(state, sheet, scan, estimate, i, neighbourhood.kinds(i));
            }
            // Any accepted moves make the nodes differ more and more.
            int instance = 11 * (step + seed) % state.instances.count;
            int target = state.nodes.count - 1 - step % 2;
            Verdict verdict = trial.move(new Move.ReplaceSecondary(instance, target), ignoreSoftErrors);
            assertThat(verdict).isEqualTo(Verdict.ACCEPTED);
            state.commit(trial);
            sheet.refresh();
            scan.refresh();
        }
    }

    private static void assertSameGains(
            ClusterState state, ScoreSheet sheet, MoveScan scan, MoveEstimate estimate, int i, int kinds) {
        double threshold = i % 5 == 0 ? Double.NEGATIVE_INFINITY : -0.01;
        Map<String, Double> found = new HashMap<>();
        double bound = scan.scan(i, kinds, threshold, (kind, target, gain) -> found.put(kind + " " + target, gain));
        Map<String, Double> expected = new HashMap<>();
        double best = Double.NEGATIVE_INFINITY;
        for (MoveKind kind : MoveKind.values()) {
            for (int target : kind == MoveKind.FAILOVER ? new int[] {state.secondary[i]} : sheet.online()) {
                boolean isOwn = target == state.primary[i] || target == state.secondary[i];
                if ((kinds & kind.bit()) != 0 && (kind == MoveKind.FAILOVER || !isOwn)) {
                    double gain = estimate.gainOf(kind, i, target);
                    best = Math.max(best, gain);
                    if (gain >= threshold && gain > Double.NEGATIVE_INFINITY) {
                        expected.put(kind + " " + target, gain);
                    }
                }
            }
        }
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((move, gain) -> assertThat(found.get(move)).as(move).isCloseTo(gain, within(1e-11)));
        assertThat(bound).isGreaterThanOrEqualTo(best - 1e-11);
    }

    /** Returns a cluster of equal nodes with two sizes of instances, and some empty ones. */
    private static Cluster equalNodes(int nodes, int empty, int seed) {
        Cluster random = RandomClusters.skewed(nodes + empty, 3, seed);
        Instance model = random.instances().getFirst();
        List<Node> equal = new ArrayList<>();
        List<Instance> instances = new ArrayList<>();
        for (int n = 0; n < nodes + empty; n++) {
            int held = n < nodes ? HELD : 0;
            equal.add(new Node(
                    "node" + n,
                    0,
                    NodeRole.NORMAL,
                    new Node.Memory(65_536, 1024, 64_512 - 3000L * held),
                    new Node.Disk(2_000_000, 2_000_000 - 40_000L * held),
                    new Node.Cpus(32, 1, 1),
                    new Node.Spindles(4, 0, false),
                    List.of()));
            for (int k = 0; k < held; k++) {
                instances.add(new Instance(
                        "instance" + instances.size(),
                        3000,
                        20_000,
                        List.of(new Instance.Disk(20_000, OptionalLong.empty())),
                        k == 0 ? 3 : 2,
                        InstanceStatus.RUNNING,
                        true,
                        new Placement(n, (n + 1 + k % 4) % nodes),
                        DiskTemplate.DRBD,
                        List.of(),
                        1,
                        false,
                        model.networks()));
            }
        }
        return random.withNodes(equal).withInstances(instances);
    }
}
