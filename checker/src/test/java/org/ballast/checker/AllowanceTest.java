package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.junit.jupiter.api.Test;

/** What a searched plan may do. */
class AllowanceTest {
    private static final Allowance RISES = Allowance.WHOLE;
    private static final Allowance OFFLINE = Allowance.WHOLE.withOfflineMoves(true);
    private static final Allowance GROUPS = Allowance.WHOLE.withOtherGroups(true);

    /** Nodes 0 and 1 in one group, 2 and 3 in another; the first node runs everything. */
    private static Scenario scenario() {
        return new Sketch()
                .node("n0")
                .node("n1")
                .node("r0", node -> node.group = 1)
                .node("r1", node -> node.group = 1)
                .drbd("i0", "n0", "n1")
                .drbd("i1", "n0", "n1")
                .single("p0", "n0", instance -> instance.template = DiskTemplate.PLAIN)
                .scenario();
    }

    private static Score score(Scenario scenario) {
        return ReferenceScore.of(scenario, List.of(0, 1)).plus(ReferenceScore.of(scenario, List.of(2, 3)));
    }

    /** Returns what is wrong with moves, of which the first score is right if they come back to the start. */
    private static List<Refusal> refusals(Allowance allowance, List<Move> moves) {
        Scenario scenario = scenario();
        Replayed replayed = new Replayed(scenario, moves);
        return new PlanChecker(scenario, List.of(0, 1), allowance)
                .check(replayed.plan()).violations().stream()
                        .map(PlanChecker.Violation::refusal)
                        .filter(refusal -> !(refusal instanceof PlanRefusal.ScoreMismatch))
                        .toList();
    }

    private record Replayed(Scenario scenario, List<Move> moves) {
        Plan plan() {
            List<Placement> placements = new ArrayList<>(scenario.cluster().instances().stream()
                    .map(instance -> instance.placement())
                    .toList());
            List<Plan.Step> steps = new ArrayList<>();
            for (Move move : moves) {
                steps.add(new Plan.Step(move, placements.get(move.instance()), 0));
                placements.set(move.instance(), move.to(placements.get(move.instance())));
            }
            return new Plan(score(scenario), steps, score(scenario), Plan.StopReason.NO_BETTER_MOVE);
        }
    }

    @Test
    void scoresAreSumsOverGroups() {
        Scenario scenario = scenario();
        Plan nothing = new Plan(score(scenario), List.of(), score(scenario), Plan.StopReason.NO_BETTER_MOVE);

        assertThat(new PlanChecker(scenario, List.of(0, 1), RISES)
                        .check(nothing)
                        .isClean())
                .isTrue();
        assertThat(new PlanChecker(scenario, RISES).check(nothing).isClean()).isFalse();
    }

    @Test
    void aStepMayRaiseTheScoreIfALaterOneLowersItAgain() {
        List<Move> thereAndBack =
                List.of(new Move.Failover(0), new Move.Failover(1), new Move.Failover(1), new Move.Failover(0));

        assertThat(refusals(RISES, thereAndBack)).isEmpty();
        assertThat(refusals(Allowance.STEPWISE, thereAndBack)).hasAtLeastOneElementOfType(PlanRefusal.ScoreRise.class);
    }

    @Test
    void theScoreAtTheEndMustNotBeHigherThanBefore() {
        Scenario even = new Sketch()
                .node("n0")
                .node("n1")
                .drbd("i0", "n0", "n1")
                .drbd("i1", "n1", "n0")
                .scenario();
        Score before = ReferenceScore.of(even, List.of(0, 1));
        Plan.Step step = new Plan.Step(new Move.Failover(0), new Placement(0, 1), 0);
        Plan plan = new Plan(before, List.of(step), before, Plan.StopReason.NO_BETTER_MOVE);

        assertThat(new PlanChecker(even, List.of(0), RISES).check(plan).violations())
                .hasAtLeastOneElementOfType(PlanChecker.Violation.OfPlan.class)
                .extracting(PlanChecker.Violation::refusal)
                .hasAtLeastOneElementOfType(PlanRefusal.ScoreRise.class);
    }

    @Test
    void noInstanceMayEndInTwoGroups() {
        assertThat(refusals(GROUPS, List.of(new Move.ReplaceSecondary(0, 2)))).contains(new PlanRefusal.LeftSplit(0));
    }

    @Test
    void offlineMovesNeedToBeAllowed() {
        List<Move> moves = List.of(new Move.OfflineMove(2, 1));

        assertThat(refusals(OFFLINE, moves)).isEmpty();
        assertThat(refusals(RISES, moves)).containsExactly(new MoveRefusal.Prohibited(2, Prohibition.TEMPLATE));
    }

    @Test
    void disksAreNotCopiedFromAnOfflineNode() {
        Scenario scenario = scenario().withOffline(List.of(0));
        Plan.Step step = new Plan.Step(new Move.OfflineMove(2, 1), Placement.on(0), 0);

        assertThat(new PlanChecker(scenario, List.of(0), OFFLINE)
                        .checkJobsets(List.of(List.of(step)))
                        .violations())
                .extracting(PlanChecker.Violation::refusal)
                .containsExactly(new MoveRefusal.OfflineSource(2, 0));
    }

    @Test
    void movesToOtherGroupsNeedToBeAllowed() {
        List<Move> moves = List.of(new Move.ReplaceAndFailover(0, 2), new Move.ReplaceSecondary(0, 3));

        assertThat(refusals(GROUPS, moves)).isEmpty();
        assertThat(refusals(RISES, moves)).hasAtLeastOneElementOfType(MoveRefusal.OtherGroup.class);
    }
}
