package org.ballast.model;

import java.util.Set;

/**
 * How instances come to another primary node: by live migration, or by a failover, in which they stand still until they
 * have started there.
 *
 * @param deadNodes the nodes that nothing can be migrated from, because they do not run
 * @param neverLive the instances that must not be migrated live
 */
public record RoleChanges(Set<Integer> deadNodes, Set<Integer> neverLive) {
    /** What runs is migrated live, wherever it runs. */
    public static final RoleChanges BY_STATUS = new RoleChanges(Set.of(), Set.of());

    /** Copies the sets. */
    public RoleChanges {
        deadNodes = Set.copyOf(deadNodes);
        neverLive = Set.copyOf(neverLive);
    }

    /**
     * Returns how an instance leaves its primary node.
     *
     * @param primary the node that it leaves
     */
    public Kind of(Cluster cluster, int instance, int primary) {
        InstanceStatus status = cluster.instances().get(instance).status();
        if (deadNodes.contains(primary)) {
            return status.usesMemory() ? Kind.RESCUE : Kind.COLD;
        }
        if (!status.isRunning()) {
            return Kind.COLD;
        }
        return neverLive.contains(instance) ? Kind.RESTART : Kind.LIVE;
    }

    /** What happens to the instance. */
    public enum Kind {
        /** It is migrated and runs on. */
        LIVE("migrate"),
        /** It does not run, so it stands still in any case. */
        COLD("failover"),
        /** It is shut down and starts on the other node. */
        RESTART("failover"),
        /** Its node does not run; it starts on the other one. */
        RESCUE("failover");

        private final String command;

        Kind(String command) {
            this.command = command;
        }

        /** Returns the command of {@code gnt-instance} that does it. */
        public String command() {
            return command;
        }
    }
}
