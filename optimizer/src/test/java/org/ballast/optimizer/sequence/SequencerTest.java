package org.ballast.optimizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Limits;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequencerTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theCheckerAcceptsSequencesOnAnyCluster(long seed) {
        int steps = 0;
        for (long shift = 0; shift < 20; shift++) {
            Cluster shuffled = shuffled(RandomClusters.of(8000 * seed + shift), seed + shift);
            Placement[] targets = balanced(shuffled);
            steps += Sequences.accepted(shuffled, SequenceRules.all(shuffled), targets)
                    .steps()
                    .size();
        }
        assertThat(steps).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sequencesToUnreachableTargetsAreAccepted(long seed) {
        for (long shift = 0; shift < 20; shift++) {
            Cluster cluster = RandomClusters.of(9000 * seed + shift);
            Placement[] junk = Targets.junk(new ClusterState(Scenario.of(cluster)), 0.5, seed + shift);
            Sequences.accepted(cluster, SequenceRules.all(cluster), junk);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theEndOfADescentIsReachedWithoutSuperfluousCopies(long seed) {
        Cluster cluster = RandomClusters.skewed(12, 10, seed);
        Placement[] targets = balanced(cluster);

        Sequence sequence = Sequences.accepted(cluster, SequenceRules.all(cluster), targets);

        assertThat(sequence.abandoned()).isEmpty();
        assertThat(sequence.cost().diskCopies()).isEqualTo(newNodes(cluster, targets));
        assertThat(sequence.after().total()).isLessThan(sequence.before().total());
    }

    @Test
    void mostOfTheGainComesInTheFirstHalf() {
        Cluster cluster = RandomClusters.skewed(12, 10, 5);
        Sequence sequence = Sequences.accepted(cluster, SequenceRules.all(cluster), balanced(cluster));

        double half = sequence.steps().get(sequence.steps().size() / 2).score();

        double gained = sequence.before().total() - half;
        assertThat(gained)
                .isGreaterThan(
                        0.7 * (sequence.before().total() - sequence.after().total()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sequencesKeepWithinLimits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Cluster cluster = RandomClusters.skewed(10, 8, seed);
        Placement[] targets = balanced(cluster);
        for (int k = 0; k < 10; k++) {
            int most = 1 + random.nextInt(20);
            Limits limits = new Limits(
                    random.nextBoolean() ? OptionalInt.of(most) : OptionalInt.empty(),
                    random.nextBoolean() ? OptionalLong.of(60_000L * most) : OptionalLong.empty(),
                    OptionalDouble.empty(),
                    random.nextBoolean() ? OptionalInt.of(most) : OptionalInt.empty());
            Sequence sequence =
                    Sequences.accepted(cluster, SequenceRules.all(cluster).within(limits), targets.clone());
            long moved = sequence.steps().stream()
                    .map(step -> step.move().instance())
                    .distinct()
                    .count();
            assertThat(limits.admits(sequence.cost(), (int) moved)).isTrue();
            assertThat(sequence.cost()).isEqualTo(costOf(cluster, sequence.steps()));
        }
    }

    @Test
    void theSameTargetsGiveTheSameMoves() {
        Cluster cluster = RandomClusters.skewed(10, 8, 3);
        Placement[] targets = Targets.junk(new ClusterState(Scenario.of(cluster)), 0.3, 7);

        assertThat(Sequences.accepted(cluster, SequenceRules.all(cluster), targets.clone()))
                .isEqualTo(Sequences.accepted(cluster, SequenceRules.all(cluster), targets.clone()));
    }

    private static Cost costOf(Cluster cluster, List<Plan.Step> steps) {
        Cost cost = Cost.NONE;
        for (Plan.Step step : steps) {
            cost = cost.plus(Cost.of(cluster, step, SequenceRules.all(cluster).rates()));
        }
        return cost;
    }

    private static long newNodes(Cluster cluster, Placement[] targets) {
        long count = 0;
        for (int i = 0; i < targets.length; i++) {
            Instance instance = cluster.instances().get(i);
            List<Integer> old =
                    List.of(instance.placement().primary(), instance.placement().secondary());
            count += IntStream.of(targets[i].primary(), targets[i].secondary())
                    .filter(node -> !old.contains(node))
                    .count();
        }
        return count;
    }

    private static Cluster shuffled(Cluster cluster, long seed) {
        ClusterState state = new ClusterState(Scenario.of(cluster));
        Targets.walk(state, Sequences.groups(cluster), 2 * cluster.instances().size(), seed);
        return state.toCluster();
    }

    private static Placement[] balanced(Cluster cluster) {
        ClusterState state = new ClusterState(Scenario.of(cluster));
        Arrays.stream(Sequences.groups(cluster))
                .forEach(group ->
                        new Descent(state, group, MoveRules.ALL, new Budget(-1, -1, 0, 0)).run(ProgressListener.NONE));
        return Targets.present(state);
    }
}
