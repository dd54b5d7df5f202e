package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.BrokenRule;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;
import org.junit.jupiter.api.Test;

class RuleCheckerTest {
    /** Two racks of two nodes; a and b share their primary node, d has no mirror. */
    private static final Cluster CLUSTER = new Sketch()
            .node("n0", node -> node.tags = List.of("rack:x"))
            .node("n1", node -> node.tags = List.of("rack:x"))
            .node("n2", node -> node.tags = List.of("rack:y"))
            .node("n3", node -> node.tags = List.of("rack:y"))
            .drbd("a", "n0", "n1")
            .drbd("b", "n0", "n2")
            .drbd("c", "n1", "n3")
            .single("d", "n2", instance -> {})
            .scenario()
            .cluster();

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;
    private static final RuleOrigin ORIGIN = RuleOrigin.in("rules.yaml:4");
    private static final Places NODES = Places.nodes(CLUSTER);
    private static final Places RACKS = Places.domains(CLUSTER, "rack");

    @Test
    void violationsAreCountedAsDefined() {
        List<Integer> all = List.of(A, B, C, D);
        assertThat(violations(new PlacementRule.KeepApart(ORIGIN, all, NODES, Copies.PRIMARY)))
                .isEqualTo(1);
        // n0: a, b; n1: a, c; n2: b, d; n3: c.
        assertThat(violations(new PlacementRule.KeepApart(ORIGIN, all, NODES, Copies.BOTH)))
                .isEqualTo(3);
        // x: a, b, c; y: b, c, d.
        assertThat(violations(new PlacementRule.KeepApart(ORIGIN, all, RACKS, Copies.BOTH)))
                .isEqualTo(4);
        assertThat(violations(new PlacementRule.AtMost(ORIGIN, 2, all, RACKS, Copies.PRIMARY)))
                .isEqualTo(1);
        assertThat(violations(new PlacementRule.AtMost(ORIGIN, 0, all, NODES, Copies.SECONDARY)))
                .isEqualTo(3);
        assertThat(violations(new PlacementRule.KeepTogether(ORIGIN, all, NODES)))
                .isEqualTo(2);
        assertThat(violations(new PlacementRule.KeepTogether(ORIGIN, all, RACKS)))
                .isEqualTo(1);
        assertThat(violations(new PlacementRule.CopiesApart(ORIGIN, all, RACKS)))
                .isEqualTo(1);
        assertThat(violations(new PlacementRule.AllowedNodes(ORIGIN, all, Set.of(0, 1), Copies.BOTH)))
                .isEqualTo(3);
        assertThat(violations(new PlacementRule.ForbiddenNodes(ORIGIN, all, Set.of(0), Copies.PRIMARY)))
                .isEqualTo(2);
        assertThat(violations(new PlacementRule.Pinned(ORIGIN, all, Copies.BOTH)))
                .isZero();
    }

    @Test
    void comingToAFullPlaceIsRefused() {
        PlacementRule apart = new PlacementRule.KeepApart(ORIGIN, List.of(A, C), NODES, Copies.PRIMARY);
        RuleChecker.Report report = checker(apart).check(List.of(step(A, new Move.Failover(A))));
        assertThat(texts(report))
                .containsExactly(
                        "step 1 (failover): a on n1 makes 2 where 1 may be, by the rule"
                                + " keep apart across nodes: a, c (rules.yaml:4)",
                        "plan: violations rise from 0 to 1 by the end, of the rule"
                                + " keep apart across nodes: a, c (rules.yaml:4)");
        assertThat(report.broken()).containsExactly(new BrokenRule(apart, 1));
    }

    @Test
    void aBrokenRuleIsNotMovedFromPlaceToPlace() {
        PlacementRule apart = new PlacementRule.KeepApart(ORIGIN, List.of(A, B, C), NODES, Copies.PRIMARY);
        assertThat(checker(apart).check(List.of(step(A, new Move.Failover(A)))).violations())
                .hasSize(1);
        RuleChecker.Report repaired = checker(apart).check(List.of(step(B, new Move.Failover(B))));
        assertThat(repaired.isClean()).isTrue();
        assertThat(repaired.broken()).isEmpty();
    }

