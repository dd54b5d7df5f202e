package org.ballast.hbal;

import org.ballast.model.Action;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Plan;

/**
 * What moves cost.
 *
 * @param migrations how often a running instance changes its primary node
 * @param failovers how often a stopped one does
 * @param diskCopies how often all disks of an instance are copied
 * @param dataMib how much data that is, in MiB
 */
record Effort(long migrations, long failovers, long diskCopies, long dataMib) {
    static final Effort NONE = new Effort(0, 0, 0, 0);

    /** Returns what one step costs. */
    static Effort of(Cluster cluster, Plan.Step step) {
        Instance instance = cluster.instances().get(step.move().instance());
        Effort moved = instance.status().isRunning() ? new Effort(1, 0, 0, 0) : new Effort(0, 1, 0, 0);
        Effort copied = new Effort(0, 0, 1, instance.disk());
        Effort effort = NONE;
        for (Action action : step.move().actions(step.from())) {
            effort = effort.plus(
                    switch (action) {
                        case Action.SwitchRoles() -> moved;
                        case Action.SwitchTo(int target) -> moved;
                        case Action.ReplaceSecondary(int target) -> copied;
                    });
        }
        return effort;
    }

    /** Returns what both cost together. */
    Effort plus(Effort other) {
        return new Effort(
                migrations + other.migrations,
                failovers + other.failovers,
                diskCopies + other.diskCopies,
                dataMib + other.dataMib);
    }
}
