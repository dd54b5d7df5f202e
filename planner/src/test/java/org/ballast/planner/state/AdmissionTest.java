package org.ballast.planner.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstanceStatus;
import org.ballast.testkit.SmallCluster;
import org.ballast.testkit.SmallCluster.InstanceDraft;
import org.ballast.testkit.SmallCluster.NodeDraft;
import org.junit.jupiter.api.Test;

/** Whether node 2 takes instance 0 of nodes 0 and 1: each check at its bound, in force and waived. */
class AdmissionTest {
    private static SmallCluster cluster(Consumer<NodeDraft> node, Consumer<InstanceDraft> instance) {
        return new SmallCluster().node().node().node(node).drbd(0, 1, instance);
    }

    private static SmallCluster ordinary() {
        return cluster(node -> {}, instance -> {});
    }

    private static SmallCluster withNode(Consumer<NodeDraft> node) {
        return cluster(node, instance -> {});
    }

    private static SmallCluster withInstance(Consumer<InstanceDraft> instance) {
        return cluster(node -> {}, instance);
    }

    private static Verdict host(SmallCluster cluster, boolean waived) {
        ClusterState state = cluster.as(ClusterState::new);
        return new Admission(state.nodes, state.instances).primary(state.ledgers[2], 0, waived);
    }

    private static Verdict mirror(SmallCluster cluster, boolean ignoreDisk, boolean waived) {
        ClusterState state = cluster.as(ClusterState::new);
        return new Admission(state.nodes, state.instances).secondary(state.ledgers[2], 0, 0, ignoreDisk, waived);
    }

    private static void assertHost(SmallCluster cluster, Verdict inForce, Verdict waived) {
        assertThat(host(cluster, false)).as("in force").isEqualTo(inForce);
        assertThat(host(cluster, true)).as("waived").isEqualTo(waived);
    }

    private static void assertMirror(SmallCluster cluster, Verdict inForce, Verdict waived) {
        assertThat(mirror(cluster, false, false)).as("in force").isEqualTo(inForce);
        assertThat(mirror(cluster, false, true)).as("waived").isEqualTo(waived);
    }

    private static void assertBoth(SmallCluster cluster, Verdict inForce, Verdict waived) {
        assertHost(cluster, inForce, waived);
        assertMirror(cluster, inForce, waived);
    }

    @Test
    void aRoomyNodeTakesEverything() {
        assertBoth(ordinary(), Verdict.ACCEPTED, Verdict.ACCEPTED);
    }

