package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceTest {
    private static OptionalLong totalSpindles(OptionalLong... ofDisks) {
        List<Instance.Disk> disks = Arrays.stream(ofDisks)
                .map(spindles -> new Instance.Disk(1024, spindles))
                .toList();
        return Samples.instance(draft -> draft.disks = disks).totalSpindles();
    }

    @Test
    void spindlesAreThoseOfAllDisks() {
        assertThat(totalSpindles(OptionalLong.of(2), OptionalLong.of(0), OptionalLong.of(3)))
                .hasValue(5);
        assertThat(totalSpindles()).hasValue(0);
    }

    @Test
    void spindlesAreUnknownIfThoseOfAnyDiskAre() {
        assertThat(totalSpindles(OptionalLong.of(2), OptionalLong.empty(), OptionalLong.of(3)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesMemoryWhereItRunsOrMayRun(InstanceStatus status) {
        Set<InstanceStatus> using = EnumSet.of(
                InstanceStatus.RUNNING,
                InstanceStatus.ERROR_UP,
                InstanceStatus.ERROR_NODE_DOWN,
                InstanceStatus.ERROR_NODE_OFFLINE,
                InstanceStatus.ERROR_WRONG_NODE);

        assertThat(Samples.instance(draft -> draft.status = status).usesMemory())
                .isEqualTo(using.contains(status));
        assertThat(Samples.instance(draft -> {
                            draft.status = status;
                            draft.forthcoming = true;
                        })
                        .usesMemory())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void hasMemoryReservedUnlessItIsOfflineOrNotBalanced(InstanceStatus status) {
        assertThat(Samples.instance(draft -> draft.status = status).reservesMemory())
                .isEqualTo(status != InstanceStatus.ADMIN_OFFLINE);
        assertThat(Samples.instance(draft -> {
                            draft.status = status;
                            draft.autoBalance = false;
                        })
                        .reservesMemory())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isMigratedWhileItRuns(InstanceStatus status) {
        assertThat(status.isRunning()).isEqualTo(status == InstanceStatus.RUNNING || status == InstanceStatus.ERROR_UP);
    }

    @Test
    void movesWithEverythingElseUnchanged() {
        Instance instance = Samples.taggedInstance("a", "b");
        Instance moved = instance.withPlacement(new Placement(5, 4));

        assertThat(moved.placement()).isEqualTo(new Placement(5, 4));
        assertThat(moved.withPlacement(instance.placement())).isEqualTo(instance);
    }
}
