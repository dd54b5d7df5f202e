package org.ballast.capacity;

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
 * The kind of instance whose capacity is asked for.
 *
 * @param size how large each of them is
 * @param template how their disks are stored
 * @param spindleUse how much disk load one is reckoned to make, without exclusive storage
 */
public record InstanceShape(Size size, DiskTemplate template, long spindleUse) {
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

    /** Returns the number of nodes that one of them needs. */
    public int requiredNodes() {
        return template.hasSecondary() ? 2 : 1;
    }

    /** Returns one of them, running and not yet placed. */
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
     * Returns the next smaller shape that needs less of the resource for which this one was refused; nothing if it
     * would get too small or if its size was not the reason.
     */
    public Optional<InstanceShape> shrunk(Verdict reason) {
        return ShrinkingSizes.of(this, reason)
                .filter(shrinkingSizes -> shrinkingSizes.length() > 0)
                .map(shrinkingSizes -> shrinkingSizes.at(1));
    }

    /** Returns the same with another size. */
    InstanceShape withSize(Size newSize) {
        return new InstanceShape(newSize, template, spindleUse);
    }
}
