package org.ballast.checker;

import static org.ballast.checker.RefusalText.instanceName;
import static org.ballast.checker.RefusalText.mebibytes;
import static org.ballast.checker.RefusalText.nodeName;
import static org.ballast.checker.RefusalText.ratioText;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.model.Cluster;

/**
 * A reason why a node cannot hold an instance. {@link Memory}, {@link Disk} and {@link Spindles} are hard rules; all
 * others are soft: they may be broken to leave an offline node, and where soft errors are ignored.
 */
public sealed interface HostRefusal extends Refusal {
    /** Returns the index of the node that refuses. */
    int node();

    /** Returns the index of the instance it refuses. */
    int instance();

    /**
     * The instance would leave no memory free.
     *
     * @param needed memory that the instance takes; none if it does not run
     * @param free unallocated memory without it
     */
    record Memory(int node, int instance, long needed, long free) implements HostRefusal {
        @Override
        public String describe(Cluster cluster) {
            return nodeName(cluster, node) + " needs " + mebibytes(needed - free + 1) + " more memory to host "
                    + instanceName(cluster, instance);
        }
    }

    /**
     * The instance would leave no disk space free.
     *
     * @param needed disk space of the instance
     * @param free free disk space without it
     */
    record Disk(int node, int instance, long needed, long free) implements HostRefusal {
        @Override
        public String describe(Cluster cluster) {
            return nodeName(cluster, node) + " needs " + mebibytes(needed - free + 1) + " more disk space to hold "
                    + instanceName(cluster, instance);
        }
    }

    /**
     * The instance owns more spindles than the node with exclusive storage has left.
     *
     * @param needed spindles of the instance; empty where they are not known, which no such node accepts
     * @param free free spindles without it
     */
    record Spindles(int node, int instance, OptionalLong needed, long free) implements HostRefusal {
        @Override
        public String describe(Cluster cluster) {
            if (needed.isEmpty()) {
                return nodeName(cluster, node) + " has exclusive storage, but how many spindles "
                        + instanceName(cluster, instance) + " owns is not known";
            }
            return nodeName(cluster, node) + " needs " + (needed.getAsLong() - free) + " more free spindles to hold "
                    + instanceName(cluster, instance);
        }
    }

    /**
     * The disk space that shall stay free would not.
     *
     * @param reserve disk space that shall stay free
     * @param left free disk space with the instance
     */
    record DiskReserve(int node, int instance, long reserve, long left) implements HostRefusal {
        @Override
        public String describe(Cluster cluster) {
            return nodeName(cluster, node) + " has to keep " + mebibytes(reserve) + " of disk space free, but has only "
                    + mebibytes(left) + " left with " + instanceName(cluster, instance);
        }
    }

    /**
     * The reckoned spindle use would exceed the policy.
     *
     * @param use spindle use with the instance
     * @param limit the highest allowed one
     */
    record SpindleUse(int node, int instance, long use, double limit) implements HostRefusal {
        @Override
        public String describe(Cluster cluster) {
            return nodeName(cluster, node) + " may bear a spindle use of " + ratioText(limit) + ", but bears " + use
                    + " with " + instanceName(cluster, instance);
        }
    }

    /**
     * The node would newly fail the N+1 check: the memory left would not exceed what one other node's failure needs.
     *
     * @param failing index of the node whose failure needs most; empty where instances of negative size blur it
     * @param reserved memory reserved for failovers
     * @param free unallocated memory
     */
    record Redundancy(int node, int instance, OptionalInt failing, long reserved, long free) implements HostRefusal {
        @Override
        public String describe(Cluster cluster) {
            String whose = failing.isPresent() ? " for " + nodeName(cluster, failing.getAsInt()) + "'s failover" : "";
            return nodeName(cluster, node) + " needs " + mebibytes(reserved - free + 1) + " more memory to keep N+1"
                    + whose + ", with " + instanceName(cluster, instance) + " on it";
        }
    }

    /**
     * The instance could not start on its secondary node.
     *
     * @param needed memory of the instance
     * @param free unallocated memory of the node
     */
    record FailoverMemory(int node, int instance, long needed, long free) implements HostRefusal {
        @Override
        public String describe(Cluster cluster) {
            return nodeName(cluster, node) + " needs " + mebibytes(needed - free + 1) + " more memory to take over "
                    + instanceName(cluster, instance) + " in a failover";
        }
    }

    /**
     * Too many virtual CPUs for each physical one.
     *
     * @param ratio virtual to physical CPUs with the instance
     * @param limit the highest allowed ratio
     */
    record Vcpus(int node, int instance, double ratio, double limit) implements HostRefusal {
        @Override
        public String describe(Cluster cluster) {
            if (!Double.isFinite(ratio)) {
                return nodeName(cluster, node) + " reports no CPUs, so that it can have no virtual ones for "
                        + instanceName(cluster, instance);
            }
            return nodeName(cluster, node) + " may have " + ratioText(limit)
                    + " virtual CPUs for each physical one, but has " + ratioText(ratio) + " with "
                    + instanceName(cluster, instance);
        }
    }

    /**
     * An instance with the same exclusion tag is there.
     *
     * @param tag the tag
     * @param present index of the instance that is there
     */
    record ExclusionTag(int node, int instance, String tag, int present) implements HostRefusal {
        @Override
        public String describe(Cluster cluster) {
            return nodeName(cluster, node) + " hosts " + instanceName(cluster, present)
                    + ", which shares the exclusion tag " + tag + " with " + instanceName(cluster, instance);
        }
    }

    /**
     * There is no room once all forthcoming instances exist and all stopped ones run.
     *
     * @param reason what lacks then
     */
    record Planned(HostRefusal reason) implements HostRefusal {
        @Override
        public int node() {
            return reason.node();
        }

        @Override
        public int instance() {
            return reason.instance();
        }

        @Override
        public String describe(Cluster cluster) {
            return reason.describe(cluster) + ", once forthcoming and stopped instances run as well";
        }
    }
}
