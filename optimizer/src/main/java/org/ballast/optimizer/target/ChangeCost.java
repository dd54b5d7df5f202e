package org.ballast.optimizer.target;

import org.ballast.optimizer.cost.Limits;

/**
 * The cost of reaching a target.
 *
 * @param moves how many moves
 * @param dataMib disk copied and memory migrated, in MiB
 * @param instances how many instances move
 * @param work seconds that all moves take one after another
 * @param restarts how often instances are restarted that must not be migrated live
 */
public record ChangeCost(int moves, long dataMib, int instances, double work, long restarts) {
    /** Creates a bill without restarts. */
    public ChangeCost(int moves, long dataMib, int instances, double work) {
        this(moves, dataMib, instances, work, 0);
    }

    /** Returns whether the limits admit it, those on time excepted. */
    public boolean within(Limits limits) {
        return moves <= limits.moves().orElse(Integer.MAX_VALUE)
                && dataMib <= limits.dataMib().orElse(Long.MAX_VALUE)
                && instances <= limits.instances().orElse(Integer.MAX_VALUE);
    }
}
