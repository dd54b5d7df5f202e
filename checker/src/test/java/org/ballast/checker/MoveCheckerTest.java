package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.junit.jupiter.api.Test;

class MoveCheckerTest {
    private final Sketch cluster = new Sketch()
            .node("a")
            .node("b")
            .node("c")
            .node("far", node -> node.group = 1)
            .drbd("i", "a", "b");

    @Test
    void eachMoveStartsWhereTheLastOneEnded() {
        MoveChecker checker = checker();
        assertThat(checker.make(new Move.Failover(0))).isEmpty();
        assertThat(checker.make(new Move.ReplaceSecondary(0, 2))).isEmpty();
        assertThat(checker.placement(0)).isEqualTo(new Placement(1, 2));
    }

    @Test
    void aMoveThatTheDisksRuleOutIsNotMade() {
        MoveChecker checker = checker();
        assertThat(checker.make(new Move.FailoverToAny(0, 2)))
                .singleElement()
                .isInstanceOf(MoveRefusal.WrongKind.class);
        assertThat(checker.placement(0)).isEqualTo(new Placement(0, 1));
    }

    @Test
    void aForbiddenMoveIsReportedAndMade() {
        MoveChecker checker = checker();
        assertThat(checker.make(new Move.ReplaceSecondary(0, 3))).containsExactly(new MoveRefusal.OtherGroup(0, 3));
        assertThat(checker.placement(0)).isEqualTo(new Placement(0, 3));
    }

    @Test
    void aMoveToANodeWithoutMemoryIsRefused() {
        cluster.single("big", "c", instance -> instance.memory = 7500);
        assertThat(checker().make(new Move.FailoverToAny(1, 0))).contains(new HostRefusal.Memory(0, 1, 7500, 7168));
    }

    private MoveChecker checker() {
        return new MoveChecker(cluster.scenario(), Allowance.STEPWISE);
    }
}
