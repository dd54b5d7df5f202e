package org.ballast.capacity;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import org.ballast.capacity.InstanceShape.Size;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;
import org.ballast.planner.state.Verdict;

/**
 * A shape and the smaller ones that follow from it, with less and less of one resource.
 *
 * <p>Source: the steps of tiered allocation in Ganeti 3.0, observed through hspace.
 */
final class ShrinkingSizes {
    private static final long MEMORY_STEP = 64;
    private static final long DISK_STEP = 256;
    private static final long VCPU_STEP = 1;
    private static final long SPINDLE_STEP = 1;

    private final InstanceShape top;
    private final long value;
    private final long step;
    private final LongFunction<Size> withValue;
    private final ToLongFunction<InstanceSpec> bound;

    private ShrinkingSizes(
            InstanceShape top,
            long value,
            long step,
            LongFunction<Size> withValue,
            ToLongFunction<InstanceSpec> bound) {
        this.top = top;
        this.value = value;
        this.step = step;
        this.withValue = withValue;
        this.bound = bound;
    }

    /** Returns the shapes with less of the resource that was lacking; nothing if it was not the size. */
    static Optional<ShrinkingSizes> of(InstanceShape top, Verdict reason) {
        Size size = top.size();
        return switch (reason) {
            case MEMORY ->
                Optional.of(new ShrinkingSizes(
                        top,
                        size.memory(),
                        MEMORY_STEP,
                        v -> new Size(v, size.disk(), size.vcpus(), size.spindles()),
                        InstanceSpec::memory));
            case DISK ->
                Optional.of(new ShrinkingSizes(
                        top,
                        size.disk(),
                        DISK_STEP,
                        v -> new Size(size.memory(), v, size.vcpus(), size.spindles()),
                        InstanceSpec::diskSize));
            case VCPUS ->
                Optional.of(new ShrinkingSizes(
                        top,
                        size.vcpus(),
                        VCPU_STEP,
                        v -> new Size(size.memory(), size.disk(), v, size.spindles()),
                        InstanceSpec::cpus));
            case SPINDLES ->
                Optional.of(new ShrinkingSizes(
                        top,
                        size.spindles(),
                        SPINDLE_STEP,
                        v -> new Size(size.memory(), size.disk(), size.vcpus(), v),
                        InstanceSpec::spindleUse));
            case ACCEPTED, REDUNDANCY, EXCLUSION_TAG, MIGRATION_TAG, DISK_COUNT -> Optional.empty();
        };
    }

    /** Returns how many smaller shapes there are; the smallest one has at least one step of the resource left. */
    long length() {
        return Math.max(0, Math.floorDiv(value, step) - 1);
    }

    /** Returns the shape after some steps. */
    InstanceShape at(long steps) {
        return top.withSize(withValue.apply(value - steps * step));
    }

    /**
     * Returns after how many steps at most nothing has changed, where a question is answered alike all the way until it
     * is answered differently for good. Steps over a bound of a policy are never taken.
     */
    long steady(Cluster cluster, LongPredicate unchangedAfter) {
        long sure = 0;
        long stride = 1;
        long end = length();
        while (sure < end) {
            long next = Math.min(end, sure + stride);
            if (isWithinBounds(cluster, next) && unchangedAfter.test(next)) {
                sure = next;
                stride *= 2;
            } else if (stride == 1) {
                return sure;
            } else {
                end = next - 1;
                stride = Math.max(1, (end - sure) / 2);
            }
        }
        return sure;
    }

    /** Returns whether all policies see the shape as they see the top. */
    private boolean isWithinBounds(Cluster cluster, long steps) {
        for (Group group : cluster.groups()) {
            for (InstancePolicy.Range range : group.policy().ranges()) {
                long after = value - steps * step;
                long least = bound.applyAsLong(range.min());
                long most = bound.applyAsLong(range.max());
                if (after < least != value < least || after > most != value > most) {
                    return false;
                }
            }
        }
        return true;
    }
}
