package org.ballast.planner.sequence;

import org.ballast.model.Action;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.planner.balance.MoveRules;
import org.ballast.planner.state.ClusterState;

/** Which single moves are allowed, before it is asked whether a node has room. */
final class Hops {
    private final ClusterState state;
    private final MoveRules rules;
    private final boolean offlineMoves;

    Hops(ClusterState state, SequenceRules rules) {
        this.state = state;
        this.rules = rules.moves();
        offlineMoves = rules.offlineMoves();
    }

    boolean allows(Move move, Placement from) {
        boolean permitted = switch (move) {
            case Move.Failover _ -> rules.instanceMoves();
            case Move.FailoverToAny _ -> rules.instanceMoves();
            case Move.ReplaceSecondary _ -> rules.diskMoves();
            case Move.ReplaceAndFailover _, Move.FailoverAndReplace _ ->
                rules.diskMoves()
                        && rules.instanceMoves()
                        && (!rules.restrictedMigration() || state.isOffline(from.primary()));
            case Move.ReplacePrimary _ -> rules.diskMoves() && rules.instanceMoves() && !rules.restrictedMigration();
            case Move.OfflineMove _ -> offlineMoves && rules.diskMoves() && rules.instanceMoves();
        };
        return permitted && isPossible(move, from);
    }

    /** Nothing starts on an offline node, and none gets or gives a copy of disks. */
    private boolean isPossible(Move move, Placement from) {
        Placement at = from;
        for (Action action : move.actions(from)) {
            boolean possible = switch (action) {
                case Action.SwitchRoles() -> !state.isOffline(at.secondary());
                case Action.SwitchTo(int node) -> !state.isOffline(node);
                case Action.ReplaceSecondary(int node) -> !state.isOffline(node) && !state.isOffline(at.primary());
                case Action.MoveDisks(int node) -> !state.isOffline(node) && !state.isOffline(at.primary());
            };
            if (!possible) {
                return false;
            }
            at = action.to(at);
        }
        return true;
    }
}
