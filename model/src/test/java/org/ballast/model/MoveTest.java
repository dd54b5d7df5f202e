package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoveTest {
    private static final Placement FROM = new Placement(1, 2);
    private static final int TARGET = 5;

    static Stream<Move> mirroredMoves() {
        return Stream.of(
                new Move.Failover(7),
                new Move.ReplacePrimary(7, TARGET),
                new Move.ReplaceSecondary(7, TARGET),
                new Move.ReplaceAndFailover(7, TARGET),
                new Move.FailoverAndReplace(7, TARGET));
    }

    static Stream<Move> allMoves() {
        return Stream.concat(
                mirroredMoves(), Stream.of(new Move.FailoverToAny(7, TARGET), new Move.OfflineMove(7, TARGET)));
    }

    @ParameterizedTest
    @MethodSource("allMoves")
    void actionsLeadWhereTheMoveLeads(Move move) {
        assertThat(follow(move, FROM)).isEqualTo(move.to(FROM));
        assertThat(move.instance()).isEqualTo(7);
    }

    @Test
    void failoverToAnyAndOfflineMoveNeedNoSecondary() {
        for (Move move : List.of(new Move.FailoverToAny(0, TARGET), new Move.OfflineMove(0, TARGET))) {
            assertThat(move.to(Placement.on(1))).isEqualTo(Placement.on(TARGET));
            assertThat(follow(move, Placement.on(1))).isEqualTo(Placement.on(TARGET));
        }
    }

    @Test
    void disksAndTheMemoryOfWhatRunsAreCopied() {
        Instance running = Samples.instance(draft -> {});
        Instance stopped = Samples.instance(draft -> draft.status = InstanceStatus.ADMIN_DOWN);

        assertThat(new Move.Failover(0).dataMib(FROM, running)).isEqualTo(1024);
        assertThat(new Move.Failover(0).dataMib(FROM, stopped)).isZero();
        assertThat(new Move.ReplacePrimary(0, TARGET).dataMib(FROM, running)).isEqualTo(2 * 1024 + 10_240);
        assertThat(new Move.ReplacePrimary(0, TARGET).dataMib(FROM, stopped)).isEqualTo(10_240);
        assertThat(new Move.OfflineMove(0, TARGET).dataMib(FROM, running)).isEqualTo(10_240);
    }

    private static Placement follow(Move move, Placement from) {
        Placement placement = from;
        for (Action action : move.actions(from)) {
            placement = action.to(placement);
        }
        return placement;
    }

    @Test
    void everyMoveLeadsToItsOwnPlacement() {
        assertThat(mirroredMoves().map(move -> move.to(FROM)))
                .containsExactly(
                        new Placement(2, 1),
                        new Placement(TARGET, 2),
                        new Placement(1, TARGET),
                        new Placement(TARGET, 1),
                        new Placement(2, TARGET));
    }

    @Test
    void actionsComeInTheOrderInWhichTheyCanBeDone() {
        Action swap = new Action.SwitchRoles();
        Action copy = new Action.ReplaceSecondary(TARGET);

        assertThat(allMoves().map(move -> move.actions(FROM)))
                .containsExactly(
                        List.of(swap),
                        List.of(swap, copy, swap),
                        List.of(copy),
                        List.of(copy, swap),
                        List.of(swap, copy),
                        List.of(new Action.SwitchTo(TARGET)),
                        List.of(new Action.MoveDisks(TARGET)));
    }

    @Test
    void kindsHaveNames() {
        assertThat(allMoves().map(Move::kind))
                .containsExactly(
                        "failover",
                        "replace-primary",
                        "replace-secondary",
                        "replace-and-failover",
                        "failover-and-replace",
                        "failover-to-any",
                        "offline-move");
    }
}
