package org.ballast.capacity.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.capacity.InstanceShape;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Scenario;
import org.ballast.testkit.Dice;
import org.ballast.testkit.RandomClusters;

/** Clusters and shapes to pack. */
final class PackingCases {
    private PackingCases() {}

    /** What a scenario is packed with. */
    record Case(Scenario scenario, InstanceShape shape) {}

    /** Returns an empty cluster of equal nodes, as simulations have them. */
    static Scenario empty(int nodes, long disk, long memory, long cpus) {
        return Scenario.of(cluster(IntStream.range(0, nodes)
                .mapToObj(number -> node(number, disk, memory, cpus))
                .toList()));
    }

    private static Node node(int number, long disk, long memory, long cpus) {
        return new Node(
                "node-" + number,
                0,
                number == 0 ? NodeRole.MASTER : NodeRole.NORMAL,
                new Node.Memory(memory, 0, memory),
                new Node.Disk(disk, disk),
                new Node.Cpus(cpus, 1, 1),
                new Node.Spindles(1, 0, false),
                List.of());
    }

    private static Cluster cluster(List<Node> nodes) {
        Group group =
                new Group("group", "uuid", AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT);
        return new Cluster(List.of(group), nodes, List.of(), List.of(), InstancePolicy.DEFAULT);
    }

    static InstanceShape mirrored(long memory, long disk, long vcpus) {
        return new InstanceShape(new InstanceShape.Size(memory, disk, vcpus, 1), DiskTemplate.DRBD, 1);
    }

    /** Returns a few unequal and empty nodes that take only few instances. */
    static Case tiny(long seed) {
        Dice dice = Dice.of(seed);
        List<Node> nodes = new ArrayList<>();
        int count = dice.between(2, 4);
        for (int number = 0; number < count; number++) {
            long disk = dice.between(1, 4) * 10_240L + dice.pick(0L, 1L, 5000L);
            nodes.add(node(number, disk, dice.between(1, 5) * 1024L + dice.pick(0L, 1L, 500L), dice.between(2, 4)));
        }
        DiskTemplate template = dice.pick(DiskTemplate.DRBD, DiskTemplate.DRBD, DiskTemplate.PLAIN, DiskTemplate.EXT);
        InstanceShape.Size size = new InstanceShape.Size(1024, dice.pick(5120L, 10_240L), dice.between(1, 4), 1);
        return new Case(Scenario.of(cluster(nodes)), new InstanceShape(size, template, 1));
    }

    /** Returns a small and often nasty cluster, and any shape. */
    static Case any(long seed) {
        Dice dice = Dice.of(seed);
        InstanceShape.Size size = new InstanceShape.Size(
                dice.pick(128L, 512L, 1024L, 2048L, 4096L), dice.pick(1024L, 5120L, 10_240L), dice.between(1, 3), 1);
        DiskTemplate template = dice.pick(
                DiskTemplate.DRBD, DiskTemplate.DRBD, DiskTemplate.DRBD, DiskTemplate.PLAIN, DiskTemplate.EXT);
        return new Case(Scenario.of(RandomClusters.of(seed)), new InstanceShape(size, template, 1));
    }

    /** Returns a cluster of 10 to 40 unequal nodes with instances that crowd on the first ones, and any mirrored shape. */
    static Case crowded(long seed) {
        Dice dice = Dice.of(seed);
        Cluster cluster = RandomClusters.skewed(dice.between(10, 40), dice.between(0, 6), seed);
        return new Case(
                Scenario.of(cluster),
                mirrored(
                        dice.pick(512L, 1024L, 2048L, 3072L, 4096L),
                        dice.pick(1024L, 10_240L, 20_480L, 51_200L),
                        dice.between(1, 3)));
    }
}
