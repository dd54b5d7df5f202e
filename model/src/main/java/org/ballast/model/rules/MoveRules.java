package org.ballast.model.rules;

/**
 * The kinds of moves that are considered.
 *
 * @param diskMoves whether disks may be copied to another node
 * @param instanceMoves whether instances may change their primary node
 * @param restrictedMigration whether instances leave their primary node only if it is offline
 * @param evacuationOnly whether only instances that have an offline node move
 * @param ignoreSoftErrors whether moves may break soft limits: N+1, CPU and spindle ratios, reserved disk, tags
 */
public record MoveRules(
        boolean diskMoves,
        boolean instanceMoves,
        boolean restrictedMigration,
        boolean evacuationOnly,
        boolean ignoreSoftErrors) {
    /** All moves, within all limits. */
    public static final MoveRules ALL = new MoveRules(true, true, false, false, false);
}
