package org.ballast.testkit;

import org.ballast.model.Move;
import org.ballast.model.Placement;

/** The check of whether a move made up for one placement still makes sense for another. */
public final class MoveKinds {
    private MoveKinds() {}

    public static boolean isSound(Move move, Placement at) {
        return switch (move) {
            case Move.Failover failover -> at.hasSecondary();
            case Move.FailoverToAny(int i, int target) -> target != at.primary();
            case Move.OfflineMove(int i, int target) -> target != at.primary();
            case Move.ReplacePrimary(int i, int target) -> isThird(target, at);
            case Move.ReplaceSecondary(int i, int target) -> isThird(target, at);
            case Move.ReplaceAndFailover(int i, int target) -> isThird(target, at);
            case Move.FailoverAndReplace(int i, int target) -> isThird(target, at);
        };
    }

    private static boolean isThird(int target, Placement at) {
        return target != at.primary() && target != at.secondary();
    }
}
