package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ballast.model.Samples.InstanceDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InstancePolicyTest {
    private static final InstancePolicy.Range SMALL = range(100, 199);
    private static final InstancePolicy.Range LARGE = range(300, 399);

    /** Returns a range in which every resource has the same bounds; interfaces, which nobody counts, have others. */
    private static InstancePolicy.Range range(long min, long max) {
        return new InstancePolicy.Range(
                new InstanceSpec(min, min, min, min, 1_000, min), new InstanceSpec(max, max, max, max, 1_000, max));
    }

    private static InstancePolicy policy(InstancePolicy.Range... ranges) {
        return new InstancePolicy(
                List.of(ranges), InstancePolicy.DEFAULT.standard(), List.of(DiskTemplate.values()), 4, 32);
    }

    /** Returns an instance of which every resource is {@code size}, unless it is changed. */
    private static Instance instance(int size, Consumer<InstanceDraft> change) {
        return Samples.instance(draft -> {
            draft.memory = size;
            draft.vcpus = size;
            draft.spindleUse = size;
            draft.disks = disks(size, size, OptionalLong.empty());
            change.accept(draft);
        });
    }

    private static List<Instance.Disk> disks(int count, long size, OptionalLong spindles) {
        return Collections.nCopies(count, new Instance.Disk(size, spindles));
    }

    private static boolean accepts(Consumer<InstanceDraft> change) {
        return policy(SMALL).accepts(instance(150, change), false);
    }

    @ParameterizedTest
    @CsvSource({"99, false", "100, true", "150, true", "199, true", "200, false"})
    void everyResourceIsWithinItsBounds(int value, boolean expected) {
        assertThat(accepts(draft -> draft.memory = value)).isEqualTo(expected);
        assertThat(accepts(draft -> draft.vcpus = value)).isEqualTo(expected);
        assertThat(accepts(draft -> draft.spindleUse = value)).isEqualTo(expected);
        assertThat(accepts(draft -> draft.disks = disks(value, 150, OptionalLong.empty())))
                .isEqualTo(expected);
        assertThat(accepts(draft -> draft.disks = disks(150, value, OptionalLong.empty())))
                .isEqualTo(expected);
    }

    @Test
    void aSingleDiskBeyondTheBoundsIsRefused() {
        List<Instance.Disk> disks = new ArrayList<>(disks(150, 150, OptionalLong.empty()));
        disks.set(149, new Instance.Disk(200, OptionalLong.empty()));

        assertThat(accepts(draft -> draft.disks = disks)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"99, false", "100, true", "199, true", "200, false"})
    void withExclusiveStorageOwnedSpindlesCountInsteadOfReckonedOnes(long spindles, boolean expected) {
        List<Instance.Disk> disks = new ArrayList<>(disks(149, 150, OptionalLong.of(0)));
        disks.add(new Instance.Disk(150, OptionalLong.of(spindles)));
        Instance instance = instance(150, draft -> {
            draft.disks = disks;
            draft.spindleUse = 1_000;
        });

        assertThat(policy(SMALL).accepts(instance, true)).isEqualTo(expected);
        assertThat(policy(SMALL).accepts(instance, false)).isFalse();
    }

    @Test
    void withExclusiveStorageSpindlesMustBeKnown() {
        Instance unknown = instance(150, draft -> {});

        assertThat(policy(SMALL).accepts(unknown, true)).isFalse();
        assertThat(policy(SMALL).accepts(unknown, false)).isTrue();
        assertThat(policy().accepts(unknown, true)).as("no bounds at all").isTrue();
    }

    @Test
    void disklessInstancesNeedNoDisk() {
        assertThat(accepts(draft -> {
                    draft.template = DiskTemplate.DISKLESS;
                    draft.disks = List.of();
                }))
                .isTrue();
        assertThat(accepts(draft -> draft.disks = List.of())).isFalse();
    }

    @Test
    void oneOfSeveralRangesIsEnoughButItHoldsForAllResources() {
        InstancePolicy policy = policy(SMALL, LARGE);

        assertThat(policy.accepts(instance(150, draft -> {}), false)).isTrue();
        assertThat(policy.accepts(instance(350, draft -> {}), false)).isTrue();
        assertThat(policy.accepts(instance(250, draft -> {}), false)).isFalse();
        assertThat(policy.accepts(instance(150, draft -> draft.memory = 350), false))
                .isFalse();
    }

    @Test
    void withoutRangesEverySizeIsAccepted() {
        assertThat(policy().accepts(instance(0, draft -> {}), false)).isTrue();
        assertThat(policy().accepts(instance(5_000, draft -> {}), false)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void onlyListedDiskTemplatesAreAccepted(DiskTemplate template) {
        InstancePolicy policy = new InstancePolicy(
                List.of(), InstancePolicy.DEFAULT.standard(), List.of(DiskTemplate.RBD, DiskTemplate.DRBD), 4, 32);

        assertThat(policy.accepts(instance(150, draft -> draft.template = template), false))
                .isEqualTo(template == DiskTemplate.RBD || template == DiskTemplate.DRBD);
    }
}
