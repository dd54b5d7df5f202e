package org.ballast.planner.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.ballast.checker.Allowance;
import org.ballast.checker.PlanChecker;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Plan.StopReason;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescentTest {
    private static final Budget TO_THE_END = new Budget(-1, -1, 0, 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void takesTheStepsOfAnExhaustiveSearch(long seed) {
        for (long shift = 0; shift < 20; shift++) {
            Cluster cluster = RandomClusters.of(5000 * seed + shift);
            assertSameSteps(cluster, rules(seed + shift), 10);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void takesTheStepsOfAnExhaustiveSearchWhereBoundsAreCarriedOver(long seed) {
        assertSameSteps(RandomClusters.skewed(12 + 6 * (int) seed, 8, seed), MoveRules.ALL, 60);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void takesTheStepsOfAnExhaustiveSearchAmongTagsAndSpindles(long seed) {
        assertSameSteps(TaggedClusters.of(seed), rules(seed), 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void takesTheStepsOfAnExhaustiveSearchAmongEqualNodes(long seed) {
        int nodes = 30;
        int empty = 6;
        Cluster random = RandomClusters.skewed(nodes + empty, 3, seed);
        Node model = random.nodes().getFirst();
        Instance instance = random.instances().getFirst();
        List<Node> equal = new ArrayList<>();
        List<Instance> instances = new ArrayList<>();
        for (int n = 0; n < nodes + empty; n++) {
            int held = n < nodes ? 6 : 0;
            equal.add(new Node(
                    "node" + n,
                    0,
                    NodeRole.NORMAL,
                    new Node.Memory(65_536, 1024, 64_512 - 3000L * held),
                    new Node.Disk(2_000_000, 2_000_000 - 40_000L * held),
                    new Node.Cpus(model.cpus().total() + 20, 1, 1),
                    new Node.Spindles(4, 0, false),
                    List.of()));
            for (int k = 0; k < held; k++) {
                instances.add(new Instance(
                        "instance" + instances.size(),
                        3000,
                        20_000,
                        List.of(new Instance.Disk(20_000, OptionalLong.empty())),
                        2,
                        InstanceStatus.RUNNING,
                        true,
                        new Placement(n, (n + 1 + k * 4) % nodes),
                        DiskTemplate.DRBD,
                        List.of(),
                        1,
                        false,
                        instance.networks()));
            }
        }
        assertSameSteps(random.withNodes(equal).withInstances(instances), MoveRules.ALL, 6 + (int) seed);
    }

    private static void assertSameSteps(Cluster cluster, MoveRules rules, int steps) {
        for (int group = 0; group < cluster.groups().size(); group++) {
            ClusterState state = new ClusterState(Scenario.of(cluster));
            List<ScoredMove> taken = new ArrayList<>();
            new Descent(state, group, rules, new Budget(steps, -1, 0, 0))
                    .run(step -> taken.add(new ScoredMove(step.move(), step.score())));
            assertThat(taken).isEqualTo(exhaustive(cluster, group, rules, steps));
        }
    }

    private static List<ScoredMove> exhaustive(Cluster cluster, int group, MoveRules rules, int steps) {
        ClusterState state = new ClusterState(Scenario.of(cluster));
        ExhaustiveSearch search = new ExhaustiveSearch(state, group, rules);
        Trial trial = new Trial(state);
        List<ScoredMove> taken = new ArrayList<>();
        while (taken.size() < steps) {
            var best = search.best();
            if (best.isEmpty()) {
                break;
            }
            taken.add(best.get());
            trial.move(best.get().move(), rules.ignoreSoftErrors());
            state.commit(trial);
        }
        return taken;
    }

    private static MoveRules rules(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new MoveRules(
                random.nextInt(4) > 0,
                random.nextInt(4) > 0,
                random.nextInt(4) == 0,
                random.nextInt(6) == 0,
                random.nextInt(3) == 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void planIsAcceptedByTheCheckerAndNeverMakesThingsWorse(long seed) {
        for (long shift = 0; shift < 15; shift++) {
            Cluster cluster = RandomClusters.of(6000 * seed + shift);
            for (int group = 0; group < cluster.groups().size(); group++) {
                ClusterState state = new ClusterState(Scenario.of(cluster));
                Plan plan =
                        new Descent(state, group, MoveRules.ALL, new Budget(25, -1, 0, 0)).run(ProgressListener.NONE);
                if (Double.isNaN(plan.before().total())) {
                    assertThat(plan.steps()).isEmpty();
                    continue;
                }
                var report = new PlanChecker(Scenario.of(cluster), List.of(group), Allowance.STEPWISE).check(plan);
                assertThat(report.isClean())
                        .as(() -> "seed " + seed + ": " + report.describe(cluster))
                        .isTrue();
                double score = plan.before().total();
                for (Plan.Step step : plan.steps()) {
                    assertThat(step.score()).isLessThan(score);
                    score = step.score();
                }
                assertThat(plan.after().total()).isEqualTo(score);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void secondRunOnTheResultProposesNothing(long seed) {
        ClusterState state = new ClusterState(Scenario.of(RandomClusters.skewed(10, 8, seed)));
        Plan first = new Descent(state, 0, MoveRules.ALL, TO_THE_END).run(ProgressListener.NONE);
        Plan second = new Descent(state, 0, MoveRules.ALL, TO_THE_END).run(ProgressListener.NONE);
        assertThat(first.steps()).isNotEmpty();
        assertThat(second.steps()).isEmpty();
        assertThat(second.before()).isEqualTo(first.after());
    }

    @Test
    void stopReasonNamesTheBudgetThatWasUsedUp() {
        assertThat(run(new Budget(3, -1, 0, 0)).stoppedBy()).isEqualTo(StopReason.MOVE_LIMIT);
        assertThat(run(new Budget(3, -1, 0, 0)).steps()).hasSize(3);
        assertThat(run(new Budget(0, -1, 0, 0)).steps()).isEmpty();
        assertThat(run(new Budget(-1, 1e9, 0, 0)).stoppedBy()).isEqualTo(StopReason.SCORE_REACHED);
        assertThat(run(new Budget(-1, -1, 1e9, 1e9)).stoppedBy()).isEqualTo(StopReason.GAIN_TOO_SMALL);
        assertThat(run(TO_THE_END).stoppedBy()).isEqualTo(StopReason.NO_BETTER_MOVE);
    }

    private static Plan run(Budget budget) {
        ClusterState state = new ClusterState(Scenario.of(RandomClusters.skewed(8, 6, 7)));
        return new Descent(state, 0, MoveRules.ALL, budget).run(ProgressListener.NONE);
    }

    @Test
    void cancelledSearchReturnsWhatItHas() {
        ClusterState state = new ClusterState(Scenario.of(RandomClusters.skewed(8, 6, 7)));
        List<Plan.Step> seen = new ArrayList<>();
        Plan plan = new Descent(state, 0, MoveRules.ALL, TO_THE_END).run(new ProgressListener() {
            @Override
            public void stepTaken(Plan.Step step) {
                seen.add(step);
            }

            @Override
            public boolean cancelled() {
                return seen.size() == 2;
            }
        });
        assertThat(plan.stoppedBy()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(plan.steps()).isEqualTo(seen).hasSize(2);
    }
}
