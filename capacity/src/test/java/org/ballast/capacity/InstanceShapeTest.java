package org.ballast.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.ballast.capacity.InstanceShape.Size;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.planner.state.Verdict;
import org.junit.jupiter.api.Test;

class InstanceShapeTest {
    private static final InstanceShape SHAPE = shape(1024, 2048, 4, 3);

    private static InstanceShape shape(long memory, long disk, long vcpus, long spindles) {
        return new InstanceShape(new Size(memory, disk, vcpus, spindles), DiskTemplate.DRBD, 1);
    }

    @Test
    void shapesShrinkByTheResourceThatIsLacking() {
        assertThat(SHAPE.shrunk(Verdict.MEMORY)).contains(shape(960, 2048, 4, 3));
        assertThat(SHAPE.shrunk(Verdict.DISK)).contains(shape(1024, 1792, 4, 3));
        assertThat(SHAPE.shrunk(Verdict.VCPUS)).contains(shape(1024, 2048, 3, 3));
        assertThat(SHAPE.shrunk(Verdict.SPINDLES)).contains(shape(1024, 2048, 4, 2));
    }

    @Test
    void shapesDoNotShrinkWhereSizeIsNotTheReason() {
        assertThat(SHAPE.shrunk(Verdict.REDUNDANCY)).isEmpty();
        assertThat(SHAPE.shrunk(Verdict.EXCLUSION_TAG)).isEmpty();
        assertThat(SHAPE.shrunk(Verdict.DISK_COUNT)).isEmpty();
    }

    @Test
    void shrunkShapesKeepOneStepOfEachResource() {
        assertThat(shape(127, 511, 1, 1).shrunk(Verdict.MEMORY)).isEmpty();
        assertThat(shape(128, 511, 1, 1).shrunk(Verdict.MEMORY)).contains(shape(64, 511, 1, 1));
        assertThat(shape(128, 511, 1, 1).shrunk(Verdict.DISK)).isEmpty();
        assertThat(shape(128, 512, 1, 1).shrunk(Verdict.DISK)).contains(shape(128, 256, 1, 1));
        assertThat(shape(128, 512, 1, 1).shrunk(Verdict.VCPUS)).isEmpty();
        assertThat(shape(128, 512, 1, 1).shrunk(Verdict.SPINDLES)).isEmpty();
    }

    @Test
    void shapesMakeARunningInstanceWithOneDisk() {
        Instance instance = SHAPE.instance("new-0");
        assertThat(instance.name()).isEqualTo("new-0");
        assertThat(instance.usesMemory()).isTrue();
        assertThat(instance.reservesMemory()).isTrue();
        assertThat(instance.placement().isNowhere()).isTrue();
        assertThat(instance.disks()).hasSize(1);
        assertThat(instance.totalSpindles()).hasValue(3);
    }
}
