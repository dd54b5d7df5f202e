package org.ballast.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sizes of instances that a group accepts, and how far its nodes may be overcommitted.
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

    /** A reason for which a policy refuses an instance, in the order in which the checks are made. */
    public enum Violation {
        /** Too little or too much memory. */
        MEMORY,
        /** A disk that is too small or too large. */
        DISK_SIZE,
        /** Too few or too many virtual CPUs. */
        CPUS,
        /** Too few or too many spindles, or not known how many. */
        SPINDLES,
        /** Too few or too many disks. */
        DISK_COUNT,
        /** A disk template that the group does not use. */
        TEMPLATE
    }

    /** Returns whether the policy accepts this instance on a node with or without exclusive storage. */
    public boolean accepts(Instance instance, boolean exclusiveStorage) {
        return violation(instance, exclusiveStorage).isEmpty();
    }

    /**
     * Returns why the policy does not accept this instance on a node with or without exclusive storage. An instance
     * that fits none of the ranges is refused for what the first of them says.
     */
    public Optional<Violation> violation(Instance instance, boolean exclusiveStorage) {
        Optional<Violation> first = Optional.empty();
        for (Range range : ranges) {
            Optional<Violation> violation = violation(instance, range, exclusiveStorage);
            if (violation.isEmpty()) {
                first = violation;
                break;
            }
            if (first.isEmpty()) {
                first = violation;
            }
        }
        if (first.isEmpty() && !templates.contains(instance.template())) {
            return Optional.of(Violation.TEMPLATE);
        }
        return first;
    }

    /** The lower bounds come first, each one of them, and then the upper bounds: this decides which reason is given. */
    private static Optional<Violation> violation(Instance instance, Range range, boolean exclusiveStorage) {
        Optional<Violation> tooSmall = beyond(instance, range.min(), -1, exclusiveStorage);
        return tooSmall.isPresent() ? tooSmall : beyond(instance, range.max(), 1, exclusiveStorage);
    }

    /** Returns what is less than the bound if the direction is -1, or more if it is 1. */
    private static Optional<Violation> beyond(
            Instance instance, InstanceSpec bound, int direction, boolean exclusiveStorage) {
        if (Long.compare(instance.memory(), bound.memory()) == direction) {
            return Optional.of(Violation.MEMORY);
        }
        for (Instance.Disk disk : instance.disks()) {
            if (Long.compare(disk.size(), bound.diskSize()) == direction) {
                return Optional.of(Violation.DISK_SIZE);
            }
        }
        if (Long.compare(instance.vcpus(), bound.cpus()) == direction) {
            return Optional.of(Violation.CPUS);
        }
        OptionalLong spindles = exclusiveStorage ? instance.totalSpindles() : OptionalLong.of(instance.spindleUse());
        if (spindles.isEmpty() || Long.compare(spindles.getAsLong(), bound.spindleUse()) == direction) {
            return Optional.of(Violation.SPINDLES);
        }
        return instance.template() != DiskTemplate.DISKLESS
                        && Long.compare(instance.disks().size(), bound.diskCount()) == direction
                ? Optional.of(Violation.DISK_COUNT)
                : Optional.empty();
    }
}
