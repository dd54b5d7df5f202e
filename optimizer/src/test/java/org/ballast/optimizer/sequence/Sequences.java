package org.ballast.optimizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.checker.Allowance;
import org.ballast.checker.PlanChecker;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.schedule.Schedule;
import org.ballast.planner.state.ClusterState;

/** Sequences that the checker has seen, one after another and in the orders that schedules permit. */
final class Sequences {
    private Sequences() {}

    static int[] groups(Cluster cluster) {
        return IntStream.range(0, cluster.groups().size()).toArray();
    }

    static Sequence accepted(Cluster cluster, SequenceRules rules, Placement[] targets) {
        return accepted(Scenario.of(cluster), rules, targets);
    }

    static Sequence accepted(Scenario scenario, SequenceRules rules, Placement[] targets) {
        Cluster cluster = scenario.cluster();
        int[] groups = groups(cluster);
        ClusterState state = new ClusterState(scenario);
        Sequence sequence = new Sequencer(state, groups, rules).run(targets);
        if (Double.isNaN(sequence.before().total())) {
            assertThat(sequence.steps()).isEmpty();
            return sequence;
        }
        Allowance allowance = Allowance.WHOLE
                .with(rules.moves())
                .withOfflineMoves(rules.offlineMoves())
                .withOtherGroups(rules.crossGroups());
        PlanChecker checker =
                new PlanChecker(scenario, Arrays.stream(groups).boxed().toList(), allowance);
        assertClean(checker.check(sequence.plan(Plan.StopReason.NO_BETTER_MOVE)), cluster);
        for (int perNode : new int[] {1, 3}) {
            Schedule schedule = Schedule.of(scenario, sequence.steps(), new Rates(60, 100, perNode), List.of());
            assertClean(checker.checkSchedule(sequence.steps(), schedule.after(), 30, perNode == 1, perNode), cluster);
        }
        assertThat(sequence.abandoned())
                .isEqualTo(IntStream.range(0, targets.length)
                        .filter(i -> !state.placement(i).equals(targets[i]))
                        .boxed()
                        .toList());
        return sequence;
    }

    private static void assertClean(PlanChecker.Report report, Cluster cluster) {
        assertThat(report.isClean()).as(() -> report.describe(cluster)).isTrue();
    }
}
