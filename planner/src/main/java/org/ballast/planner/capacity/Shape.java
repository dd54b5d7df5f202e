package org.ballast.planner.capacity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstanceSpec;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Placement;
import org.ballast.planner.state.Verdict;

/**
 * What the instances are like of which somebody wants to know how many fit.
 *
 * @param size how large each of them is
 * @param template how their disks are stored
 * @param spindleUse how much disk load one is reckoned to make, without exclusive storage
 */
public record Shape(Size size, DiskTemplate template, long spindleUse) {
    private static final long MEMORY_STEP = 64;
    private static final long DISK_STEP = 256;
    private static final long VCPU_STEP = 1;
    private static final long SPINDLE_STEP = 1;

    /**
     * A size of instances with one disk.
     *
     * @param memory memory in MiB
     * @param disk disk space in MiB
     * @param vcpus virtual CPUs
     * @param spindles spindles that the disk owns, with exclusive storage
     */
    public record Size(long memory, long disk, long vcpus, long spindles) {
        /** Returns the size that a policy names. */
        public static Size of(InstanceSpec spec) {
            return new Size(spec.memory(), spec.diskSize(), spec.cpus(), spec.spindleUse());
        }
    }

    /** Returns how many nodes one of them needs. */
    public int requiredNodes() {
        return template.hasSecondary() ? 2 : 1;
    }

    /** Returns one of them, which is running and nowhere. */
    public Instance instance(String name) {
        return new Instance(
                name,
                size.memory,
                size.disk,
                List.of(new Instance.Disk(size.disk, OptionalLong.of(size.spindles))),
                size.vcpus,
                InstanceStatus.RUNNING,
                true,
                Placement.NOWHERE,
                template,
                List.of(),
                spindleUse,
                false,
                List.of());
    }

    /**
     * Returns the next smaller shape that needs less of the resource for which this one was refused; nothing if it would
     * get too small or if its size was not the reason.
     *
     * <p>Source: the steps of tiered allocation in Ganeti 3.0, observed through hspace.
     */
    public Optional<Shape> shrunk(Verdict reason) {
        return switch (reason) {
            case MEMORY -> smaller(size.memory, MEMORY_STEP, v -> new Size(v, size.disk, size.vcpus, size.spindles));
            case DISK -> smaller(size.disk, DISK_STEP, v -> new Size(size.memory, v, size.vcpus, size.spindles));
            case VCPUS -> smaller(size.vcpus, VCPU_STEP, v -> new Size(size.memory, size.disk, v, size.spindles));
            case SPINDLES -> smaller(size.spindles, SPINDLE_STEP, v -> new Size(size.memory, size.disk, size.vcpus, v));
            case ACCEPTED, REDUNDANCY, EXCLUSION_TAG, MIGRATION_TAG, DISK_COUNT -> Optional.empty();
        };
    }

    private interface With {
        Size value(long value);
    }

    private Optional<Shape> smaller(long value, long step, With with) {
        return value - step < step
                ? Optional.empty()
                : Optional.of(new Shape(with.value(value - step), template, spindleUse));
    }
}
