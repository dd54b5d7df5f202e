package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.checker.PlanChecker.Violation;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;
import org.junit.jupiter.api.Test;

class PlanCheckerTest {
    private static final Scenario SCENARIO = Golden.sketch().scenario();
    private static final Plan GOLDEN = Golden.plan();

    private static List<Violation> check(Plan plan) {
        return new PlanChecker(SCENARIO, Allowance.STEPWISE).check(plan).violations();
    }

    private static Plan withSteps(List<Plan.Step> steps) {
        return new Plan(GOLDEN.before(), steps, GOLDEN.after(), GOLDEN.stoppedBy());
    }

    private static Plan withStep(int position, Plan.Step step) {
        List<Plan.Step> steps = new ArrayList<>(GOLDEN.steps());
        steps.set(position, step);
        return withSteps(steps);
    }

    @Test
    void acceptsGanetisPlanWithItsScores() {
        assertThat(check(GOLDEN)).isEmpty();
    }

    @Test
    void acceptsDoingNothing() {
        assertThat(check(new Plan(GOLDEN.before(), List.of(), GOLDEN.before(), GOLDEN.stoppedBy())))
                .isEmpty();
    }

    @Test
    void refusesAWrongScoreOfAStep() {
        Plan.Step third = GOLDEN.steps().get(2);

        List<Violation> violations =
                check(withStep(2, new Plan.Step(third.move(), third.from(), third.score() - 1e-6)));

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.refusal()).isInstanceOf(PlanRefusal.ScoreMismatch.class);
            assertThat(violation.describe(SCENARIO.cluster()))
                    .isEqualTo("step 3 (replace-secondary): the plan has the score 7.20105263, but it is 7.20105363");
        });
    }

    @Test
    void refusesAWrongComponentOfTheScores() {
        List<Score.Component> components = new ArrayList<>(GOLDEN.after().components());
        components.set(0, new Score.Component(ScoreRow.FREE_MEMORY, 0.5));
        Plan plan = new Plan(
                GOLDEN.before(), GOLDEN.steps(), new Score(GOLDEN.after().total(), components), GOLDEN.stoppedBy());

        assertThat(check(plan))
                .extracting(violation -> violation.describe(SCENARIO.cluster()))
                .containsExactly("plan: the plan has free_mem_cv in the score after 0.50000000, but it is 0.22257253");
    }

    @Test
    void refusesWrongTotalsBeforeAndAfter() {
        Plan plan = new Plan(
                new Score(1, GOLDEN.before().components()),
                GOLDEN.steps(),
                new Score(2, GOLDEN.after().components()),
                GOLDEN.stoppedBy());

        assertThat(check(plan)).hasSize(2).allMatch(violation -> violation instanceof Violation.OfPlan);
    }

    @Test
    void refusesAScoreThatIsNotANumberWhereItShouldBeOne() {
        Plan.Step first = GOLDEN.steps().getFirst();

        assertThat(check(withStep(0, new Plan.Step(first.move(), first.from(), Double.NaN))))
                .hasSize(1);
    }

    @Test
    void refusesAStepThatMakesTheScoreWorse() {
        int store = Golden.sketch().instanceIndex("store");
        List<Plan.Step> steps = new ArrayList<>(GOLDEN.steps());
        steps.add(new Plan.Step(new Move.FailoverToAny(store, 1), Placement.on(0), 99));

        assertThat(check(withSteps(steps)))
                .filteredOn(violation -> violation.refusal() instanceof PlanRefusal.ScoreRise)
                .singleElement()
                .extracting(violation -> ((Violation.OfStep) violation).step())
                .isEqualTo(5);
    }

    @Test
    void checkingStopsAtAMoveFromAnotherPlacement() {
        Plan.Step second = GOLDEN.steps().get(1);
        Plan.Step misplaced = new Plan.Step(second.move(), new Placement(1, 0), second.score());

        assertThat(check(withStep(1, misplaced)))
                .containsExactly(new Violation.OfStep(
                        1,
                        second.move(),
                        new MoveRefusal.Misplaced(second.move().instance(), new Placement(1, 0), second.from())));
    }

    @Test
    void scoresOnlyTheNodesItIsTold() {
        Scenario scenario = new Sketch()
                .node("n1")
                .node("n2")
                .node("other", node -> node.group = 1)
                .drbd("i1", "n1", "n2")
                .scenario();
        Score blue = ReferenceScore.of(scenario, List.of(0, 1));
        Plan plan = new Plan(blue, List.of(), blue, Plan.StopReason.NO_BETTER_MOVE);

        assertThat(new PlanChecker(scenario, List.of(0), Allowance.STEPWISE)
                        .check(plan)
                        .isClean())
                .isTrue();
        assertThat(new PlanChecker(scenario, Allowance.STEPWISE).check(plan).isClean())
                .isFalse();
    }

    @Test
    void acceptsJobsetsWithDisjointNodes() {
        assertThat(jobsets(List.of(List.of(failover(0), failover(1)), List.of(failover(2)))))
                .isEmpty();
    }

    @Test
    void refusesJobsetsThatShareANode() {
        assertThat(jobsets(List.of(List.of(failover(0), failover(2)))))
                .extracting(Violation::refusal)
                .containsExactly(new PlanRefusal.SharedNode(0, 2, 0), new PlanRefusal.SharedNode(2, 2, 0));
    }

    @Test
    void refusesRulesBrokenInLaterJobsets() {
        List<Plan.Step> twice = List.of(failover(0));

        assertThat(jobsets(List.of(twice, List.of(failover(1)), twice)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.refusal()).isInstanceOf(MoveRefusal.Misplaced.class);
                    assertThat(((Violation.OfStep) violation).step()).isEqualTo(2);
                });
    }

    /** Checks moves on five nodes, where instance 0 is on 0:2, 1 on 1:3 and 2 on 0:2 as well. */
    private static List<Violation> jobsets(List<List<Plan.Step>> jobsets) {
        Sketch sketch = new Sketch();
        IntStream.range(0, 5).forEach(i -> sketch.node("n" + i));
        Scenario scenario = sketch.drbd("i0", "n0", "n2")
                .drbd("i1", "n1", "n3")
                .drbd("i2", "n0", "n2")
                .scenario();
        return new PlanChecker(scenario, Allowance.STEPWISE)
                .checkJobsets(jobsets)
                .violations();
    }

    private static Plan.Step failover(int instance) {
        return new Plan.Step(new Move.Failover(instance), instance == 1 ? new Placement(1, 3) : new Placement(0, 2), 0);
    }
}
