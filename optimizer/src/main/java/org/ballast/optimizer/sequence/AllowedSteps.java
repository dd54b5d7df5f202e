package org.ballast.optimizer.sequence;

import org.ballast.model.Action;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.state.ClusterState;

/** The single moves that options and offline nodes allow, before it is checked whether a node has room. */
public final class AllowedSteps {
    private final ClusterState state;
    private final MoveRules rules;
    private final boolean offlineMoves;

    /** Creates a check that follows the state. */
    public AllowedSteps(ClusterState state, SequenceRules rules) {
        this.state = state;
        this.rules = rules.moves();
        offlineMoves = rules.offlineMoves();
    }

    /** Returns whether an instance with this placement may make a move. */
    public boolean allows(Move move, Placement from) {
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
