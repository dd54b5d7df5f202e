package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;

class StepRulesTest {
    private static Sketch threeNodes() {
        return new Sketch().node("n0").node("n1").node("n2").drbd("i0", "n0", "n1");
    }

    @Test
    void acceptsEveryKindOfMove() {
        List<Move> moves = List.of(
                new Move.Failover(0),
                new Move.ReplacePrimary(0, 2),
                new Move.ReplaceSecondary(0, 2),
                new Move.ReplaceAndFailover(0, 2),
                new Move.FailoverAndReplace(0, 2),
                new Move.FailoverToAny(1, 2));

        assertThat(moves)
                .allSatisfy(move -> assertThat(new Replay(threeNodes().single("i1", "n0", instance -> {}))
                                .make(move)
                                .refusals())
                        .isEmpty());
    }

    @Test
    void refusesAnUnknownInstance() {
        Plan.Step step = new Plan.Step(new Move.Failover(7), new Placement(0, 1), 0);

        assertThat(new PlanChecker(threeNodes().scenario(), Allowance.STEPWISE)
                        .checkJobsets(List.of(List.of(step)))
                        .violations())
                .extracting(PlanChecker.Violation::refusal)
                .containsExactly(new MoveRefusal.UnknownInstance(7));
    }

    @Test
    void refusesAnUnknownNode() {
        assertThat(new Replay(threeNodes()).make(new Move.ReplacePrimary(0, 3)).sentences())
                .containsExactly("there is no node number 3 among 3 for i0");
    }

    @Test
    void refusesAMoveThatTheDisksDoNotAllow() {
        Sketch sketch = threeNodes().single("i1", "n0", instance -> {});

        assertThat(new Replay(sketch).make(new Move.ReplaceSecondary(1, 2)).sentences())
                .containsExactly("i1 has rbd disks, which replace-secondary does not apply to");
        assertThat(new Replay(sketch).make(new Move.FailoverToAny(0, 2)).refusals())
                .containsExactly(new MoveRefusal.WrongKind(0, DiskTemplate.DRBD, "failover-to-any"));
    }

    @Test
    void refusesToReplaceASecondaryThatDoesNotExist() {
        Sketch sketch = threeNodes().single("half", "n0", instance -> instance.template = DiskTemplate.DRBD);

        assertThat(new Replay(sketch).make(new Move.ReplaceSecondary(1, 2)).sentences())
                .containsExactly("half has no secondary node");
    }

    @Test
    void refusesATargetThatHostsTheInstanceAlready() {
        assertThat(new Replay(threeNodes())
                        .make(new Move.ReplaceSecondary(0, 0))
                        .sentences())
                .containsExactly("i0 is on n0 already");
        assertThat(new Replay(threeNodes()).make(new Move.ReplacePrimary(0, 1)).sentences())
                .containsExactly("i0 is on n1 already");
    }

    @Test
    void refusesToMoveWhatIsPinnedOrNotBalanced() {
        Scenario plain = threeNodes().scenario();
        Scenario pinned = new Scenario(plain.cluster(), plain.tags(), plain.utilisation(), Set.of(0), plain.limits());
        Sketch manual =
                new Sketch().node("n0").node("n1").drbd("i0", "n0", "n1", instance -> instance.autoBalance = false);

        assertThat(new Replay(pinned).make(new Move.Failover(0)).sentences())
                .containsExactly("--select-instances or --exclude-instances keeps i0 where it is");
        assertThat(new Replay(manual).make(new Move.Failover(0)).refusals())
                .containsExactly(new MoveRefusal.Prohibited(0, Prohibition.AUTO_BALANCE));
    }

    @Test
    void refusesOfflineNodesThatWouldRunTheInstanceOrGetACopy() {
        Sketch sketch = threeNodes();
        Scenario targetDown = sketch.scenario().withOffline(List.of(2));
        Scenario secondaryDown = sketch.scenario().withOffline(List.of(1));

        assertThat(new Replay(targetDown).make(new Move.ReplaceSecondary(0, 2)).sentences())
                .containsExactly("n2 is offline and cannot take i0");
        assertThat(new Replay(secondaryDown).make(new Move.Failover(0)).refusals())
                .contains(new MoveRefusal.OfflineTarget(0, 1));
        assertThat(new Replay(secondaryDown).make(new Move.ReplacePrimary(0, 2)).refusals())
                .contains(new MoveRefusal.OfflineTarget(0, 1));
        assertThat(new Replay(secondaryDown)
                        .make(new Move.FailoverAndReplace(0, 2))
                        .refusals())
                .contains(new MoveRefusal.OfflineTarget(0, 1));
    }

    @Test
    void letsAnOfflinePrimaryKeepTheSecondCopy() {
        Scenario primaryDown = threeNodes().scenario().withOffline(List.of(0));

        assertThat(new Replay(primaryDown).make(new Move.Failover(0)).refusals())
                .isEmpty();
    }

    @Test
    void refusesToLeaveTheGroup() {
        Sketch sketch = threeNodes().node("far", node -> node.group = 1);

        assertThat(new Replay(sketch).make(new Move.ReplaceSecondary(0, 3)).sentences())
                .containsExactly("far is in group red, which is not that of i0");
    }

    @Test
    void refusesToMoveAnInstanceOfTwoGroups() {
        Sketch sketch =
                new Sketch().node("n0").node("far", node -> node.group = 1).drbd("i0", "n0", "far");

        assertThat(new Replay(sketch).make(new Move.Failover(0)).refusals())
                .contains(new MoveRefusal.Prohibited(0, Prohibition.SPLIT));
    }
}
