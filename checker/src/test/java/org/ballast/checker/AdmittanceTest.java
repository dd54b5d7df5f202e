package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Move;
import org.junit.jupiter.api.Test;

/** The single rules of a node for what it shall take, at their edges. */
class AdmittanceTest {
    private static final Move TO_N2 = new Move.ReplaceAndFailover(0, 2);
    private static final Move COPY_TO_N2 = new Move.ReplaceSecondary(0, 2);

    /** Instance 0 is on n0:n1 and can come to n2. */
    private static Replay replay(Sketch sketch) {
        return new Replay(sketch);
    }

    private static Sketch withMemory(long memory) {
        return new Sketch()
                .node("n0")
                .node("n1")
                .node("n2", node -> node.memory = memory)
                .drbd("i0", "n0", "n1");
    }

    @Test
    void someMemoryStaysFree() {
        assertThat(replay(withMemory(1025)).make(TO_N2).refusals()).isEmpty();
        assertThat(replay(withMemory(1024)).ignoringSoftErrors().make(TO_N2).sentences())
                .containsExactly("n2 needs 1 MiB more memory to host i0");
    }

    @Test
    void memoryThatWasMissingAtTheStartStaysMissing() {
        Sketch sketch = new Sketch()
                .node("n0")
                .node("n1")
                .node("n2", node -> node.memoryFree = OptionalLong.of(1024))
                .drbd("i0", "n0", "n1");

        assertThat(replay(sketch).make(TO_N2).refusals()).contains(new HostRefusal.Memory(2, 0, 1024, 1024));
    }

    @Test
    void aCopyNeedsMemoryToStartFrom() {
        assertThat(replay(withMemory(1025)).make(COPY_TO_N2).refusals()).isEmpty();
        assertThat(replay(withMemory(1024)).make(COPY_TO_N2).sentences())
                .contains("n2 needs 1 MiB more memory to take over i0 in a failover");
        assertThat(replay(withMemory(1024))
                        .ignoringSoftErrors()
                        .make(COPY_TO_N2)
                        .refusals())
                .isEmpty();
    }

    @Test
    void someDiskSpaceStaysFree() {
        Sketch enough = withDisk(10_001);
        Sketch tooLittle = withDisk(10_000);

        assertThat(replay(enough).make(COPY_TO_N2).refusals()).isEmpty();
        assertThat(replay(tooLittle).ignoringSoftErrors().make(COPY_TO_N2).sentences())
                .containsExactly("n2 needs 1 MiB more disk space to hold i0");
    }

    private static Sketch withDisk(long disk) {
        return new Sketch()
                .node("n0")
                .node("n1")
                .node("n2", node -> node.disk = disk)
                .drbd("i0", "n0", "n1");
    }

    @Test
    void memoryForFailoversStaysFree() {
        Sketch sketch = withMemory(4096).drbd("reserved", "n0", "n2", instance -> instance.memory = 3072);

        assertThat(replay(sketch).make(TO_N2).sentences())
                .containsExactly("n2 needs 1 MiB more memory to keep N+1 for n0's failover, with i0 on it");
    }

    @Test
    void aNodeThatFailsTheCheckAlreadyMayTakeMore() {
        Sketch sketch = withMemory(4096).drbd("reserved", "n0", "n2", instance -> instance.memory = 4097);

        assertThat(replay(sketch).make(TO_N2).refusals()).isEmpty();
    }

    @Test
    void reservationsOfDifferentNodesDoNotAddUp() {
        Sketch sketch = withMemory(4096)
                .drbd("other", "n1", "n2", instance -> instance.memory = 3000)
                .drbd("own", "n0", "n2", instance -> instance.memory = 3072);

        assertThat(replay(sketch).make(COPY_TO_N2).refusals())
                .containsExactly(new HostRefusal.Redundancy(2, 0, OptionalInt.of(0), 4096, 4096));
        assertThat(replay(sketch).make(new Move.Failover(0)).make(COPY_TO_N2).refusals())
                .isEmpty();
    }

    @Test
    void virtualCpusStayWithinTheRatio() {
        Sketch sketch = withMemory(8192).vcpuRatio(0.5).single("busy", "n2", instance -> instance.vcpus = 2);

        assertThat(replay(sketch).make(TO_N2).sentences())
                .containsExactly("n2 may have 0.50 virtual CPUs for each physical one, but has 0.75 with i0");
        assertThat(replay(sketch.vcpuRatio(0.75)).make(TO_N2).refusals()).isEmpty();
        assertThat(replay(sketch.vcpuRatio(-1)).make(TO_N2).refusals()).isEmpty();
    }