    @Test
    void someMemoryStaysFree() {
        assertHost(withNode(node -> node.memory = 1025), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertHost(withNode(node -> node.memory = 1024), Verdict.MEMORY, Verdict.MEMORY);
    }

    @Test
    void memoryThatIsMissingIsNotFree() {
        Consumer<NodeDraft> missing = node -> node.memoryFree = 1024;

        assertHost(withNode(missing), Verdict.MEMORY, Verdict.MEMORY);
    }

    @Test
    void aCopyNeedsMemoryToStartFrom() {
        assertMirror(withNode(node -> node.memory = 1025), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertMirror(withNode(node -> node.memory = 1024), Verdict.MEMORY, Verdict.ACCEPTED);
        assertMirror(
                cluster(node -> node.memory = 512, instance -> instance.autoBalance = false),
                Verdict.ACCEPTED,
                Verdict.ACCEPTED);
    }

    @Test
    void aStoppedInstanceNeedsItsMemoryInThePlannedBooksOnly() {
        Consumer<InstanceDraft> stopped = instance -> instance.status = InstanceStatus.ADMIN_DOWN;

        assertHost(cluster(node -> node.memory = 1025, stopped), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertHost(cluster(node -> node.memory = 1024, stopped), Verdict.MEMORY, Verdict.ACCEPTED);
    }

    @Test
    void someDiskSpaceStaysFree() {
        assertBoth(withNode(node -> node.diskFree = 10_001), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertBoth(withNode(node -> node.diskFree = 10_000), Verdict.DISK, Verdict.DISK);
    }

    @Test
    void reservedDiskSpaceStaysFreeUnlessWaived() {
        assertBoth(ordinary().minFreeDisk(0.9), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertBoth(ordinary().minFreeDisk(0.90001), Verdict.DISK, Verdict.ACCEPTED);
    }

    @Test
    void aCopyThatIsThereNeedsNoSpace() {
        assertThat(mirror(withNode(node -> node.diskFree = 10_000), true, true)).isEqualTo(Verdict.ACCEPTED);
        assertThat(mirror(withNode(node -> node.diskFree = 0), true, true)).isEqualTo(Verdict.ACCEPTED);
        assertThat(mirror(withNode(node -> node.diskFree = 10_000), true, false))
                .as("in the planned books it is not there")
                .isEqualTo(Verdict.DISK);
    }

    @Test
    void externalStorageTakesNoSpaceOfTheNode() {
        SmallCluster cluster = cluster(
                        node -> {
                            node.diskFree = 0;
                            node.exclusiveStorage = true;
                        },
                        instance -> instance.template = DiskTemplate.RBD)
                .minFreeDisk(0.5)
                .spindleRatio(0);

        assertHost(cluster, Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertMirror(cluster, Verdict.DISK, Verdict.DISK);
    }

    @Test
    void ownedSpindlesMustBeThereAndKnown() {
        Consumer<NodeDraft> exclusive = node -> {
            node.exclusiveStorage = true;
            node.spindlesFree = 2;
        };

        assertBoth(
                cluster(exclusive, instance -> instance.spindles = OptionalLong.of(2)),
                Verdict.ACCEPTED,
                Verdict.ACCEPTED);
        assertBoth(
                cluster(exclusive, instance -> instance.spindles = OptionalLong.of(3)),
                Verdict.SPINDLES,
                Verdict.SPINDLES);
        assertBoth(withNode(exclusive), Verdict.SPINDLES, Verdict.SPINDLES);
        assertThat(mirror(withNode(exclusive), true, true)).isEqualTo(Verdict.SPINDLES);
    }

    @Test
    void withoutExclusiveStorageSpindlesAreNotOwned() {
        assertBoth(
                cluster(node -> node.spindlesFree = 0, instance -> instance.spindles = OptionalLong.of(3)),
                Verdict.ACCEPTED,
                Verdict.ACCEPTED);
    }

    @Test
    void reckonedSpindleUseStaysWithinTheRatioUnlessWaived() {
        Consumer<InstanceDraft> busy = instance -> instance.spindleUse = 3;

        assertBoth(withInstance(busy).spindleRatio(0.75), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertBoth(withInstance(busy).spindleRatio(0.74), Verdict.DISK, Verdict.ACCEPTED);
        assertBoth(
                cluster(node -> node.exclusiveStorage = true, instance -> instance.spindles = OptionalLong.of(1))
                        .spindleRatio(0),
                Verdict.ACCEPTED,
                Verdict.ACCEPTED);
    }

    /** Node 2 has to keep 3072 MiB free for the failure of a node. */
    private static SmallCluster reserving(long memory, int forNode) {
        return withNode(node -> node.memory = memory).drbd(forNode, 2, instance -> instance.memory = 3072);
    }

    @Test
    void aHostKeepsMemoryForFailoversUnlessWaived() {
        assertHost(reserving(4097, 0), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertHost(reserving(4096, 0), Verdict.MEMORY, Verdict.ACCEPTED);
    }

    @Test
    void aMirrorKeepsMemoryForAllInstancesOfTheSamePrimary() {
        assertMirror(reserving(4097, 0), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertMirror(reserving(4096, 0), Verdict.MEMORY, Verdict.ACCEPTED);
        assertMirror(reserving(3073, 1), Verdict.ACCEPTED, Verdict.ACCEPTED);
    }

    @Test
    void aNodeThatFailsTheCheckAnywayMayTakeMore() {
        assertBoth(reserving(3000, 0), Verdict.ACCEPTED, Verdict.ACCEPTED);
    }

    @Test
    void evenSuchANodeHasToBeAbleToStartTheCopy() {
        assertMirror(failing(1025), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertMirror(failing(1024), Verdict.MEMORY, Verdict.ACCEPTED);
    }

    /** Node 2 reports more free memory than it has, which suits the planned books, but is not enough for a failover. */
    private static SmallCluster failing(long memory) {
        Consumer<NodeDraft> node = draft -> {
            draft.memory = memory;
            draft.memoryFree = 5000;
        };
        return withNode(node).drbd(1, 2, instance -> instance.memory = 6000);
    }

    @Test
    void virtualCpusStayWithinTheRatioUnlessWaived() {
        SmallCluster cluster = withInstance(instance -> instance.vcpus = 3);

        assertHost(cluster.vcpuRatio(0.75), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertHost(cluster.vcpuRatio(0.74), Verdict.VCPUS, Verdict.ACCEPTED);
        assertHost(cluster.vcpuRatio(-1), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertMirror(cluster.vcpuRatio(0), Verdict.ACCEPTED, Verdict.ACCEPTED);
    }

    @Test
    void instancesSwitchedOffForGoodUseNoCpu() {
        assertHost(
                withInstance(instance -> instance.status = InstanceStatus.ADMIN_OFFLINE)
                        .vcpuRatio(0),
                Verdict.ACCEPTED,
                Verdict.ACCEPTED);
    }

    @Test
    void instancesThatExcludeEachOtherKeepApartUnlessWaived() {
        SmallCluster alone = withInstance(instance -> instance.tags = List.of("dns:b", "dns:a"))
                .tags("htools:iextags:dns");
        assertHost(alone, Verdict.ACCEPTED, Verdict.ACCEPTED);

        SmallCluster together = alone.drbd(2, 1, instance -> instance.tags = List.of("dns:a"));
        assertHost(together, Verdict.EXCLUSION_TAG, Verdict.ACCEPTED);
        assertMirror(together, Verdict.ACCEPTED, Verdict.ACCEPTED);
    }

    @Test
    void instancesThatExcludeEachOtherMayMirrorOnOneNode() {
        assertHost(
                withInstance(instance -> instance.tags = List.of("dns:a"))
                        .tags("htools:iextags:dns")
                        .drbd(1, 2, instance -> instance.tags = List.of("dns:a")),
                Verdict.ACCEPTED,
                Verdict.ACCEPTED);
    }

    /** Node 2 is 4096 MiB large and has this forthcoming instance. */
    private static SmallCluster expecting(Consumer<InstanceDraft> forthcoming) {
        return withNode(node -> node.memory = 4096).drbd(2, 1, instance -> {
            instance.forthcoming = true;
            forthcoming.accept(instance);
        });
    }

    @Test
    void forthcomingInstancesNeedMemoryUnlessWaived() {
        assertBoth(expecting(soon -> soon.memory = 3071), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertBoth(expecting(soon -> soon.memory = 3072), Verdict.MEMORY, Verdict.ACCEPTED);
    }

    @Test
    void forthcomingInstancesNeedDiskSpaceUnlessWaived() {
        assertBoth(expecting(soon -> soon.disk = 89_999), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertBoth(expecting(soon -> soon.disk = 90_000), Verdict.DISK, Verdict.ACCEPTED);
        assertBoth(expecting(soon -> soon.disk = 40_000).minFreeDisk(0.5), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertBoth(expecting(soon -> soon.disk = 40_001).minFreeDisk(0.5), Verdict.DISK, Verdict.ACCEPTED);
    }

    @Test
    void forthcomingInstancesNeedSpindlesUnlessWaived() {
        assertBoth(expectingSpindles(3), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertBoth(expectingSpindles(4), Verdict.SPINDLES, Verdict.ACCEPTED);
    }

    private static SmallCluster expectingSpindles(long spindles) {
        return cluster(node -> node.exclusiveStorage = true, instance -> instance.spindles = OptionalLong.of(1))
                .drbd(2, 1, instance -> {
                    instance.forthcoming = true;
                    instance.spindles = OptionalLong.of(spindles);
                });
    }

    @Test
    void forthcomingInstancesCountForTheRatiosUnlessWaived() {
        SmallCluster cluster = expecting(soon -> {
            soon.vcpus = 2;
            soon.spindleUse = 2;
        });

        assertBoth(cluster.vcpuRatio(0.75).spindleRatio(0.75), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertBoth(cluster.spindleRatio(0.74), Verdict.DISK, Verdict.ACCEPTED);
        assertHost(cluster.spindleRatio(0.75).vcpuRatio(0.74), Verdict.VCPUS, Verdict.ACCEPTED);
    }

    @Test
    void aForthcomingInstanceIsJudgedByThePlannedBooksAlone() {
        Consumer<InstanceDraft> forthcoming = instance -> instance.forthcoming = true;

        assertBoth(cluster(node -> node.memory = 1025, forthcoming), Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertBoth(cluster(node -> node.memory = 1024, forthcoming), Verdict.MEMORY, Verdict.ACCEPTED);
        assertBoth(cluster(node -> node.diskFree = 10_000, forthcoming), Verdict.DISK, Verdict.ACCEPTED);
        assertBoth(cluster(node -> node.exclusiveStorage = true, forthcoming), Verdict.SPINDLES, Verdict.ACCEPTED);
    }

    @Test
    void theFirstCheckThatFailsIsNamed() {
        SmallCluster nothingFits = withNode(node -> {
                    node.memory = 1024;
                    node.diskFree = 10_000;
                })
                .vcpuRatio(0);

        assertHost(nothingFits, Verdict.MEMORY, Verdict.MEMORY);
        assertMirror(nothingFits, Verdict.DISK, Verdict.DISK);
    }
}
