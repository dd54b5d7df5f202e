package org.ballast.checker;

import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Plan;

/**
 * The data that one step certainly sends over the network, and the least time that this takes. An instance whose
 * primary node is offline may have to start on the other node without its memory.
 *
 * <p>Source: {@code docs/cost.md}.
 *
 * @param copies how often all disks are copied
 * @param migrations how often memory is migrated
 * @param changes how often the instance changes its primary node without its memory
 * @param restarts how often it is shut down and started
 * @param disk disk space of one copy, in MiB
 * @param memory memory of one migration, in MiB
 */
record Transfer(int copies, int migrations, int changes, int restarts, long disk, long memory) {
    private static final double SETUP = 5;
    private static final double RESTART = 60;

    /**
     * Returns what a step takes.
     *
     * @param live whether the instance may be migrated while it runs
     */
    static Transfer of(Cluster cluster, Plan.Step step, boolean live) {
        Instance instance = cluster.instances().get(step.move().instance());
        boolean runs = instance.status().isRunning();
        if (step.move() instanceof Move.OfflineMove) {
            return new Transfer(1, 0, 0, runs ? 1 : 0, instance.disk(), instance.memory());
        }
        int switches = switches(step.move());
        boolean isCutOff = cluster.nodes().get(step.from().primary()).isOffline();
        // Only the first change of the primary node can be one away from an offline node.
        int running = runs ? switches - (isCutOff ? Math.min(1, switches) : 0) : 0;
        int migrations = live ? running : 0;
        int restarts = running - migrations;
        return new Transfer(
                copies(step.move()), migrations, switches - migrations, restarts, instance.disk(), instance.memory());
    }

    private static int copies(Move move) {
        return switch (move) {
            case Move.Failover _, Move.FailoverToAny _ -> 0;
            case Move.ReplaceSecondary _,
                    Move.ReplacePrimary _,
                    Move.ReplaceAndFailover _,
                    Move.FailoverAndReplace _,
                    Move.OfflineMove _ -> 1;
        };
    }

    private static int switches(Move move) {
        return switch (move) {
            case Move.ReplaceSecondary _ -> 0;
            case Move.Failover _,
                    Move.FailoverToAny _,
                    Move.ReplaceAndFailover _,
                    Move.FailoverAndReplace _,
                    Move.OfflineMove _ -> 1;
            case Move.ReplacePrimary _ -> 2;
        };
    }

    /** Returns the data in MiB. */
    long mib() {
        return copies * disk + migrations * memory;
    }

    /** Returns the shortest time. */
    double seconds(double diskRate, double migrationRate) {
        return copies * (SETUP + disk / diskRate)
                + migrations * (SETUP + memory / migrationRate)
                + changes * SETUP
                + restarts * RESTART;
    }
}
