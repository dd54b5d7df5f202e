package org.ballast.optimizer.cost;

import org.ballast.model.Action;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;

/**
 * The cost of carrying moves out. Costs of several moves add up.
 *
 * @param moves how many moves they are, as hbal counts
 * @param migrations how often a running instance changes its primary node and runs on
 * @param failovers how often an instance changes its primary node without a live migration, those that do not run included
 * @param diskCopies how often all disks of an instance are copied
 * @param diskMib disk space copied, in MiB
 * @param memoryMib memory migrated, in MiB
 * @param downtime seconds in which instances stand still
 * @param restarts how often an instance that runs is failed over because it must not be migrated live
 * @param work seconds that all moves take one after another
 */
public record Cost(
        int moves,
        long migrations,
        long failovers,
        long diskCopies,
        long diskMib,
        long memoryMib,
        double downtime,
        long restarts,
        double work) {
    /** The cost of no moves. */
    public static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0, 0, 0);

    /** Creates costs without restarts. */
    public Cost(
            int moves,
            long migrations,
            long failovers,
            long diskCopies,
            long diskMib,
            long memoryMib,
            double downtime,
            double work) {
        this(moves, migrations, failovers, diskCopies, diskMib, memoryMib, downtime, 0, work);
    }

    /** Returns what one step of a plan takes. */
    public static Cost of(Cluster cluster, Plan.Step step, Rates rates) {
        int index = step.move().instance();
        Instance instance = cluster.instances().get(index);
        Placement at = step.from();
        Cost cost = new Cost(1, 0, 0, 0, 0, 0, 0, 0);
        for (Action action : step.move().actions(step.from())) {
            cost = cost.plus(
                    switch (action) {
                        case Action.SwitchRoles() ->
                            rates.change(instance, rates.changes().of(cluster, index, at.primary()));
                        case Action.SwitchTo(int _) ->
                            rates.change(instance, rates.changes().of(cluster, index, at.primary()));
                        case Action.ReplaceSecondary(int _) -> rates.copy(instance);
                        case Action.MoveDisks(int _) -> rates.copyWhileDown(instance);
                    });
            at = action.to(at);
        }
        return cost;
    }

    /** Returns the data that goes over the network, in MiB: disks and memory. */
    public long dataMib() {
        return diskMib + memoryMib;
    }

    /** Returns what both take together. */
    public Cost plus(Cost other) {
        return new Cost(
                moves + other.moves,
                migrations + other.migrations,
                failovers + other.failovers,
                diskCopies + other.diskCopies,
                diskMib + other.diskMib,
                memoryMib + other.memoryMib,
                downtime + other.downtime,
                restarts + other.restarts,
                work + other.work);
    }
}
