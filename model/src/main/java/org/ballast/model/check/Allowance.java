package org.ballast.model.check;

/**
 * What a plan may do that a balancer's ordinary plan may not.
 *
 * @param rises whether single steps may raise the score, as long as the end is not above the start
 * @param offlineMoves whether instances may be shut down to move their disks
 * @param otherGroups whether instances may leave their group; at the end none has its nodes in two groups that did not
 *     at the start
 */
public record Allowance(boolean rises, boolean offlineMoves, boolean otherGroups) {
    /** Nothing beyond the ordinary. */
    public static final Allowance NONE = new Allowance(false, false, false);
}
