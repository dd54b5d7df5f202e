package org.ballast.iallocator;

import java.util.Optional;

/** One step of a job that the cluster manager is to run. */
public sealed interface Opcode {

    /**
     * The migration of a running instance, or its restart elsewhere where it cannot be migrated.
     *
     * @param instance name of the instance
     * @param target the node it goes to; empty for a mirrored instance, which goes to its secondary node
     */
    record InstanceMigrate(String instance, Optional<String> target) implements Opcode {}

    /**
     * The failover of an instance; also in place of a migration for an instance that does not exist yet.
     *
     * @param instance name of the instance
     * @param target the node it goes to; empty for a mirrored instance, which goes to its secondary node
     */
    record InstanceFailover(String instance, Optional<String> target) implements Opcode {}

    /**
     * The building of an instance's second copy on another node.
     *
     * @param instance name of the instance
     * @param remoteNode the new secondary node
     */
    record InstanceReplaceDisks(String instance, String remoteNode) implements Opcode {}
}
