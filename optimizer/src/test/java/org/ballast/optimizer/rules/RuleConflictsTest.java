package org.ballast.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.NodeRole;
import org.ballast.model.Scenario;
import org.ballast.model.rules.ConflictReason;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.MoveRules;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleConflict;
import org.ballast.model.rules.RuleOrigin;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class RuleConflictsTest {
    private static final Scenario SCENARIO = new SmallCluster()
            .tags("htools:iextags:dns")
            .node()
            .node()
            .node()
            .node()
            .drbd(0, 1, draft -> draft.tags = List.of("dns:x"))
            .drbd(0, 1)
            .drbd(2, 3, draft -> draft.tags = List.of("dns:x"))
            .single(3, draft -> {})
            .drbd(0, 2)
            .scenario();
    private static final Cluster CLUSTER = SCENARIO.cluster();
    private static final Places NODES = Places.nodes(CLUSTER);
    private static final Places HALVES = new Places("rack", List.of(List.of(0), List.of(0), List.of(1), List.of(1)), 2);

    private static RuleOrigin named(String name) {
        return RuleOrigin.in(name);
    }

    private static RuleConflicts found(PlacementRule... rules) {
        return found(SCENARIO, rules);
    }

    private static RuleConflicts found(Scenario scenario, PlacementRule... rules) {
        return new TargetRules(MoveRules.ALL, false, false, List.of(rules), Rates.USUAL)
                .conflicts(new ClusterState(scenario), List.of(0));
    }

    private static PlacementRule allowed(Set<Integer> nodes, Copies copies, Integer... instances) {
        return new PlacementRule.AllowedNodes(named("allowed"), List.of(instances), nodes, copies);
    }

    private static PlacementRule together(Places places, Integer... instances) {
        return new PlacementRule.KeepTogether(named("together"), List.of(instances), places);
    }

    private static PlacementRule apart(Places places, Copies copies, Integer... instances) {
        return new PlacementRule.KeepApart(named("apart"), List.of(instances), places, copies);
    }

    private static String only(RuleConflicts conflicts) {
        assertThat(conflicts.conflicts()).hasSize(1);
        return conflicts.conflicts().getFirst().reason().describe(CLUSTER);
    }

    @Test
    void whatCanBeKeptIsNoConflict() {
        assertThat(found(allowed(Set.of(2, 3), Copies.BOTH, 0), apart(NODES, Copies.PRIMARY, 0, 1, 2, 3))
                        .conflicts())
                .isEmpty();
        assertThat(found(together(NODES, 1, 3, 4), apart(HALVES, Copies.PRIMARY, 0, 1))
                        .waived())
                .isEqualTo(WaivedRules.NONE);
    }

    @Test
    void mirroredInstancesNeedTwoNodes() {
        RuleConflicts conflicts = found(allowed(Set.of(3), Copies.BOTH, 0, 1, 3));
        assertThat(conflicts.conflicts().getFirst().reason())
                .isEqualTo(new ConflictReason.NoPair(List.of(0, 1), List.of(3)));
        assertThat(only(conflicts)).endsWith("have their disks on two nodes, and only node3 is left");
        assertThat(conflicts.waived().of(0)).containsExactlyInAnyOrder(0, 1);
        assertThat(found(allowed(Set.of(3), Copies.PRIMARY, 0, 1, 3)).conflicts())
                .isEmpty();
        assertThat(found(allowed(Set.of(3), Copies.SECONDARY, 0, 1, 3)).conflicts())
                .isEmpty();
    }

    @Test
    void forbiddenNodesThatLeaveNoneAreNamed() {
        RuleConflicts conflicts =
                found(new PlacementRule.ForbiddenNodes(named("no"), List.of(0, 3), Set.of(0, 1, 2, 3), Copies.PRIMARY));
        assertThat(only(conflicts)).startsWith("no node is left for ");
        assertThat(conflicts.waived().of(0)).containsExactlyInAnyOrder(0, 3);
    }

    @Test
    void aSecondaryMayBeWhatIsMissing() {
        RuleConflicts conflicts =
                found(new PlacementRule.ForbiddenNodes(named("no"), List.of(0), Set.of(0, 1, 2, 3), Copies.SECONDARY));
        assertThat(only(conflicts)).startsWith("no node is left as secondary of ");
    }

    @Test
    void offlineNodesAreNotLeft() {
        Scenario offline = SCENARIO.withOffline(List.of(3));
        assertThat(found(offline, allowed(Set.of(3), Copies.PRIMARY, 0)).conflicts())
                .extracting(RuleConflict::reason)
                .containsExactly(new ConflictReason.NoNode(List.of(0), Copies.PRIMARY));
        assertThat(CLUSTER.nodes().get(3).role()).isNotEqualTo(NodeRole.OFFLINE);
    }

    @Test
    void whoMayNotMoveCannotComeWhereItShouldBe() {
        RuleConflicts conflicts =
                found(allowed(Set.of(2, 3), Copies.BOTH, 0), new PlacementRule.DoNotMove(named("stay"), List.of(0)));
        assertThat(conflicts.conflicts().getFirst().rules()).hasSize(2);
        assertThat(conflicts.waived().of(0)).containsExactly(0);
        assertThat(conflicts.conflicts().getFirst().describe(CLUSTER)).contains("(allowed) and ", "cannot all be kept");
    }

    @Test
    void allowedAndForbiddenNodesAreNamedTogether() {
        RuleConflicts conflicts = found(
                allowed(Set.of(2), Copies.PRIMARY, 0),
                new PlacementRule.ForbiddenNodes(named("no"), List.of(0), Set.of(2), Copies.PRIMARY),
                new PlacementRule.Pinned(named("other"), List.of(1), Copies.BOTH));
        assertThat(conflicts.conflicts()).hasSize(1);
        assertThat(conflicts.conflicts().getFirst().rules())
                .extracting(PlacementRule::kind)
                .containsExactly("allowed-nodes", "forbidden-nodes");
        assertThat(conflicts.waived().of(0)).containsExactly(0);
    }

    @Test
    void ofTwoRulesThatAreBothBrokenNeitherIsGivenUp() {
        RuleConflicts conflicts = found(allowed(Set.of(2), Copies.PRIMARY, 0), allowed(Set.of(3), Copies.PRIMARY, 0));
        assertThat(conflicts.conflicts()).hasSize(1);
        assertThat(conflicts.waived().isEmpty()).isTrue();
    }

    @Test
    void moreInstancesThanNodesCannotKeepApart() {
        RuleConflicts conflicts = found(apart(NODES, Copies.PRIMARY, 0, 1, 2, 3, 4));
        assertThat(only(conflicts)).startsWith("5 instances, but only 4 nodes for them (");
        assertThat(conflicts.waived().isEmpty()).isFalse();
        assertThat(found(apart(HALVES, Copies.PRIMARY, 0, 1, 2)).conflicts()).hasSize(1);
    }

    @Test
    void secondCopiesNeedPlacesToo() {
        assertThat(only(found(apart(NODES, Copies.BOTH, 0, 1, 2))))
                .startsWith("6 copies of 3 instances, but only 4 nodes");
        assertThat(found(apart(NODES, Copies.BOTH, 0, 1)).conflicts()).isEmpty();
        assertThat(found(apart(NODES, Copies.SECONDARY, 0, 1, 2, 3)).conflicts())
                .isEmpty();
    }

    @Test
    void aLimitTimesThePlacesMayBeTooLittle() {
        PlacementRule few = new PlacementRule.AtMost(named("few"), 2, List.of(0, 1, 2, 3, 4), HALVES, Copies.PRIMARY);
        assertThat(only(found(few))).startsWith("5 instances, but only 2 racks for them that take 2 each");
        PlacementRule enough =
                new PlacementRule.AtMost(named("few"), 3, List.of(0, 1, 2, 3, 4), HALVES, Copies.PRIMARY);
        assertThat(found(enough).conflicts()).isEmpty();
    }

    @Test
    void nodesThatAreForbiddenLeaveFewerPlaces() {
        RuleConflicts conflicts =
                found(apart(NODES, Copies.PRIMARY, 0, 1, 4), allowed(Set.of(0, 1), Copies.PRIMARY, 0, 1, 4));
        assertThat(conflicts.conflicts().getFirst().rules()).hasSize(2);
        assertThat(conflicts.waived().of(0)).isNotEmpty();
        assertThat(conflicts.waived().of(1)).isEmpty();
    }

    @Test
    void togetherAndApartAreNamed() {
        RuleConflicts conflicts = found(together(NODES, 0, 1), apart(NODES, Copies.PRIMARY, 0, 1, 3));
        assertThat(only(conflicts)).endsWith(" would be both together and apart");
        assertThat(conflicts.waived().of(1)).isNotEmpty();
        assertThat(conflicts.waived().of(0)).isEmpty();
    }

    @Test
    void chainsOfTogethernessCount() {
        RuleConflicts conflicts = found(
                together(NODES, 0, 1), together(NODES, 1, 4), apart(HALVES, Copies.BOTH, 0, 4), together(NODES, 3, 2));
        assertThat(conflicts.conflicts()).hasSize(1);
        assertThat(conflicts.conflicts().getFirst().rules()).hasSize(3);
        assertThat(conflicts.waived().of(2)).isNotEmpty();
    }

    @Test
    void togetherInARackIsNoTieOnANode() {
        assertThat(found(together(HALVES, 0, 2), apart(NODES, Copies.PRIMARY, 0, 2))
                        .conflicts())
                .isEmpty();
        assertThat(found(together(HALVES, 0, 1), apart(HALVES, Copies.PRIMARY, 0, 1))
                        .conflicts())
                .hasSize(1);
    }

    @Test
    void noCommonNodeIsNamed() {
        RuleConflicts conflicts = found(
                together(NODES, 1, 2),
                allowed(Set.of(0), Copies.PRIMARY, 1),
                new PlacementRule.Pinned(named("pin"), List.of(2), Copies.PRIMARY));
        assertThat(conflicts.conflicts().getFirst().rules()).hasSize(3);
        assertThat(conflicts.waived().of(0)).isNotEmpty();
    }

    @Test
    void exclusionTagsKeepApart() {
        assertThat(only(found(together(NODES, 0, 2)))).startsWith("the exclusion tag dns:x keeps ");
        assertThat(found(together(HALVES, 0, 2)).conflicts()).isEmpty();
    }

    @Test
    void togetherTheyMayBeLargerThanAnyNode() {
        Scenario large = new SmallCluster()
                .node()
                .node()
                .drbd(0, 1, draft -> draft.memory = 5_000)
                .drbd(1, 0, draft -> draft.memory = 5_000)
                .scenario();
        PlacementRule both =
                new PlacementRule.KeepTogether(named("both"), List.of(0, 1), Places.nodes(large.cluster()));
        assertThat(found(large, both).conflicts())
                .extracting(RuleConflict::reason)
                .first()
                .isInstanceOf(ConflictReason.TooLarge.class);
    }
}