    @Test
    void simultaneousMovesAreCheckedInTheWorstOrder() {
        PlacementRule apart = new PlacementRule.KeepApart(ORIGIN, List.of(A, C), NODES, Copies.PRIMARY);
        Plan.Step away = step(C, new Move.Failover(C));
        Plan.Step there = step(A, new Move.Failover(A));
        RuleChecker checker = checker(apart);
        assertThat(checker.check(List.of(away, there)).isClean()).isTrue();
        assertThat(checker.checkJobsets(List.of(List.of(away), List.of(there))).isClean())
                .isTrue();
        assertThat(checker.checkJobsets(List.of(List.of(away, there))).violations())
                .hasSize(1);
        assertThat(checker.checkSchedule(List.of(away, there), List.of(List.of(), List.of(0)), 50, 1)
                        .isClean())
                .isTrue();
        assertThat(texts(checker.checkSchedule(List.of(away, there), List.of(List.of(), List.of()), 50, 1)))
                .singleElement()
                .asString()
                .startsWith("step 2 (failover): a on n1 makes 2 where 1 may be");
    }

    @Test
    void keepTogetherIsCheckedAtTheEndOnly() {
        PlacementRule together = new PlacementRule.KeepTogether(ORIGIN, List.of(A, B), NODES);
        Plan.Step first = step(A, new Move.ReplaceAndFailover(A, 3));
        Plan.Step second = step(B, new Move.ReplaceAndFailover(B, 3));
        assertThat(checker(together).check(List.of(first, second)).isClean()).isTrue();
        assertThat(texts(checker(together).check(List.of(first))))
                .containsExactly("plan: violations rise from 0 to 1 by the end, of the rule"
                        + " keep together on one node: a, b (rules.yaml:4)");
    }

    @Test
    void repairingOneInstanceDoesNotExcuseBreakingTheRuleForAnother() {
        PlacementRule allowed = new PlacementRule.AllowedNodes(ORIGIN, List.of(A, D), Set.of(0, 1), Copies.PRIMARY);
        Plan.Step repair = step(D, new Move.FailoverToAny(D, 0));
        Plan.Step breach = step(A, new Move.ReplacePrimary(A, 2));
        assertThat(texts(checker(allowed).check(List.of(repair, breach))))
                .containsExactly("step 2 (replace-primary): a on n2:n1 breaks the rule"
                        + " only on n0, n1 as primary: a, d (rules.yaml:4)");
    }

    @Test
    void pinnedAndUnmovableInstancesStay() {
        PlacementRule pinned = new PlacementRule.Pinned(ORIGIN, List.of(A), Copies.PRIMARY);
        PlacementRule fixed = new PlacementRule.DoNotMove(
                new RuleOrigin(Optional.of("licences"), "tag ballast:do-not-move"), List.of(C));
        RuleChecker checker = checker(pinned, fixed);
        assertThat(checker.check(List.of(step(A, new Move.ReplaceSecondary(A, 3))))
                        .isClean())
                .isTrue();
        assertThat(texts(checker.check(List.of(step(A, new Move.Failover(A))))).getFirst())
                .isEqualTo("step 1 (failover): a on n1:n0 breaks the rule pinned to its primary: a (rules.yaml:4)");
        Plan.Step there = step(C, new Move.Failover(C));
        Plan.Step back = new Plan.Step(new Move.Failover(C), there.to(), 0);
        assertThat(texts(checker.check(List.of(there, back))))
                .containsExactly(
                        "step 1 (failover): c must not move, by the rule licences, do not move: c"
                                + " (tag ballast:do-not-move)",
                        "step 2 (failover): c must not move, by the rule licences, do not move: c"
                                + " (tag ballast:do-not-move)");
    }

    private static RuleChecker checker(PlacementRule... rules) {
        return new RuleChecker(CLUSTER, List.of(rules));
    }

    private static int violations(PlacementRule rule) {
        List<Placement> now = new ArrayList<>(
                CLUSTER.instances().stream().map(Instance::placement).toList());
        return checker(rule).broken(now).stream()
                .mapToInt(BrokenRule::violations)
                .sum();
    }

    private static Plan.Step step(int instance, Move move) {
        return new Plan.Step(move, CLUSTER.instances().get(instance).placement(), 0);
    }

    private static List<String> texts(RuleChecker.Report report) {
        return report.violations().stream()
                .map(violation -> violation.describe(CLUSTER))
                .toList();
    }
}
