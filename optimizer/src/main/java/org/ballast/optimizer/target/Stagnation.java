package org.ballast.optimizer.target;

import org.ballast.optimizer.target.Objective.Standing;

/**
 * The rule by which a search ends early: as many tries as would do for each pair of changes, of any two instances to any
 * two nodes, {@value #ROUNDS} times over have found nothing better. Small clusters come to that in moments; in those of
 * hundreds of instances no search lasts so long. Only tries count, so the end is the same on any machine.
 */
public final class Stagnation {
    /** How often each pair of changes could have been tried. */
    private static final double ROUNDS = 32;
    /** Fewer tries than this prove nothing. */
    private static final double FEWEST = 1 << 16;

    private final double patience;
    private Standing best = Standing.WORST;
    private long since;

    /** Begins with the target that a draft holds. */
    public Stagnation(TargetAssignment assignment) {
        double changes = (double) assignment.movable().length * assignment.targets().length;
        patience = Math.max(FEWEST, ROUNDS * changes * changes);
    }

    /**
     * Takes down how good the best target is, and returns whether it is time to end.
     *
     * @param tries how many changes were tried so far
     */
    public boolean isReached(Standing now, long tries) {
        if (now.compareTo(best) < 0) {
            best = now;
            since = tries;
        }
        return tries - since >= patience;
    }
}
