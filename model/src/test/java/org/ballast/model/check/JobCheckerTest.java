package org.ballast.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.junit.jupiter.api.Test;

class JobCheckerTest {
    private final Sketch cluster = new Sketch()
            .node("a")
            .node("b")
            .node("c")
            .node("far", node -> node.group = 1)
            .drbd("i", "a", "b");

    @Test
    void jobsFollowEachOther() {
        JobChecker checker = checker(Set.of());
        assertThat(checker.make(new Move.Failover(0))).isEmpty();
        assertThat(checker.make(new Move.ReplaceSecondary(0, 2))).isEmpty();
        assertThat(checker.placement(0)).isEqualTo(new Placement(1, 2));
    }

    @Test
    void nonsenseIsNotMade() {
        JobChecker checker = checker(Set.of());
        assertThat(checker.make(new Move.FailoverToAny(0, 2)))
                .singleElement()
                .isInstanceOf(MoveRefusal.WrongKind.class);
        assertThat(checker.placement(0)).isEqualTo(new Placement(0, 1));
    }

    @Test
    void otherGroupsMustBeAskedFor() {
        assertThat(checker(Set.of()).make(new Move.ReplaceSecondary(0, 3)))
                .containsExactly(new MoveRefusal.OtherGroup(0, 3));
        assertThat(checker(Set.of(1)).make(new Move.ReplaceSecondary(0, 3))).isEmpty();
    }

    @Test
    void whatIsNeverBalancedMayBeEvacuated() {
        cluster.single("d", "a", instance -> instance.template = DiskTemplate.DISKLESS);
        assertThat(checker(Set.of()).make(new Move.FailoverToAny(1, 2))).isEmpty();
    }

    @Test
    void offlineNodesTakeOnlyWhatTheyHaveACopyOf() {
        cluster.node("off", node -> node.offline = true).drbd("k", "a", "off");
        JobChecker checker = checker(Set.of());
        assertThat(checker.make(new Move.ReplaceSecondary(0, 4))).contains(new MoveRefusal.OfflineTarget(0, 4));
        assertThat(checker.make(new Move.Failover(1))).isEmpty();
    }

    @Test
    void roomIsNeeded() {
        cluster.single("big", "c", instance -> instance.memory = 7500);
        assertThat(checker(Set.of()).make(new Move.FailoverToAny(1, 0)))
                .contains(new HostRefusal.Memory(0, 1, 7500, 7168));
    }

    private JobChecker checker(Set<Integer> targetGroups) {
        return new JobChecker(cluster.scenario(), targetGroups, false);
    }
}
