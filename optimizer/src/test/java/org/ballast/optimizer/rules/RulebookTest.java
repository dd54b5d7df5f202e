package org.ballast.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.rules.BrokenRule;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class RulebookTest {
    private static final Cluster CLUSTER = new SmallCluster()
            .node()
            .node()
            .node()
            .drbd(0, 1)
            .drbd(0, 1)
            .drbd(1, 2)
            .single(2, draft -> {})
            .scenario()
            .cluster();

    private static final RuleOrigin ORIGIN = RuleOrigin.in("test");
    private static final Places NODES = Places.nodes(CLUSTER);
    private static final PlacementRule APART =
            new PlacementRule.KeepApart(ORIGIN, List.of(0, 1), NODES, Copies.PRIMARY);
    private static final PlacementRule ALLOWED =
            new PlacementRule.AllowedNodes(ORIGIN, List.of(2), Set.of(1), Copies.PRIMARY);
    private static final PlacementRule TOGETHER = new PlacementRule.KeepTogether(ORIGIN, List.of(1, 2, 3), NODES);
    private static final PlacementRule FIXED = new PlacementRule.DoNotMove(ORIGIN, List.of(3));

    @Test
    void newViolationsWeighMoreThanAnyRepair() {
        Rulebook book = new Rulebook(CLUSTER, List.of(APART, ALLOWED));
        assertThat(book.violations()).isEqualTo(1);
        assertThat(book.rise(0, 2, 1)).isEqualTo(-1);
        assertThat(book.rise(2, 2, 1)).isEqualTo(1000);
        book.place(0, 2, 1);
        book.place(2, 2, 1);
        assertThat(book.violations()).isEqualTo(1000);
        assertThat(book.broken()).containsExactly(new BrokenRule(ALLOWED, 1));
        assertThat(book.rise(2, 1, 2)).isEqualTo(-1000);
    }

    @Test
    void instancesWithoutRulesAreNotRestricted() {
        Rulebook book = new Rulebook(CLUSTER, List.of(APART));
        assertThat(book.hasRules(3)).isFalse();
        assertThat(book.rise(3, 0, -1)).isZero();
        assertThat(book.forbids(3, 0, -1)).isFalse();
        assertThat(new Rulebook(CLUSTER, List.of()).isEmpty()).isTrue();
    }

    @Test
    void movesAreExplainedByTheRulesThatTheyServe() {
        Rulebook book = new Rulebook(CLUSTER, List.of(APART, ALLOWED, TOGETHER));
        assertThat(book.rulesServed(1, new Placement(1, 0))).containsExactly(APART, TOGETHER);
        assertThat(book.rulesServed(1, new Placement(0, 2))).isEmpty();
        assertThat(book.broken()).containsExactly(new BrokenRule(APART, 1), new BrokenRule(TOGETHER, 2));
    }

    @Test
    void pinnedInstancesAreNotMovable() {
        Rulebook book = new Rulebook(CLUSTER, List.of(FIXED));
        assertThat(book.movable(3)).isFalse();
        assertThat(book.movable(0)).isTrue();
        assertThat(book.forbids(3, 2, -1)).isTrue();
    }

    @Test
    void companionsAreTheInstancesToKeepTogether() {
        Rulebook book = new Rulebook(CLUSTER, List.of(APART, TOGETHER));
        assertThat(book.companions(2)).containsExactly(1, 3);
        assertThat(book.companions(0)).isEmpty();
        assertThat(book.forbids(1, 1, 0)).isFalse();
    }

    @Test
    void copiesGoOnByThemselves() {
        Rulebook book = new Rulebook(CLUSTER, List.of(APART, TOGETHER));
        Rulebook other = book.copy();
        other.place(0, 2, 1);
        assertThat(book.violations()).isEqualTo(3);
        assertThat(other.violations()).isEqualTo(2);
        assertThat(book.rise(0, 2, 1)).isEqualTo(-1);
    }
}
