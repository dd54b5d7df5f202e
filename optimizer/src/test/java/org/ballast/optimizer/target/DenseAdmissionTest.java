package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;
import org.ballast.testkit.Dice;
import org.ballast.testkit.LooseClusters;
import org.ballast.testkit.MoveKinds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nodes of a dense state refuse, compared with what they refuse to real moves. */
class DenseAdmissionTest {
    private int accepted;
    private int refused;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nodesRefuseTargetsAsTheyRefuseRealMoves(long seed) {
        for (long shift = 0; shift < 60; shift++) {
            Scenario scenario = LooseClusters.of(14_000 * seed + shift);
            if (!scenario.cluster().instances().isEmpty()) {
                new Comparison(scenario, shift % 4 == 0, Dice.of(seed + shift)).run();
            }
        }
        assertThat(accepted).isGreaterThan(200);
        assertThat(refused).isGreaterThan(200);
    }

    private final class Comparison {
        private final ClusterState state;
        private final DenseState dense;
        private final Trial trial;
        private final boolean ignoreSoftErrors;
        private final Dice dice;

        Comparison(Scenario scenario, boolean ignoreSoftErrors, Dice dice) {
            this.ignoreSoftErrors = ignoreSoftErrors;
            this.dice = dice;
            state = new ClusterState(scenario);
            int[] groups =
                    IntStream.range(0, scenario.cluster().groups().size()).toArray();
            dense = new DenseState(state, groups, ignoreSoftErrors);
            trial = new Trial(state);
        }

        void run() {
            for (int k = 0; k < 60; k++) {
                int i = dice.between(0, state.instanceCount() - 1);
                Placement from = state.placement(i);
                boolean isSound = !state.instance(i).forthcoming()
                        && from.primary() != from.secondary()
                        && from.hasSecondary() == state.instance(i).template().hasSecondary();
                int[] online = isSound ? dense.groupOf(from.primary()) : new int[0];
                if (online.length > 0) {
                    int target = online[dice.between(0, online.length - 1)];
                    Move move = move(i, from, target);
                    if (MoveKinds.isSound(move, from) && isPossible(move, from)) {
                        compare(move, from);
                    }
                }
            }
        }

        private Move move(int i, Placement from, int target) {
            if (state.instance(i).template().mirroring() == Mirroring.NONE) {
                return new Move.OfflineMove(i, target);
            }
            MoveKind kind = from.hasSecondary() ? MoveKind.values()[dice.between(0, 4)] : MoveKind.FAILOVER_TO_ANY;
            return kind.move(i, target);
        }

        private boolean isPossible(Move move, Placement from) {
            boolean throughSecondary = move instanceof Move.Failover
                    || move instanceof Move.ReplacePrimary
                    || move instanceof Move.FailoverAndReplace;
            boolean fromPrimary = move instanceof Move.ReplaceSecondary || move instanceof Move.ReplaceAndFailover;
            return !(throughSecondary && state.isOffline(from.secondary()))
                    && !(fromPrimary && state.isOffline(from.primary()))
                    && (!from.hasSecondary() || state.groupOf(from.primary()) == state.groupOf(from.secondary()));
        }

        private void compare(Move move, Placement from) {
            Placement to = move.to(from);
            Verdict verdict = trial.move(move, ignoreSoftErrors);
            boolean isRefused = dense.rise(move.instance(), to.primary(), to.secondary()) == DenseState.REFUSED;
            if (verdict != Verdict.MIGRATION_TAG && isRefused == verdict.accepted()) {
                boolean isHome = to.primary() == dense.firstPrimary(move.instance());
                boolean isKnown = !isRefused
                        && (move instanceof Move.ReplacePrimary
                                || isCrammed(from)
                                || (isHome && verdict == Verdict.MEMORY && isOverbooked(to.primary())));
                assertThat(isKnown)
                        .as("%s of %s: %s", move, state.instance(move.instance()), verdict)
                        .isTrue();
            }
            refused += isRefused ? 1 : 0;
            accepted += isRefused ? 0 : 1;
            if (verdict.accepted() && dice.chance(0.3)) {
                dense.place(move.instance(), to.primary(), to.secondary());
                state.commit(trial);
                settle(from, to);
            }
        }

        /** A move touches nodes on which nothing has changed in the end, which then judge themselves anew. */
        private void settle(Placement... placements) {
            for (Placement each : placements) {
                for (int node : new int[] {each.primary(), each.secondary()}) {
                    if (node != Placement.NONE) {
                        state.ledgers[node].failsRedundancy = dense.isFailing(node);
                    }
                }
            }
        }

        /** Who is there already has to fit again for a real move. */
        private boolean isCrammed(Placement at) {
            return isCrammed(at.primary()) || (at.hasSecondary() && isCrammed(at.secondary()));
        }

        /** In the end an instance has never left its first node, and need not be let in again. */
        private boolean isOverbooked(int node) {
            return new ClusterState(state.scenario()).plannedFreeMemory(node) <= 0;
        }

        private boolean isCrammed(int node) {
            NodeLedger ledger = state.ledgers[node];
            return ledger.unallocatedMemory() <= 0
                    || ledger.planned.freeDisk <= 0
                    || ledger.planned.freeDisk < state.nodes.diskReserve[node]
                    || ledger.planned.freeSpindles < 0
                    || ledger.planned.spindleUse > state.nodes.maxSpindleUse[node];
        }
    }
}
