package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;

/**
 * Clusters with the same number of DRBD instances on each node, all running, each with another partner; and any one
 * node can fail. With 5 instances a node there is room for more; with 10 memory is sold out, apart from what failovers
 * need.
 */
final class EvenCluster {
    static final int ROOMY = 5;
    static final int FULL = 10;

    /** Memory of an instance, in MiB, that fits no node of a full cluster. */
    static final long TOO_LARGE = 16_384;

    /** So many instances have any size; those after them are as large as the node can take. */
    private static final int OF_ANY_SIZE = 6;

    /**
     * Memory that a node uses itself, in MiB: Ganeti lets no failover take the last MiB, so let it never come to that.
     */
    private static final long MEMORY_OF_ITS_OWN = 1000;

    private static final List<Long> SIZES = List.of(8192L, 6144L, 4096L, 3072L, 2048L, 1024L);

    private final int nodeCount;
    private final int instancesPerNode;
    private final Dice dice;
    private final Ledger ledger;

    private EvenCluster(int nodeCount, int instancesPerNode, Dice dice) {
        this.nodeCount = nodeCount;
        this.instancesPerNode = instancesPerNode;
        this.dice = dice;
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < nodeCount; i++) {
            nodes.add(node(i));
        }
        ledger = new Ledger(nodes);
    }

    static Cluster of(int nodeCount, int instancesPerNode, Dice dice) {
        if (nodeCount <= instancesPerNode) {
            throw new IllegalArgumentException(
                    "cannot give " + instancesPerNode + " partners to each of " + nodeCount + " nodes");
        }
        return new EvenCluster(nodeCount, instancesPerNode, dice).filled();
    }

    private Cluster filled() {
        List<Instance> instances = new ArrayList<>();
        int stride = (nodeCount - 1) / instancesPerNode;
        for (int round = 0; round < instancesPerNode; round++) {
            for (int primary = 0; primary < nodeCount; primary++) {
                int secondary = (primary + 1 + round * stride) % nodeCount;
                long wanted = round < OF_ANY_SIZE ? dice.pick(SIZES) : SIZES.getFirst();
                Instance any = instance(instances.size(), new Placement(primary, secondary));
                SIZES.stream()
                        .filter(size -> size <= wanted)
                        .map(size -> withMemory(any, size))
                        .filter(ledger::fits)
                        .findFirst()
                        .ifPresent(instance -> {
                            ledger.add(instance);
                            instances.add(instance);
                        });
            }
        }
        Group group =
                new Group("group1", "uuid-1", AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT);
        return new Cluster(List.of(group), ledger.nodes(), instances, List.of(), InstancePolicy.DEFAULT);
    }

    private static Node node(int index) {
        long memory = 65_536;
        long disk = 2_097_152;
        return new Node(
                String.format(Locale.ROOT, "node%04d.example.com", index + 1),
                0,
                NodeRole.NORMAL,
                new Node.Memory(memory, MEMORY_OF_ITS_OWN, memory - MEMORY_OF_ITS_OWN),
                new Node.Disk(disk, disk),
                new Node.Cpus(32, 1, 1),
                new Node.Spindles(4, 0, false),
                List.of());
    }

    private Instance instance(int index, Placement placement) {
        long disk = dice.pick(10_240L, 20_480L, 51_200L);
        return new Instance(
                String.format(Locale.ROOT, "instance%05d.example.com", index + 1),
                0,
                disk,
                List.of(new Instance.Disk(disk, OptionalLong.empty())),
                dice.between(1L, 4L),
                InstanceStatus.RUNNING,
                true,
                placement,
                DiskTemplate.DRBD,
                List.of(),
                1,
                false,
                List.of());
    }

    private static Instance withMemory(Instance instance, long memory) {
        return new Instance(
                instance.name(),
                memory,
                instance.disk(),
                instance.disks(),
                instance.vcpus(),
                instance.status(),
                instance.autoBalance(),
                instance.placement(),
                instance.template(),
                instance.tags(),
                instance.spindleUse(),
                instance.forthcoming(),
                instance.networks());
    }
}