    @Test
    void spindleUseStaysWithinTheRatio() {
        Sketch sketch =
                withMemory(8192).spindleRatio(0.5).drbd("busy", "n2", "n0", instance -> instance.spindleUse = 2);

        assertThat(replay(sketch).make(COPY_TO_N2).sentences())
                .containsExactly("n2 may bear a spindle use of 2.00, but bears 3 with i0");
        assertThat(replay(sketch.spindleRatio(0.75)).make(COPY_TO_N2).refusals())
                .isEmpty();
    }

    @Test
    void instancesThatExcludeEachOtherKeepApartAsPrimaries() {
        Sketch sketch = new Sketch()
                .tags("htools:iextags:dns")
                .node("n0")
                .node("n1")
                .node("n2")
                .drbd("i0", "n0", "n1", instance -> instance.tags = List.of("dns:b", "dns:a"))
                .drbd("twin", "n2", "n1", instance -> instance.tags = List.of("dns:a"));

        assertThat(replay(sketch).make(TO_N2).sentences())
                .containsExactly("n2 hosts twin, which shares the exclusion tag dns:a with i0");
        assertThat(replay(sketch).make(COPY_TO_N2).refusals()).isEmpty();
        assertThat(replay(sketch).ignoringSoftErrors().make(TO_N2).refusals()).isEmpty();
    }

    @Test
    void forthcomingInstancesNeedRoomToo() {
        Sketch sketch = withMemory(4096).drbd("soon", "n2", "n0", instance -> {
            instance.forthcoming = true;
            instance.memory = 3072;
        });

        assertThat(replay(sketch).make(TO_N2).sentences())
                .containsExactly(
                        "n2 needs 1 MiB more memory to host i0, once forthcoming and stopped instances run as well");
        assertThat(replay(sketch).ignoringSoftErrors().make(TO_N2).refusals()).isEmpty();
    }

    @Test
    void aForthcomingInstanceIsJudgedByPlannedRoomOnly() {
        Sketch sketch = new Sketch()
                .node("n0")
                .node("n1")
                .node("n2", node -> node.memory = 1024)
                .drbd("soon", "n0", "n1", instance -> instance.forthcoming = true);

        assertThat(replay(sketch).make(TO_N2).refusals())
                .containsExactly(new HostRefusal.Planned(new HostRefusal.Memory(2, 0, 1024, 1024)));
        assertThat(replay(sketch).ignoringSoftErrors().make(TO_N2).refusals()).isEmpty();
    }

    @Test
    void aStoppedInstanceNeedsItsMemoryOnceItRuns() {
        Sketch sketch = new Sketch()
                .node("n0")
                .node("n1")
                .node("n2", node -> node.memory = 1024)
                .drbd("i0", "n0", "n1", instance -> instance.status = InstanceStatus.ADMIN_DOWN);

        assertThat(replay(sketch).make(TO_N2).refusals())
                .containsExactly(new HostRefusal.Planned(new HostRefusal.Memory(2, 0, 1024, 1024)));
    }

    @Test
    void aCopyLeavesRoomForForthcomingInstances() {
        Sketch disk = withDisk(20_000).drbd("soon", "n0", "n2", instance -> instance.forthcoming = true);
        Sketch memory = withMemory(4096).single("soon", "n2", instance -> {
            instance.forthcoming = true;
            instance.memory = 3072;
        });

        assertThat(replay(disk).make(COPY_TO_N2).refusals())
                .containsExactly(new HostRefusal.Planned(new HostRefusal.Disk(2, 0, 10_000, 10_000)));
        assertThat(replay(memory).make(COPY_TO_N2).refusals())
                .containsExactly(new HostRefusal.Planned(new HostRefusal.FailoverMemory(2, 0, 1024, 1024)));
    }

    @Test
    void limitsCountForthcomingInstances() {
        Sketch sketch = withMemory(8192).vcpuRatio(0.5).single("soon", "n2", instance -> {
            instance.forthcoming = true;
            instance.vcpus = 2;
        });

        assertThat(replay(sketch).make(TO_N2).refusals())
                .containsExactly(new HostRefusal.Planned(new HostRefusal.Vcpus(2, 0, 0.75, 0.5)));
    }

    @Test
    void externalStorageTakesNoSpaceOfTheNode() {
        Sketch sketch =
                new Sketch().node("n0").node("n1", node -> node.disk = 1).single("remote", "n0", instance -> {});

        assertThat(replay(sketch).make(new Move.FailoverToAny(0, 1)).refusals()).isEmpty();
    }
}
