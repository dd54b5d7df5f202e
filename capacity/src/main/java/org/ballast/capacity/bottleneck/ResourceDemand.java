package org.ballast.capacity.bottleneck;

import org.ballast.planner.state.Verdict;

/**
 * The demand of an instance for one resource of a node, and what there is. It gets it if the need fits into what is
 * free and not reserved.
 *
 * @param kind what is needed
 * @param needed how much
 * @param free how much is free; negative where the node is overcommitted
 * @param reserved how much must stay free all the same: for failovers, by the user's wish, or because the last MiB is
 *     never used up
 */
public record ResourceDemand(Kind kind, long needed, long free, long reserved) {

    /** The kind of demand. */
    public enum Kind {
        /** Memory, in MiB. */
        MEMORY("memory", "MiB", HardwareResource.MEMORY, Verdict.MEMORY),
        /** Disk space, in MiB. */
        DISK("disk", "MiB", HardwareResource.DISK, Verdict.DISK),
        /** Virtual CPUs, as many as the policy's ratio makes of the physical ones. */
        VCPUS("vcpus", "vCPUs", HardwareResource.CPUS, Verdict.VCPUS),
        /** Spindles that the instance owns, with exclusive storage. */
        SPINDLES("spindles", "spindles", HardwareResource.SPINDLES, Verdict.SPINDLES),
        /** Reckoned disk load, as much as the policy's ratio allows for the node's spindles. */
        SPINDLE_USE("spindle use", "spindle use", HardwareResource.SPINDLES, Verdict.DISK);

        private final String label;
        private final String unit;
        private final HardwareResource resource;
        private final Verdict verdict;

        Kind(String label, String unit, HardwareResource resource, Verdict verdict) {
            this.label = label;
            this.unit = unit;
            this.resource = resource;
            this.verdict = verdict;
        }

        /** Returns the name for reports. */
        public String label() {
            return label;
        }

        /** Returns the unit of amounts. */
        public String unit() {
            return unit;
        }

        /** Returns the hardware of which more would help. */
        public HardwareResource resource() {
            return resource;
        }

        /** Returns the verdict on an instance that does not get what it needs. */
        public Verdict verdict() {
            return verdict;
        }
    }

    /** Returns the most that the instance could have; negative where the node has to keep more than is free. */
    public long available() {
        return free - reserved;
    }

    /** Returns how much is missing; 0 if nothing is. */
    public long lacking() {
        return Math.max(0, needed - available());
    }

    /** Returns whether the instance gets what it needs. */
    public boolean isMet() {
        return lacking() == 0;
    }
}
