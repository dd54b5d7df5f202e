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

/** The large clusters of the benchmarks. */
final class SkewedCluster {
    private static final int PLACEMENT_ATTEMPTS = 30;
    private static final double SKEW = 1.6;

    private SkewedCluster() {}

    static Cluster of(int nodeCount, int instancesPerNode, Dice dice) {
        if (nodeCount < 2 || instancesPerNode < 0) {
            throw new IllegalArgumentException("cannot mirror instances on " + nodeCount + " nodes with "
                    + instancesPerNode + " instances each. Maybe the arguments are swapped?");
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < nodeCount; i++) {
            nodes.add(node(i, instancesPerNode, dice));
        }
        Ledger ledger = new Ledger(nodes);
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < nodeCount * instancesPerNode; i++) {
            Instance wanted = instance(i, nodeCount, dice);
            for (int attempt = 0; attempt < PLACEMENT_ATTEMPTS; attempt++) {
                Instance candidate = wanted.withPlacement(placement(nodeCount, dice));
                if (ledger.fits(candidate)) {
                    ledger.add(candidate);
                    instances.add(candidate);
                    break;
                }
            }
        }
        Group group =
                new Group("group1", "uuid-1", AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT);
        return new Cluster(
                List.of(group), ledger.nodes(), instances, List.of("htools:iextags:svc"), InstancePolicy.DEFAULT);
    }

    private static Node node(int index, int instancesPerNode, Dice dice) {
        // The mean instance has 3 GiB, 52 GiB on two nodes and 2.5 vCPUs: nodes are filled by a third to a half.
        long memory = instancesPerNode * dice.pick(8192L, 8192L, 12288L, 16384L) + 8192;
        long disk = instancesPerNode * dice.pick(262144L, 262144L, 393216L, 524288L) + 262144;
        double cpus = instancesPerNode * dice.pick(2, 3, 4) + 4;
        return new Node(
                String.format(Locale.ROOT, "node%04d.example.com", index + 1),
                0,
                index == 0 ? NodeRole.MASTER : NodeRole.NORMAL,
                new Node.Memory(memory, 1024, memory - 1024),
                new Node.Disk(disk, disk),
                new Node.Cpus(cpus, 1, 1),
                new Node.Spindles(Math.max(1, instancesPerNode / 4), 0, false),
                List.of());
    }

    private static Instance instance(int index, int nodeCount, Dice dice) {
        long memory = dice.pick(512L, 1024L, 2048L, 2048L, 4096L, 8192L);
        long disk = dice.pick(10_240L, 20_480L, 51_200L, 51_200L, 128_000L);
        List<String> tags =
                dice.chance(0.1) ? List.of("svc:" + dice.between(1, Math.max(1, nodeCount / 4))) : List.of();
        return new Instance(
                String.format(Locale.ROOT, "instance%05d.example.com", index + 1),
                memory,
                disk,
                List.of(new Instance.Disk(disk, OptionalLong.empty())),
                dice.between(1L, 4L),
                dice.chance(0.05) ? InstanceStatus.ADMIN_DOWN : InstanceStatus.RUNNING,
                true,
                Placement.on(0),
                DiskTemplate.DRBD,
                tags,
                1,
                false,
                List.of());
    }

    private static Placement placement(int nodeCount, Dice dice) {
        int primary = (int) (nodeCount * Math.pow(dice.fraction(), SKEW));
        int distance = 1 + (int) ((nodeCount - 1) * Math.pow(dice.fraction(), SKEW));
        return new Placement(primary, (primary + distance) % nodeCount);
    }
}
