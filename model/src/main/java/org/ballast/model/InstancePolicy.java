package org.ballast.model;

import java.util.List;

/**
 * What instances a group accepts and how far its nodes may be overcommitted.
 *
 * @param ranges accepted sizes: an instance must fit one of these ranges; none means no bound
 * @param standard the size a new instance has when nothing else is said
 * @param templates accepted disk templates, in the backend's order
 * @param vcpuRatio highest ratio of virtual to physical CPUs of a node
 * @param spindleRatio highest ratio of reckoned spindle use to the node's spindles
 */
public record InstancePolicy(
        List<Range> ranges,
        InstanceSpec standard,
        List<DiskTemplate> templates,
        double vcpuRatio,
        double spindleRatio) {

    /** The policy that holds where a backend gives none. */
    public static final InstancePolicy DEFAULT = new InstancePolicy(
            List.of(new Range(
                    new InstanceSpec(128, 1, 1024, 1, 1, 1), new InstanceSpec(32768, 8, 1024 * 1024, 16, 8, 12))),
            new InstanceSpec(128, 1, 1024, 1, 1, 1),
            List.of(DiskTemplate.values()),
            4.0,
            32.0);

    /** Copies the lists. */
    public InstancePolicy {
        ranges = List.copyOf(ranges);
        templates = List.copyOf(templates);
    }

    /**
     * A range of accepted sizes.
     *
     * @param min the smallest accepted value of each resource
     * @param max the largest accepted value of each resource
     */
    public record Range(InstanceSpec min, InstanceSpec max) {}

    /** Returns whether the policy accepts this instance on a node with or without exclusive storage. */
    public boolean accepts(Instance instance, boolean exclusiveStorage) {
        boolean sized = ranges.isEmpty();
        for (Range range : ranges) {
            sized |= fits(instance, range, exclusiveStorage);
        }
        return sized && templates.contains(instance.template());
    }

    private static boolean fits(Instance instance, Range range, boolean exclusiveStorage) {
        if (exclusiveStorage && instance.totalSpindles().isEmpty()) {
            return false;
        }
        long spindles = exclusiveStorage ? instance.totalSpindles().orElseThrow() : instance.spindleUse();
        InstanceSpec min = range.min();
        InstanceSpec max = range.max();
        return within(min.memory(), instance.memory(), max.memory())
                && instance.disks().stream().allMatch(disk -> within(min.diskSize(), disk.size(), max.diskSize()))
                && within(min.cpus(), instance.vcpus(), max.cpus())
                && within(min.spindleUse(), spindles, max.spindleUse())
                && (instance.template() == DiskTemplate.DISKLESS
                        || within(min.diskCount(), instance.disks().size(), max.diskCount()));
    }

    private static boolean within(long min, long value, long max) {
        return min <= value && value <= max;
    }
}
