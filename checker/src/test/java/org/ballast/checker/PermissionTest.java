package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.MoveRules;
import org.junit.jupiter.api.Test;

/** What the user's options mean, by the manual. */
class PermissionTest {
    private static final MoveRules NO_DISK_MOVES = new MoveRules(false, true, false, false, false);
    private static final MoveRules NO_INSTANCE_MOVES = new MoveRules(true, false, false, false, false);
    private static final MoveRules RESTRICTED = new MoveRules(true, true, true, false, false);
    private static final MoveRules EVACUATION = new MoveRules(true, true, false, true, false);

    private static final Scenario SCENARIO = new Sketch()
            .node("n0")
            .node("n1")
            .node("n2")
            .node("far", node -> node.group = 1)
            .drbd("i0", "n0", "n1")
            .single("plain", "n0", instance -> instance.template = DiskTemplate.PLAIN)
            .single("none", "n0", instance -> instance.template = DiskTemplate.DISKLESS)
            .single("shared", "n0", instance -> instance.template = DiskTemplate.SHARED_FILE)
            .scenario();

    private static final Move FAILOVER = new Move.Failover(0);
    private static final Move REPLACE_SECONDARY = new Move.ReplaceSecondary(0, 2);
    private static final Move REPLACE_PRIMARY = new Move.ReplacePrimary(0, 2);
    private static final Move REPLACE_AND_FAILOVER = new Move.ReplaceAndFailover(0, 2);
    private static final Move FAILOVER_AND_REPLACE = new Move.FailoverAndReplace(0, 2);

    private static List<Prohibition> of(Scenario scenario, Allowance allowance, Move move) {
        Placement home = scenario.cluster().instances().get(move.instance()).placement();
        return new Permission(scenario, Set.of(0), allowance).prohibitions(move, home);
    }

    private static List<Prohibition> of(MoveRules rules, Move move) {
        return of(SCENARIO, Allowance.STEPWISE.with(rules), move);
    }

    @Test
    void withoutDiskMovesOnlyRolesChange() {
        assertThat(of(NO_DISK_MOVES, FAILOVER)).isEmpty();
        assertThat(of(NO_DISK_MOVES, new Move.FailoverToAny(3, 1))).isEmpty();
        assertThat(List.of(REPLACE_SECONDARY, REPLACE_PRIMARY, REPLACE_AND_FAILOVER, FAILOVER_AND_REPLACE))
                .allSatisfy(move -> assertThat(of(NO_DISK_MOVES, move)).containsExactly(Prohibition.DISK_MOVES));
    }

    @Test
    void withoutInstanceMovesOnlyTheSecondCopyMoves() {
        assertThat(of(NO_INSTANCE_MOVES, REPLACE_SECONDARY)).isEmpty();
        assertThat(List.of(
                        FAILOVER,
                        REPLACE_PRIMARY,
                        REPLACE_AND_FAILOVER,
                        FAILOVER_AND_REPLACE,
                        new Move.FailoverToAny(3, 1)))
                .allSatisfy(
                        move -> assertThat(of(NO_INSTANCE_MOVES, move)).containsExactly(Prohibition.INSTANCE_MOVES));
    }

    @Test
    void restrictedMigrationReplacesPrimariesOnlyWhereTheyAreOffline() {
        Scenario drained = SCENARIO.withOffline(List.of(0));
        Allowance restricted = Allowance.STEPWISE.with(RESTRICTED);

        assertThat(of(RESTRICTED, FAILOVER)).isEmpty();
        assertThat(of(RESTRICTED, REPLACE_SECONDARY)).isEmpty();
        assertThat(of(RESTRICTED, REPLACE_AND_FAILOVER)).containsExactly(Prohibition.MIGRATION);
        assertThat(of(RESTRICTED, FAILOVER_AND_REPLACE)).containsExactly(Prohibition.MIGRATION);
        assertThat(of(drained, restricted, REPLACE_AND_FAILOVER)).isEmpty();
        assertThat(of(drained, restricted, FAILOVER_AND_REPLACE)).isEmpty();
        assertThat(of(drained, restricted, REPLACE_PRIMARY)).containsExactly(Prohibition.MIGRATION);
    }

    @Test
    void evacuationMovesOnlyInstancesWithAnOfflineNode() {
        Allowance evacuation = Allowance.STEPWISE.with(EVACUATION);

        assertThat(of(EVACUATION, FAILOVER)).containsExactly(Prohibition.NOT_EVACUATED);
        assertThat(of(SCENARIO.withOffline(List.of(0)), evacuation, FAILOVER)).isEmpty();
        assertThat(of(SCENARIO.withOffline(List.of(1)), evacuation, REPLACE_SECONDARY))
                .isEmpty();
        assertThat(of(SCENARIO.withOffline(List.of(2)), evacuation, FAILOVER))
                .containsExactly(Prohibition.NOT_EVACUATED);
    }

    @Test
    void diskTemplateDecidesWhichMovesArePossible() {
        Move shutDown = new Move.OfflineMove(1, 1);

        assertThat(of(MoveRules.ALL, shutDown)).containsExactly(Prohibition.TEMPLATE);
        assertThat(of(SCENARIO, Allowance.WHOLE.withOfflineMoves(true), shutDown))
                .isEmpty();
        assertThat(of(SCENARIO, Allowance.WHOLE.withOfflineMoves(true), new Move.FailoverToAny(2, 1)))
                .containsExactly(Prohibition.TEMPLATE);
    }

    @Test
    void onlyGroupsThatAreBalancedMove() {
        assertThat(new Permission(SCENARIO, Set.of(1), Allowance.STEPWISE).prohibitions(FAILOVER, new Placement(0, 1)))
                .containsExactly(Prohibition.GROUP);
    }

    @Test
    void everyProhibitionNamesTheInstance() {
        assertThat(Prohibition.values())
                .allSatisfy(why -> assertThat(why.sentence("web1")).containsOnlyOnce("web1"));
    }
}
