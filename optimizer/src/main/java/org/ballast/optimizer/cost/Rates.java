package org.ballast.optimizer.cost;

import org.ballast.model.Instance;
import org.ballast.model.RoleChanges;

/**
 * The speed at which a cluster carries moves out.
 *
 * @param disk MiB of disk space copied a second
 * @param migration MiB of memory migrated a second
 * @param perNode how many moves a node takes part in at the same time, at least 1
 * @param changes how instances come to another primary node
 */
public record Rates(double disk, double migration, int perNode, RoleChanges changes) {
    /** Ganeti's usual limit for DRBD's synchronisation, a gigabit network for memory, and one job a node. */
    public static final Rates USUAL = new Rates(60, 100, 1);

    /** Seconds before data flows: locks, checks, and setting up disks. */
    static final double SETUP = 5;
    /** Seconds in which a migrated instance stands still at the end of its migration. */
    static final double PAUSE = 0.5;
    /** Seconds that an instance takes to shut down and to start. */
    static final double RESTART = 60;

    /** Checks the ranges. */
    public Rates {
        if (!(disk > 0) || !(migration > 0) || perNode < 1) {
            throw new IllegalArgumentException("rates of " + disk + " and " + migration + " MiB/s and " + perNode
                    + " moves a node make no sense. Maybe a value was left at zero?");
        }
    }

    /** Creates rates at which what runs is migrated live. */
    public Rates(double disk, double migration, int perNode) {
        this(disk, migration, perNode, RoleChanges.BY_STATUS);
    }

    /** Returns these rates with another way to come to another primary node. */
    public Rates with(RoleChanges newChanges) {
        return new Rates(disk, migration, perNode, newChanges);
    }

    /** Returns what it takes that an instance changes its primary node. */
    public Cost change(Instance instance, RoleChanges.Kind kind) {
        return switch (kind) {
            case LIVE -> new Cost(0, 1, 0, 0, 0, instance.memory(), PAUSE, SETUP + instance.memory() / migration);
            case COLD -> new Cost(0, 0, 1, 0, 0, 0, 0, SETUP);
            case RESTART -> new Cost(0, 0, 1, 0, 0, 0, RESTART, 1, SETUP + RESTART);
            case RESCUE -> new Cost(0, 0, 1, 0, 0, 0, RESTART, SETUP + RESTART);
        };
    }

    /** Returns what it takes that all disks of an instance are copied while it runs on. */
    public Cost copy(Instance instance) {
        return new Cost(0, 0, 0, 1, instance.disk(), 0, 0, SETUP + instance.disk() / disk);
    }

    /** Returns what it takes that all disks of an instance are copied while it is shut down, if it runs at all. */
    public Cost copyWhileDown(Instance instance) {
        double restart = instance.status().isRunning() ? RESTART : 0;
        double work = SETUP + restart + instance.disk() / disk;
        return new Cost(0, 0, 1, 1, instance.disk(), 0, restart > 0 ? work : 0, work);
    }
}
